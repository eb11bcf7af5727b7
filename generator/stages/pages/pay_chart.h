// Rows of pay as a chart with its table.
#pragma once

#include <string_view>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// caption, chart (the picture), rows (the same in numbers), with_sample.
void set_pay_chart(PageView& page, View at, std::string_view id,
                   const std::vector<Id<Salary>>& rows);

}  // namespace waymark
