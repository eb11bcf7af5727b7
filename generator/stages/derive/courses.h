// In which order skills are learned. Prerequisites form no circle: link has seen to it.
#pragma once

#include <vector>

#include "model/derived.h"

namespace waymark {

// Puts lessons into steps. A skill stands one step behind the last of its prerequisites that are
// lessons too, also where the way between them leads through skills that are none.
Course in_steps(const Site& site, std::vector<Lesson> lessons);

// All skills of a role, and as groundwork the prerequisites that it does not list.
Course roadmap(const Site& site, const Role& role);

// What somebody of one role lacks for another: skills that are missing or have to be deepened, and
// their groundwork. What the first role lists, and its prerequisites, are known.
Course missing(const Site& site, const Role& from, const Role& to);

}  // namespace waymark
