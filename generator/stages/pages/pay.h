// Rows of pay: one, and tables of them.
#pragma once

#include <string_view>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// One row with its mark; percentiles that its source does not give are absent.
void fill_pay(PageView& page, View at, Id<Salary> row);
// at.name = a row, and whether it is_too_small, or nothing where there is none.
void set_pay_row(PageView& page, View at, std::string_view name, Id<Salary> row);
// The median of a row that has one, of whom, and who says so.
Card pay_card(const Guide& guide, Id<Salary> row);
// {id, count, items, counted, with_p10 ...: whether any row has it}, or nothing without rows.
void set_pay_table(PageView& page, View at, std::string_view name, std::string_view table_id,
                   const std::vector<Id<Salary>>& rows);

}  // namespace waymark
