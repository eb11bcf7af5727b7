// Charts of values at steps, years for example: numbers to SVG. Points only: no line says that one
// value became the next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/chart.h"

namespace waymark {

struct ChartPoint {
  std::string label;                // below the axis: "2024"
  std::optional<ChartValue> value;  // nothing: a gap; a floor is an open point
};

struct PointChart {
  std::string id;           // unique on the page
  std::string title;        // what a screen reader says of it,
  std::string description;  // and then
  std::vector<ChartPoint> points;
  std::vector<ChartTick> ticks;  // from 0; the last one is the end of the axis
};

// As wide as its place, as charts of ranges. Classes: chart-tick, chart-line, chart-point (with
// chart-open).
void append_chart(const PointChart& chart, std::string& html);

}  // namespace waymark
