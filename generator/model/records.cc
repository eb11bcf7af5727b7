#include "model/records.h"

namespace waymark {

Span Record::at(std::string_view key) const {
  for (const auto& [name, span] : values)
    if (name == key) return span;
  return place;
}

bool is_too_small(const Salary& row) {
  constexpr int enough = 30;
  return row.sample && *row.sample < enough;
}

std::optional<Amount> amount_of(const Salary& row, std::string_view statistic) {
  if (statistic == "p10") return row.p10;
  if (statistic == "p25") return row.p25;
  if (statistic == "median") return row.median;
  if (statistic == "p75") return row.p75;
  if (statistic == "p90") return row.p90;
  if (statistic == "mean") return row.mean;
  return std::nullopt;
}

}  // namespace waymark
