// Which pairs of roles stand side by side, and what there is to see.
#pragma once

#include "stages/derive/affinity.h"

namespace waymark {

// Fills Derived::comparisons and each role's neighbours: every pair that an author names in
// `compare_with`, that `leads_to` joins, or of which one is among the eight nearest of the other.
// The number of pairs grows with the roles, not with their square.
// Needs RoleLinks::salaries, proxies and headlines.
void derive_comparisons(const Site& site, const Affinities& affinities, Derived& derived);

}  // namespace waymark
