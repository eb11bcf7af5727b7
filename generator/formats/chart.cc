#include "formats/chart.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "formats/html.h"

namespace waymark {

namespace {

// In pixels, from the top.
constexpr int row_height = 52;
constexpr int label_baseline = 18;  // within a row
constexpr int bar_top = 27;
constexpr int bar_height = 12;
constexpr int axis_height = 26;

class ChartWriter {
 public:
  ChartWriter(const RangeChart& chart, std::string& html)
      : chart_(chart),
        end_(chart.ticks.back().value),
        bottom_(static_cast<int>(chart.rows.size()) * row_height),
        html_(html) {}

  void write() {
    put("<svg class=\"chart\" width=\"100%\" height=\"{}\" role=\"img\" "
        "aria-labelledby=\"{id}-title {id}-desc\">\n",
        bottom_ + axis_height, fmt::arg("id", chart_.id));
    put("<title id=\"{}-title\">{}</title>\n", chart_.id, escaped(chart_.title));
    put("<desc id=\"{}-desc\">{}</desc>\n", chart_.id, escaped(chart_.description));
    for (std::size_t i = 0; i < chart_.ticks.size(); ++i) write_tick(i);
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) write_row(i);
    html_ += "</svg>";
  }

 private:
  template <class... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(html_), form, std::forward<Values>(values)...);
  }

  // Where a value stands on the axis: "37.5%".
  std::string x(double value) const { return fmt::format("{:.4g}%", value / end_ * 100); }

  // Upright, a little longer than the bar of the row.
  void put_line(std::string_view name, double value, int top) {
    constexpr int over = 4;
    put("<line class=\"{0}\" x1=\"{1}\" x2=\"{1}\" y1=\"{2}\" y2=\"{3}\"/>\n", name, x(value),
        top + bar_top - over, top + bar_top + bar_height + over);
  }

  void write_tick(std::size_t i) {
    const ChartTick& tick = chart_.ticks[i];
    const bool is_last = i + 1 == chart_.ticks.size();
    const char* anchor = i == 0 ? "start" : is_last ? "end" : "middle";
    put("<text class=\"chart-tick\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n",
        x(tick.value), bottom_ + axis_height - 8, anchor, escaped(tick.text));
  }

  void write_row(std::size_t i) {
    const ChartRow& row = chart_.rows[i];
    const int top = static_cast<int>(i) * row_height;
    for (const ChartTick& tick : chart_.ticks) put_line("chart-line", tick.value, top);
    put("<text class=\"chart-label\" x=\"0\" y=\"{}\">{} <tspan class=\"chart-value\">{}</tspan>"
        "</text>\n",
        top + label_baseline, escaped(row.label), escaped(row.middle_text));
    put("<rect class=\"chart-range\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", x(row.low),
        top + bar_top, x(row.high - row.low), bar_height);
    put_line("chart-middle", row.middle, top);
  }

  const RangeChart& chart_;
  double end_;
  int bottom_;
  std::string& html_;
};

}  // namespace

std::vector<double> tick_values(double highest) {
  constexpr int most_steps = 3;  // so that the texts of money do not touch on a phone
  constexpr std::array<double, 4> rounds{1, 2, 2.5, 5};
  if (!(highest > 0)) highest = 1;
  const double power = std::pow(10, std::floor(std::log10(highest / most_steps)));
  double step = power * 10;
  for (const double round : rounds) {
    if (power * round * most_steps < highest) continue;
    step = power * round;
    break;
  }
  std::vector<double> values{0};
  for (int i = 1; values.back() < highest; ++i) values.push_back(step * i);
  return values;
}

void append_chart(const RangeChart& chart, std::string& html) { ChartWriter(chart, html).write(); }

}  // namespace waymark
