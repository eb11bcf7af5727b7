// Where the nodes and edges of a layered graph go. Private to chart_graph.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "formats/chart_graph.h"

namespace waymark {

// All in pixels from the top left.
struct GraphPoint {
  double x = 0;
  double y = 0;
};

struct GraphBox {
  GraphPoint at;  // its top left
  double height = 0;
  std::vector<std::string> lines;  // the label, wrapped
};

// A curve to every second point, a straight line to the others: curves stay between the rows.
struct GraphLine {
  std::vector<GraphPoint> points;  // from the top to the bottom
  bool arrow_up = false;           // two edges between two nodes share a line with two arrows
  bool arrow_down = false;
};

struct GraphBand {
  std::size_t layer = 0;
  double top = 0;
  double middle = 0;  // of its first row
};

struct GraphPlaces {
  double width = 0;
  double height = 0;
  std::vector<GraphBox> boxes;   // one for each node
  std::vector<GraphLine> lines;  // in the order of their first edges
  std::vector<GraphBand> bands;  // one for each layer that has nodes
};

inline constexpr double graph_box_width = 150;
inline constexpr double graph_line_height = 17;  // of text

// A layer takes as many rows as it needs, so that no row is too wide and an edge within the layer
// leads to a later row, as far as edges do not go in circles. Nodes keep the order of the list
// within a row unless another order crosses fewer edges: the best of a few sweeps, each of which
// puts nodes to the mean place of their neighbours (barycentres; Sugiyama, Tagawa and Toda, 1981).
// Then all move as near to their neighbours as the order allows.
GraphPlaces place_graph(const LayeredGraph& graph);

}  // namespace waymark
