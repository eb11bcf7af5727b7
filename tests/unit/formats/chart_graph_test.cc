#include "formats/chart_graph.h"

#include "catch.h"
#include "formats/chart_graph_layout.h"

using namespace waymark;

namespace {

LayeredGraph graph(std::vector<std::string> layers, std::vector<GraphNode> nodes,
                   std::vector<GraphEdge> edges) {
  return {.id = "G",
          .title = "Title",
          .description = "Description",
          .layers = std::move(layers),
          .nodes = std::move(nodes),
          .edges = std::move(edges)};
}

// One below the other: by the upper edges of their boxes.
bool is_above(const GraphPlaces& places, std::size_t a, std::size_t b) {
  return places.boxes[a].at.y + places.boxes[a].height < places.boxes[b].at.y;
}

bool is_left(const GraphPlaces& places, std::size_t a, std::size_t b) {
  return places.boxes[a].at.y == places.boxes[b].at.y &&
         places.boxes[a].at.x + graph_box_width < places.boxes[b].at.x;
}

std::string svg(const LayeredGraph& drawn) {
  std::string html;
  append_graph(drawn, html);
  return html;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a graph of one edge: places, arrow, link and escapes by hand") {
  CHECK(
      svg(graph({"A & B", ""}, {{"Tester", "../t/?a&b", 0}, {"<Lead>", "", 1, true}}, {{0, 1}})) ==
      "<section class=\"graph-frame\" aria-labelledby=\"G-title\" tabindex=\"0\">\n"
      "<svg class=\"graph\" width=\"214\" height=\"116\" viewBox=\"0 0 214 116\" "
      "role=\"group\" aria-labelledby=\"G-title G-desc\">\n"
      "<title id=\"G-title\">Title</title>\n"
      "<desc id=\"G-desc\">Description</desc>\n"
      "<text class=\"graph-layer\" x=\"0\" y=\"23.0\">A &amp; B</text>\n"
      "<line class=\"graph-rule\" x1=\"0\" x2=\"214.0\" y1=\"58.0\" y2=\"58.0\"/>\n"
      "<path class=\"graph-edge\" d=\"M137.0 35.0C137.0 54.5 137.0 54.5 137.0 74.0\"/>\n"
      "<path class=\"graph-arrow\" d=\"M137.0 81.0l-4 -7h8z\"/>\n"
      "<a href=\"../t/?a&amp;b\"><rect class=\"graph-node\" x=\"62.0\" y=\"2.0\" width=\"150\" "
      "height=\"33\" rx=\"6\"/><text class=\"graph-label\" text-anchor=\"middle\">"
      "<tspan x=\"137.0\" y=\"23.0\">Tester</tspan></text></a>\n"
      "<rect class=\"graph-node graph-marked\" x=\"62.0\" y=\"81.0\" width=\"150\" "
      "height=\"33\" rx=\"6\"/>"
      "<text class=\"graph-label graph-marked-label\" text-anchor=\"middle\">"
      "<tspan x=\"137.0\" y=\"102.0\">&lt;Lead&gt;</tspan></text>\n"
      "</svg>\n</section>");
}

TEST_CASE("a graph without links is an image, one without nodes is not drawn") {
  CHECK(has(svg(graph({""}, {{"Tester"}}, {})), " role=\"img\" "));
  CHECK(svg(graph({"Entry"}, {}, {})).empty());
}

TEST_CASE("a layer without nodes takes no room and shows no name") {
  const LayeredGraph drawn = graph({"One", "Two", "Three"}, {{"a", "", 0}, {"b", "", 2}}, {});
  CHECK(place_graph(drawn).bands.size() == 2);
  CHECK_FALSE(has(svg(drawn), "Two"));
}

TEST_CASE("a box is as high as its label has lines") {
  const GraphBox box =
      place_graph(graph({""}, {{"Senior machine learning engineer"}}, {})).boxes[0];
  CHECK(box.lines == std::vector<std::string>{"Senior machine", "learning engineer"});
  CHECK(box.height == 2 * graph_line_height + 16);
}

TEST_CASE("nodes change places where that crosses fewer edges") {
  const GraphPlaces crossed = place_graph(
      graph({"", ""}, {{"a", "", 0}, {"b", "", 0}, {"c", "", 1}, {"d", "", 1}}, {{0, 3}, {1, 2}}));
  CHECK(is_left(crossed, 0, 1));
  CHECK(is_left(crossed, 3, 2));
}

TEST_CASE("nodes keep the order of the list where another one is no better") {
  const GraphPlaces places = place_graph(
      graph({"", ""}, {{"a", "", 0}, {"b", "", 0}, {"c", "", 1}, {"d", "", 1}}, {{0, 2}, {1, 3}}));
  CHECK(is_left(places, 0, 1));
  CHECK(is_left(places, 2, 3));
  CHECK(places.boxes[0].at.x == places.boxes[2].at.x);  // and straight edges
}

TEST_CASE("an edge within a layer leads to a later row of it") {
  const GraphPlaces places =
      place_graph(graph({"Layer"}, {{"second"}, {"first"}, {"alone"}}, {{1, 0}}));
  CHECK(is_above(places, 1, 0));
  CHECK(is_left(places, 1, 2));
  CHECK(places.bands.size() == 1);
}

TEST_CASE("a layer of many nodes takes several rows of five") {
  std::vector<GraphNode> nodes(12, GraphNode{"node"});
  const GraphPlaces places = place_graph(graph({""}, nodes, {}));
  CHECK(is_left(places, 0, 4));
  CHECK(is_above(places, 4, 5));
  CHECK(is_above(places, 9, 10));
  CHECK(places.width == 2 + 5 * graph_box_width + 4 * 20 + 2);
}

TEST_CASE("two roles that lead to each other share a line with two arrows") {
  const GraphPlaces places = place_graph(graph({"Layer"}, {{"a"}, {"b"}}, {{0, 1}, {1, 0}}));
  REQUIRE(places.lines.size() == 1);
  CHECK(is_above(places, 0, 1));
  CHECK(places.lines[0].arrow_up);
  CHECK(places.lines[0].arrow_down);
}

TEST_CASE("an edge to a layer above has its arrow at the upper end") {
  const GraphPlaces places = place_graph(graph({"", ""}, {{"a", "", 0}, {"b", "", 1}}, {{1, 0}}));
  REQUIRE(places.lines.size() == 1);
  CHECK(places.lines[0].arrow_up);
  CHECK_FALSE(places.lines[0].arrow_down);
}

TEST_CASE("an edge that passes a row goes beside its boxes") {
  const GraphPlaces places = place_graph(
      graph({"", "", ""}, {{"a", "", 0}, {"b", "", 1}, {"c", "", 2}}, {{0, 1}, {1, 2}, {0, 2}}));
  REQUIRE(places.lines.size() == 3);
  const GraphLine& around = places.lines[2];
  REQUIRE(around.points.size() == 4);
  const GraphBox& box = places.boxes[1];
  CHECK(around.points[1].x == around.points[2].x);
  CHECK((around.points[1].x < box.at.x || around.points[1].x > box.at.x + graph_box_width));
  CHECK(around.points[1].y <= box.at.y);
  CHECK(around.points[2].y >= box.at.y + box.height);
}

TEST_CASE("edges meet a box side by side, in the order in which they come") {
  const GraphPlaces places =
      place_graph(graph({"", ""}, {{"a", "", 0}, {"b", "", 0}, {"c", "", 1}}, {{0, 2}, {1, 2}}));
  REQUIRE(places.lines.size() == 2);
  CHECK(places.lines[0].points.back().x + 18 == places.lines[1].points.back().x);
}

TEST_CASE("an edge from a node to itself is not drawn") {
  CHECK(place_graph(graph({""}, {{"a"}}, {{0, 0}})).lines.empty());
}
