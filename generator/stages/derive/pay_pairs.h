// Pay that may be compared: one source, region, year, currency and period on both sides.
#pragma once

#include "model/derived.h"

namespace waymark {

// Of the sets that hold rows of both roles: the site's own currency before others, then the most
// levels in common, then the newest year. Official rows are paired among themselves only.
PayPairs pay_pairs(const Site& site, const Derived& derived, Id<Role> first, Id<Role> second);
// A role's own rows level by level, of the set with most levels; by level.
std::vector<Id<Salary>> pay_by_level(const Site& site, const std::vector<Id<Salary>>& rows);

}  // namespace waymark
