#include "formats/chart_points.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "formats/html.h"

namespace waymark {

namespace {

// In pixels, from the top.
constexpr double top = 18;
constexpr double bottom = 122;
constexpr double label_baseline = 142;
constexpr double height = 150;
// Shares of the width.
constexpr double first = 24;  // to the left are the texts of the ticks
constexpr double last = 100;

class PointWriter {
 public:
  PointWriter(const PointChart& chart, std::string& html) : chart_(chart), html_(html) {}

  void write() {
    put("<svg class=\"chart\" width=\"100%\" height=\"{}\" role=\"img\" "
        "aria-labelledby=\"{id}-title {id}-desc\">\n",
        height, fmt::arg("id", chart_.id));
    put("<title id=\"{}-title\">{}</title>\n", chart_.id, escaped(chart_.title));
    put("<desc id=\"{}-desc\">{}</desc>\n", chart_.id, escaped(chart_.description));
    for (const ChartTick& tick : chart_.ticks) write_tick(tick);
    for (std::size_t i = 0; i < chart_.points.size(); ++i) write_point(i);
    html_ += "</svg>";
  }

 private:
  template <class... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(html_), form, std::forward<Values>(values)...);
  }

  double y(double value) const {
    return bottom - value / chart_.ticks.back().value * (bottom - top);
  }

  void write_tick(const ChartTick& tick) {
    put("<line class=\"chart-line\" x1=\"0\" x2=\"100%\" y1=\"{0:.1f}\" y2=\"{0:.1f}\"/>\n",
        y(tick.value));
    put("<text class=\"chart-tick\" x=\"0\" y=\"{:.1f}\">{}</text>\n", y(tick.value) - 4,
        escaped(tick.text));
  }

  void write_point(std::size_t i) {
    const ChartPoint& point = chart_.points[i];
    const double x = first + (last - first) * (static_cast<double>(i) + 0.5) /
                                 static_cast<double>(chart_.points.size());
    put("<text class=\"chart-tick\" x=\"{:.4g}%\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x,
        label_baseline, escaped(point.label));
    if (point.value)
      put("<circle class=\"chart-point{}\" cx=\"{:.4g}%\" cy=\"{:.1f}\" r=\"5\"/>\n",
          point.value->at_least ? " chart-open" : "", x, y(point.value->number));
  }

  const PointChart& chart_;
  std::string& html_;
};

}  // namespace

void append_chart(const PointChart& chart, std::string& html) { PointWriter(chart, html).write(); }

}  // namespace waymark
