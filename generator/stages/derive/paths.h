// Ways from role to role.
#pragma once

#include "model/derived.h"

namespace waymark {

// Fills Derived::paths, RoleLinks::paths and the ladder: a path for every `leads_to`, and both ways
// for every other comparison of near roles; but not back along a `leads_to`, which would
// be a way down. Needs Derived::comparisons and each certification's availability.
void derive_paths(const Site& site, Derived& derived);

}  // namespace waymark
