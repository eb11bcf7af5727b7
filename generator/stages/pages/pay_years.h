// Medians of official occupations, edition by edition. Editions are no time series: nothing here
// joins two years or counts what changed between them.
#pragma once

#include <string_view>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// at.name = {id, years, editions, items}: for each occupation with rows of two years or more a
// chart and the median of each year; with what the sources say of their editions. Nothing where
// there is no such occupation. The rows have one region, currency and period.
void set_pay_years(PageView& page, View at, std::string_view name, std::string_view id,
                   const std::vector<Id<Salary>>& rows);

}  // namespace waymark
