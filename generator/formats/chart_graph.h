// Graphs whose nodes stand in layers, ladders for example: nodes and edges to SVG.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace waymark {

struct GraphNode {
  std::string label;
  std::string url;  // empty: no link
  std::size_t layer = 0;
  bool is_marked = false;  // the one that the graph is about
};

struct GraphEdge {
  std::size_t from = 0;  // in LayeredGraph::nodes
  std::size_t to = 0;
};

struct LayeredGraph {
  std::string id;                   // unique on the page
  std::string title;                // what a screen reader says of it,
  std::string description;          // and then
  std::vector<std::string> layers;  // their names, the first at the top; may be empty texts
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

// Nodes keep the order of the list within a layer unless another order crosses fewer edges. Text
// keeps its size: a picture that is too wide scrolls inside its frame. Colours and fonts are the
// stylesheet's, by class: graph, graph-layer, graph-node, graph-marked, graph-edge.
void append_graph(const LayeredGraph& graph, std::string& html);

}  // namespace waymark
