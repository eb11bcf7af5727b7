#include "stages/derive/matrix.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "stages/derive.h"
#include "stages/derive/many_roles.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

using Names = std::vector<std::string>;

template <class T>
Names ids(const Site& site, const std::vector<Id<T>>& list) {
  Names all;
  for (const Id<T> id : list) all.push_back(site[id].id);
  return all;
}

std::string needs(const std::string& first, int importance, const std::string& second, int other) {
  return "skills = [{ id = \"" + first + "\", importance = " + std::to_string(importance) +
         " }, { id = \"" + second + "\", importance = " + std::to_string(other) + " }]\n";
}

}  // namespace

TEST_CASE("roles that are alike stand side by side in the matrix, and so do their skills") {
  // b and d share p, d and a share q, a and c share r: one chain, whatever the ids say. e stands
  // alone, f lists nothing.
  SmallSite files({site_settings(), taxonomies(), skill("o"), skill("p"), skill("q"), skill("r"),
                   skill("s"), skill("unused"), role("a", needs("q", 2, "r", 3)),
                   role("b", needs("o", 1, "p", 5)), role("c", needs("r", 3, "s", 1)),
                   role("d", needs("p", 5, "q", 2)), role("e", "skills = []\n"), role("f")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(ids(*site, derived.matrix_roles) == Names{"b", "d", "a", "c"});
  // Mean places: o 0; p (0 * 5 + 1 * 5) / 10 = 0.5; q 1.5; r 2.5; s 3.
  CHECK(ids(*site, derived.matrix_skills) == Names{"o", "p", "q", "r", "s"});
}

TEST_CASE(
    "each role and skill stands in the matrix once, and neighbours are more alike than by id") {
  // Roles of two kinds in turn: those with even ids share skills, and those with odd ones.
  Catalog catalog = *many_roles({.roles = 40, .skills = 30, .skills_of_a_role = 6, .seed = 5});
  for (std::uint32_t i = 0; i < 40; ++i)
    for (SkillNeed& need : catalog.roles[i].skills) need.id.id.index = need.id.id.index * 2 + i % 2;
  catalog.skills.resize(60);
  const Site site(std::move(catalog));
  const Derived derived = derive(site, {2026, 11, 21});
  std::vector<Id<Role>> sorted = derived.matrix_roles;
  std::sort(sorted.begin(), sorted.end());
  REQUIRE(sorted.size() == 40);
  CHECK(std::unique(sorted.begin(), sorted.end()) == sorted.end());
  std::vector<Id<Skill>> skills = derived.matrix_skills;
  std::sort(skills.begin(), skills.end());
  CHECK(std::unique(skills.begin(), skills.end()) == skills.end());
  int changes = 0;  // of kind from one role to the next
  for (std::size_t i = 1; i < 40; ++i)
    changes += derived.matrix_roles[i].index % 2 != derived.matrix_roles[i - 1].index % 2;
  CHECK(changes == 1);
}
