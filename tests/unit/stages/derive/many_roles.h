// Sites of many roles that look random and are the same on every machine.
#pragma once

#include <cstdint>

#include "model/site.h"

namespace waymark {

struct ManyRoles {
  std::uint32_t roles = 0;
  std::uint32_t skills = 0;
  std::uint32_t skills_of_a_role = 0;
  std::uint32_t seed = 1;
  std::uint32_t field = 0;  // its skills are picked from as many next to it; 0: from all
};

// A skill requires up to two of those before it in its score. Each role leads to one other.
Site many_roles(const ManyRoles& wish);

}  // namespace waymark
