#include "formats/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <utility>

#include "formats/chart_text.h"
#include "formats/html.h"

namespace waymark {

namespace {

// In pixels, from the top.
constexpr int group_height = 34;
constexpr int group_baseline = 24;
constexpr int row_height = 52;
constexpr int label_baseline = 18;       // within a row
constexpr int line_height = 18;          // of each further line of a label
constexpr std::size_t line_length = 28;  // that leaves room for the row's text on a phone
constexpr int bar_top = 27;
constexpr int bar_height = 12;
constexpr int axis_height = 26;
constexpr int tall = 900;  // more than a sheet of paper holds: it is printed smaller

// The first of them that is there.
using Value = std::optional<ChartValue>;
const Value& first_of(std::initializer_list<const Value*> values) {
  return **std::find_if(values.begin(), values.end() - 1,
                        [](const Value* value) { return value->has_value(); });
}

class ChartWriter {
 public:
  ChartWriter(const RangeChart& chart, std::string& html)
      : chart_(chart), end_(chart.ticks.back().value), html_(html) {}

  void write() {
    const int bottom = height_of_rows();
    put("<svg class=\"chart{tall}\" width=\"100%\" height=\"{}\" role=\"img\" "
        "aria-labelledby=\"{id}-title {id}-desc\">\n",
        bottom + axis_height, fmt::arg("id", chart_.id),
        fmt::arg("tall", bottom > tall ? " chart-tall" : ""));
    put("<title id=\"{}-title\">{}</title>\n", chart_.id, escaped(chart_.title));
    put("<desc id=\"{}-desc\">{}</desc>\n", chart_.id, escaped(chart_.description));
    for (std::size_t i = 0; i < chart_.ticks.size(); ++i) write_tick(i, bottom);
    for (const ChartRow& row : chart_.rows) write_row(row);
    html_ += "</svg>";
  }

 private:
  int height_of_rows() const {
    int height = 0;
    for (const ChartRow& row : chart_.rows)
      height += row_height + (row.group.empty() ? 0 : group_height) + more_lines(row) * line_height;
    return height;
  }

  static int more_lines(const ChartRow& row) {
    return std::max(0, static_cast<int>(std::ssize(wrapped(row.label, line_length))) - 1);
  }

  template <class... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(html_), form, std::forward<Values>(values)...);
  }

  // Where a value stands on the axis: "37.5%".
  std::string x(double value) const { return fmt::format("{:.4g}%", value / end_ * 100); }

  // Upright, longer than the bar by so much at both ends.
  void put_mark(std::string_view name, double value, int more) {
    put("<line class=\"{0}\" x1=\"{1}\" x2=\"{1}\" y1=\"{2}\" y2=\"{3}\"/>\n", name, x(value),
        top_ + bar_top - more, top_ + bar_top + bar_height + more);
  }

  // Along the middle of the bar.
  void put_line(std::string_view name, double from, double to) {
    put("<line class=\"{0}\" x1=\"{1}\" x2=\"{2}\" y1=\"{3}\" y2=\"{3}\"/>\n", name, x(from), x(to),
        top_ + bar_top + bar_height / 2);
  }

  void put_bar(std::string_view name, double from, double to) {
    if (from < to)
      put("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", name, x(from),
          top_ + bar_top, x(to - from), bar_height);
  }

  void write_tick(std::size_t i, int bottom) {
    const ChartTick& tick = chart_.ticks[i];
    const bool is_last = i + 1 == chart_.ticks.size();
    const char* anchor = i == 0 ? "start" : is_last ? "end" : "middle";
    put("<text class=\"chart-tick\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n",
        x(tick.value), bottom + axis_height - 8, anchor, escaped(tick.text));
  }

  void write_row(const ChartRow& row) {
    if (!row.group.empty()) {
      put("<text class=\"chart-group\" x=\"0\" y=\"{}\">{}</text>\n", top_ + group_baseline,
          escaped(row.group));
      top_ += group_height;
    }
    write_label(row);
    for (const ChartTick& tick : chart_.ticks) put_mark("chart-line", tick.value, over);
    write_lowest(row);
    write_highest(row);
    write_bar(row);
    if (row.middle && !row.middle->at_least) put_mark("chart-middle", row.middle->number, over);
    top_ += row_height;
  }

  void write_label(const ChartRow& row) {
    const std::vector<std::string> lines = wrapped(row.label, line_length);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) top_ += line_height;
      put("<text class=\"chart-label\" x=\"0\" y=\"{}\">{}", top_ + label_baseline,
          escaped(lines[i]));
      if (i + 1 == lines.size()) put(" <tspan class=\"chart-value\">{}</tspan>", escaped(row.text));
      html_ += "</text>\n";
    }
  }

  void write_bar(const ChartRow& row) {
    if (!row.low || !row.high) return;
    const std::string name = row.is_second ? "chart-range chart-second" : "chart-range";
    put_bar(name, row.low->number, row.high->number);
    if (row.high->at_least) put_bar(name + " chart-open", row.high->number, end_);
  }

  void write_lowest(const ChartRow& row) {
    if (!row.lowest) return;
    put_mark("chart-outer", row.lowest->number, -cap);
    if (const Value& inner = first_of({&row.low, &row.middle, &row.high, &row.highest}))
      put_line("chart-outer", row.lowest->number, inner->number);
  }

  void write_highest(const ChartRow& row) {
    const Value& inner = first_of({&row.high, &row.middle, &row.low});
    if (!row.highest || (inner && inner->at_least)) return;
    if (inner) put_line("chart-outer", inner->number, row.highest->number);
    if (row.highest->at_least)
      put_line("chart-outer chart-open", row.highest->number, end_);
    else
      put_mark("chart-outer", row.highest->number, -cap);
  }

  static constexpr int over = 4;  // of what stands out of the bar
  static constexpr int cap = 2;   // of what is shorter than it

  const RangeChart& chart_;
  double end_;
  int top_ = 0;  // of the row
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
