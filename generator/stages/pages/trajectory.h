// The pay of a role level by level.
#pragma once

#include "stages/pages/page_view.h"

namespace waymark {

// trajectory = {role, region, year, population, picture, items}, for partials/trajectory, or
// nothing where the role's rows do not cover two levels. A level on too few shows no amounts.
void set_trajectory(PageView& page, Id<Role> id);

}  // namespace waymark
