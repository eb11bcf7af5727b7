// Charts: numbers to SVG.
#pragma once

#include <string>
#include <vector>

namespace waymark {

// A range with a point inside it, on the axis that all rows share.
struct ChartRow {
  std::string label;
  std::string middle_text;  // shown beside the label
  double low = 0;
  double middle = 0;
  double high = 0;
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
// that it can be read on a phone. Colours and fonts are the stylesheet's, by class: chart-label,
// chart-value, chart-tick, chart-line, chart-range, chart-middle.
void append_chart(const RangeChart& chart, std::string& html);

}  // namespace waymark
