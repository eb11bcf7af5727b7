#include "formats/chart_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "formats/chart_graph_layout.h"
#include "formats/html.h"

namespace waymark {

namespace {

class GraphWriter {
 public:
  GraphWriter(const LayeredGraph& graph, std::string& html)
      : graph_(graph), places_(place_graph(graph)), html_(html) {}

  void write() {
    const bool has_links = std::any_of(graph_.nodes.begin(), graph_.nodes.end(),
                                       [](const GraphNode& node) { return !node.url.empty(); });
    put("<section class=\"graph-frame\" aria-labelledby=\"{}-title\" tabindex=\"0\">\n", graph_.id);
    put("<svg class=\"graph\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "role=\"{2}\" aria-labelledby=\"{3}-title {3}-desc\">\n",
        places_.width, places_.height, has_links ? "group" : "img", graph_.id);
    put("<title id=\"{}-title\">{}</title>\n", graph_.id, escaped(graph_.title));
    put("<desc id=\"{}-desc\">{}</desc>\n", graph_.id, escaped(graph_.description));
    for (std::size_t i = 0; i < places_.bands.size(); ++i) write_band(i);
    for (const GraphLine& line : places_.lines) write_line(line);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) write_node(i);
    html_ += "</svg>\n</section>";
  }

 private:
  template <class... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(html_), form, std::forward<Values>(values)...);
  }

  void write_band(std::size_t i) {
    const GraphBand& band = places_.bands[i];
    if (i > 0)
      put("<line class=\"graph-rule\" x1=\"0\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{1:.1f}\"/>\n",
          places_.width, band.top);
    if (const std::string& name = graph_.layers[band.layer]; !name.empty())
      put("<text class=\"graph-layer\" x=\"0\" y=\"{:.1f}\">{}</text>\n", band.middle + baseline,
          escaped(name));
  }

  void write_line(const GraphLine& line) {
    constexpr double head = 7;  // the length of an arrow
    std::vector<GraphPoint> points = line.points;
    if (line.arrow_up) points.front().y += head;
    if (line.arrow_down) points.back().y -= head;
    put("<path class=\"graph-edge\" d=\"M{:.1f} {:.1f}", points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (i % 2 == 0) {
        put("V{:.1f}", points[i].y);
        continue;
      }
      const double middle = (points[i - 1].y + points[i].y) / 2;
      put("C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", points[i - 1].x, middle, points[i].x,
          middle, points[i].x, points[i].y);
    }
    html_ += "\"/>\n";
    if (line.arrow_up) write_arrow(line.points.front(), head);
    if (line.arrow_down) write_arrow(line.points.back(), -head);
  }

  // Its tip is at the point; the rest is `height` below.
  void write_arrow(GraphPoint tip, double height) {
    put("<path class=\"graph-arrow\" d=\"M{:.1f} {:.1f}l-4 {:.0f}h8z\"/>\n", tip.x, tip.y, height);
  }

  void write_node(std::size_t i) {
    const GraphNode& node = graph_.nodes[i];
    const GraphBox& box = places_.boxes[i];
    if (!node.url.empty()) put("<a href=\"{}\">", escaped(node.url));
    put("<rect class=\"graph-node{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.0f}\" "
        "rx=\"6\"/>",
        node.is_marked ? " graph-marked" : "", box.at.x, box.at.y, graph_box_width, box.height);
    const double x = box.at.x + graph_box_width / 2;
    double y = box.at.y + (box.height - graph_line_height * std::size(box.lines)) / 2;
    put("<text class=\"graph-label{}\" text-anchor=\"middle\">",
        node.is_marked ? " graph-marked-label" : "");
    for (std::size_t line = 0; line < box.lines.size(); ++line, y += graph_line_height)
      put("<tspan x=\"{:.1f}\" y=\"{:.1f}\">{}{}</tspan>", x, y + graph_line_height / 2 + baseline,
          escaped(box.lines[line]), line + 1 < box.lines.size() ? " " : "");
    put("</text>{}\n", node.url.empty() ? "" : "</a>");
  }

  static constexpr double baseline = 4.5;  // below the middle of a line of text

  const LayeredGraph& graph_;
  GraphPlaces places_;
  std::string& html_;
};

}  // namespace

void append_graph(const LayeredGraph& graph, std::string& html) {
  if (!graph.nodes.empty()) GraphWriter(graph, html).write();
}

}  // namespace waymark
