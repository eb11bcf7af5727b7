#include "stages/derive/many_roles.h"

#include <algorithm>
#include <string>
#include <utility>

namespace waymark {

Site many_roles(const ManyRoles& wish) {
  std::uint32_t state = wish.seed;
  const auto below = [&](std::uint32_t limit) {  // a linear congruential generator
    state = state * 1664525 + 1013904223;
    return static_cast<std::uint32_t>((std::uint64_t{state} * limit) >> 32);
  };
  const auto number = [](std::uint32_t i) {
    const std::string digits = std::to_string(i);
    return std::string(6 - digits.size(), '0') + digits;
  };
  Catalog catalog;
  catalog.taxonomies.levels.resize(1);
  for (std::uint32_t i = 0; i < wish.skills; ++i) {
    Skill& skill = catalog.skills.emplace_back();
    skill.title = skill.id = "skill-" + number(i);
    for (std::uint32_t n = i % 20 == 0 ? 0 : below(3); n > 0; --n)
      skill.prerequisites.push_back({{}, {}, {i - 1 - below(i % 20)}});
  }
  for (std::uint32_t i = 0; i < wish.roles; ++i) {
    Role& role = catalog.roles.emplace_back();
    role.title = role.id = "role-" + number(i);
    role.levels.push_back({{}, {}, {0}});
    role.leads_to.push_back({{}, {}, {below(wish.roles)}});
    while (role.skills.size() < wish.skills_of_a_role) {
      const Id<Skill> skill{wish.field == 0 ? below(wish.skills)
                                            : (i + below(wish.field)) % wish.skills};
      const bool is_listed = std::any_of(role.skills.begin(), role.skills.end(),
                                         [&](const auto& need) { return need.id.id == skill; });
      if (!is_listed)
        role.skills.push_back(
            {{{}, {}, skill}, static_cast<int>(1 + below(5)), static_cast<SkillLevel>(below(4))});
    }
  }
  return Site(std::move(catalog));
}

}  // namespace waymark
