// Which role leads to which: the ladder of all roles, and each role's own part of it.
#pragma once

#include "stages/pages/page_view.h"

namespace waymark {

// picture, levels: each level's roles, with the paths that begin at each.
void set_ladder(const PageView& page, View at);
// moves: the roles before and behind one, with the way between; the same as a picture.
void set_moves(const PageView& page, View at, Id<Role> role);

}  // namespace waymark
