// Values over years or other steps: numbers to SVG.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/chart.h"

namespace waymark {

struct ChartSeries {
  std::string label;
  std::vector<std::optional<double>> values;  // one for each step; nothing: a gap
};

// Points, joined only where `joined` says that they may be: what is no time series has no line.
struct LineChart {
  std::string id;
  std::string title;
  std::string description;
  std::vector<std::string> steps;  // "2020", "2021"
  std::vector<ChartSeries> series;
  std::vector<ChartTick> ticks;  // from 0; the last one is the end of the axis
  bool joined = false;
};

// As append_chart; classes also chart-series-1 to chart-series-6, chart-point.
void append_chart(const LineChart& chart, std::string& html);

}  // namespace waymark
