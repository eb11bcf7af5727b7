// Charts of ranges: numbers to SVG.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace waymark {

struct ChartValue {
  double number = 0;
  bool at_least = false;  // only a floor is known
};

// A range with a point inside it, on the axis that all rows share; what is missing is not drawn.
// From a floor on, what is drawn is open: dashed, up to the end of the axis.
struct ChartRow {
  std::string group = {};  // a heading above the row, where a group of rows begins
  std::string label;
  std::string text = {};   // beside the label: the middle in words, or why there is no bar
  bool is_second = false;  // drawn as outlines: where rows of two things alternate
  std::optional<ChartValue> lowest = std::nullopt;  // a thin line goes from here
  std::optional<ChartValue> low = std::nullopt;     // a bar goes from here
  std::optional<ChartValue> middle = std::nullopt;
  std::optional<ChartValue> high = std::nullopt;
  std::optional<ChartValue> highest = std::nullopt;
};

struct ChartTick {
  double value = 0;
  std::string text;
};

struct RangeChart {
  std::string id;           // unique on the page: "Chart-1"
  std::string title;        // what a screen reader says of it,
  std::string description;  // and then
  std::vector<ChartRow> rows;
  std::vector<ChartTick> ticks;  // from 0; the last one is the end of the axis
};

// Round values from 0 to `highest` or a little above, at most four of them.
std::vector<double> tick_values(double highest);

// The picture fills the width that it is given: places are percentages and text keeps its size, so
// that it can be read on a phone. Colours and fonts are the stylesheet's, by class: chart-group,
// chart-label, chart-value, chart-tick, chart-line, chart-range, chart-outer, chart-middle; with
// chart-second, chart-open; a chart that is longer than a page also has chart-tall.
void append_chart(const RangeChart& chart, std::string& html);

}  // namespace waymark
