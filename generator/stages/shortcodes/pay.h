// Chooses the rows of pay that a shortcode means. Private to link.
#pragma once

#include "base/diagnostic.h"
#include "model/catalog.h"

namespace waymark {

// Both set call.pay, and report what leaves the choice open or empty. A row is meant if it has what
// the call names; without a level, a row for all levels together; without a year, the newest.

// The one row of a salary, which must have its statistic.
void choose_salary(const Catalog& catalog, const Shortcode& shortcode, ShortcodeCall& call,
                   Diagnostics& out);
// A row for each role or occupation; of one alone and without a level, one for each of its levels.
// All are of one source, year, region and currency: others cannot be drawn side by side.
void choose_chart_rows(const Catalog& catalog, const Shortcode& shortcode, ShortcodeCall& call,
                       Diagnostics& out);

}  // namespace waymark
