// Ways from role to role.
#pragma once

#include "stages/derive/courses.h"

namespace waymark {

// Fills Derived::paths and RoleLinks::paths: a path for every `leads_to`, and both ways between
// roles of which one is among the nearest of the other; but not back along a `leads_to`, which
// would be a way down. Needs Derived::comparisons and each certification's availability.
void derive_paths(const Site& site, Courses& courses, Derived& derived);

// Fills Derived::ladder.
void derive_ladder(const Site& site, Derived& derived);

}  // namespace waymark
