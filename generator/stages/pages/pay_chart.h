// Rows of pay as charts. What is drawn in one chart has one currency and one period; official
// statistics and surveys never share one. Each picture stands beside a table of the same numbers.
#pragma once

#include <string_view>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// at.name = {id, caption, picture, legend} for partials/pay-picture, or nothing where no row has
// anything to draw. A bar for each row; rows of one subject and several levels are by level, others
// by role or occupation.
void set_pay_picture(PageView& page, View at, std::string_view name, std::string_view id,
                     const std::vector<Id<Salary>>& rows);

// Likewise, without the 10th and 90th percentile: two bars for each level, or for all levels
// together. A row on too few is "too few", a missing one "no data". Both sides have a row in some
// pair.
void set_pay_pairs_picture(PageView& page, View at, std::string_view name, std::string_view id,
                           const std::vector<PayPair>& pairs);

// For the shortcode: caption, picture and legend; rows (the same in numbers), by_level, with_p10,
// with_p90, with_sample. All rows have p25, median and p75.
void set_pay_chart(PageView& page, View at, std::string_view id,
                   const std::vector<Id<Salary>>& rows);

}  // namespace waymark
