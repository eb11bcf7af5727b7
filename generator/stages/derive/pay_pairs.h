// Pay that may be compared: medians of one source, population, region, year, currency and period.
#pragma once

#include "model/derived.h"

namespace waymark {

// Of the sets that hold a level of both roles: the site's own currency before others, then the most
// levels in common, then the newest year. Official rows are paired among themselves only. A row
// without a median is left out: a mean beside it would mislead.
PayPairs pay_pairs(const Site& site, const Derived& derived, Id<Role> first, Id<Role> second);

// Of a role's own rows those for one level each, of the set with most levels; by level.
std::vector<Id<Salary>> pay_by_level(const Site& site, const std::vector<Id<Salary>>& rows);

}  // namespace waymark
