// Graphs whose nodes stand in layers, ladders for example: nodes and edges to SVG.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace waymark {

struct GraphNode {
  std::string label;
  std::string url = {};  // empty: no link
  std::size_t layer = 0;
  bool is_marked = false;  // the one that the graph is about
};

struct GraphEdge {
  std::size_t from = 0;  // in LayeredGraph::nodes
  std::size_t to = 0;    // another node, of any layer
};

struct LayeredGraph {
  std::string id;                   // unique on the page
  std::string title;                // what a screen reader says of it,
  std::string description;          // and then
  std::vector<std::string> layers;  // their names, the first at the top; may be empty texts
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

// Where everything goes is chart_graph_layout.h's. The picture stands in a frame of its own, in
// which it scrolls sideways where it is too wide; text keeps its size. Links stay links: a picture
// that has any is a group for screen readers, others are an image. Nothing is drawn of a graph
// without nodes. Colours and fonts are the stylesheet's, by class: graph-frame, graph, graph-layer,
// graph-rule, graph-node (with graph-marked), graph-edge, graph-arrow.
// Cost: it grows with the rows that edges pass; meant for graphs that one can read, of a hundred
// nodes at most.
void append_graph(const LayeredGraph& graph, std::string& html);

}  // namespace waymark
