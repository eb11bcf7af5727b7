#include "stages/derive/comparisons.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "stages/derive.h"
#include "stages/derive/many_roles.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

std::string needs(const std::string& list) { return "skills = [" + list + "]\n"; }
std::string need(const std::string& id, int importance) {
  return "{ id = \"" + id + "\", importance = " + std::to_string(importance) + " },";
}

std::vector<std::string> pairs(const Site& site, const Derived& derived) {
  std::vector<std::string> all;
  for (const Comparison& comparison : derived.comparisons)
    all.push_back(site[comparison.first].id + " " + site[comparison.second].id);
  return all;
}

std::vector<std::string> ids(const Site& site, const std::vector<SkillPair>& list) {
  std::vector<std::string> all;
  for (const SkillPair& pair : list) all.push_back(site[pair.skill].id);
  return all;
}
std::vector<std::string> ids(const Site& site, const std::vector<Id<Skill>>& list) {
  std::vector<std::string> all;
  for (const Id<Skill> id : list) all.push_back(site[id].id);
  return all;
}

using Names = std::vector<std::string>;

// A site of roles, each of which shares a skill with the one before it and the one after it.
SmallSite chain() {
  return SmallSite({site_settings(), taxonomies(), skill("x"), skill("y"),
                    role("a", needs(need("x", 1))), role("b", needs(need("x", 1) + need("y", 1))),
                    role("c", needs(need("y", 1)))});
}

}  // namespace

TEST_CASE("roles are compared that an author names, that one leads to, or that are near") {
  SmallSite files({site_settings(), taxonomies(), skill("x"), role("a"),
                   role("b", "leads_to = [\"a\"]\n"),
                   role("c", "compare_with = [\"b\", \"a\"]\nleads_to = [\"b\"]\n"),
                   role("d", needs(need("x", 1))), role("e", needs(need("x", 3))), role("f")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(pairs(*site, derived) == Names{"a b", "a c", "b c", "d e"});
  CHECK(derived.comparisons[0].affinity == std::nullopt);  // no skills: no data
  CHECK(derived.comparisons[3].affinity.value() == Approx(1.0 / 3).epsilon(1e-9));
}

TEST_CASE("a neighbour knows the comparison with it, whichever of the two comes first by id") {
  SmallSite files = chain();
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(pairs(*site, derived) == Names{"a b", "b c"});
  REQUIRE(derived.roles[1].neighbours.size() == 2);
  CHECK(derived.roles[1].neighbours[0].comparison == 0);
  CHECK(derived.roles[1].neighbours[1].comparison == 1);
  REQUIRE(derived.roles[2].neighbours.size() == 1);
  CHECK(derived.roles[2].neighbours[0].comparison == 1);
}

TEST_CASE(
    "skills of two roles are parted, the heaviest first, and three of them set the two apart") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("git"), skill("go"), skill("law"), skill("sql"),
       skill("tea"), skill("zip"),
       role("a", needs(need("git", 5) + need("go", 4) + need("law", 1) + need("sql", 2) +
                       need("zip", 2))),
       role("b", needs(need("git", 5) + need("go", 1) + need("sql", 2) + need("tea", 3))),
       role("c", needs(need("git", 5)))});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(pairs(*site, derived)[0] == "a b");
  const Comparison& comparison = derived.comparisons[0];
  // Three roles list skills. Weights: git, of three, ln 2 = 0.693; go and sql, of two, ln 2.5 =
  // 0.916; law, tea and zip, of one, ln 4 = 1.386. Times the larger importance:
  // go 4 * 0.916 = 3.665, git 5 * 0.693 = 3.466, sql 2 * 0.916 = 1.833.
  CHECK(ids(*site, comparison.shared) == Names{"go", "git", "sql"});
  CHECK(ids(*site, comparison.only_first) == Names{"zip", "law"});  // 2.773, 1.386
  CHECK(ids(*site, comparison.only_second) == Names{"tea"});
  CHECK(comparison.shared[0].first == 4);
  CHECK(comparison.shared[0].second == 1);
  // Weight times the distance: tea 3 * 1.386 = 4.159, zip 2 * 1.386 = 2.773,
  // go (4 - 1) * 0.916 = 2.749, law 1.386; git and sql are the same to both.
  CHECK(ids(*site, comparison.difference) == Names{"tea", "zip", "go"});
}

TEST_CASE("what two roles need alike sets nothing apart") {
  SmallSite files({site_settings(), taxonomies(), skill("x"), role("a", needs(need("x", 2))),
                   role("b", needs(need("x", 2)))});
  const auto site = files.link();
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(derived.comparisons.size() == 1);
  CHECK(derived.comparisons[0].affinity == 1.0);
  CHECK(derived.comparisons[0].difference.empty());
}

TEST_CASE("the article about two roles names both and fewest others; then the first of the list") {
  const auto article = [](const std::string& id, const std::string& more) {
    return std::pair("content/articles/" + id + ".md",
                     "+++\ntitle = \"" + id + "\"\nsummary = \"x\"\n" + more + "+++\n");
  };
  SmallSite files({site_settings(), taxonomies(), role("a", "leads_to = [\"b\"]\n"),
                   role("b", "leads_to = [\"c\"]\n"), role("c", "leads_to = [\"d\"]\n"), role("d"),
                   article("all", "order = 1\nroles = [\"a\", \"b\", \"c\"]\n"),
                   article("late", "order = 3\nroles = [\"a\", \"b\"]\n"),
                   article("soon", "order = 2\nroles = [\"b\", \"a\"]\n")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(pairs(*site, derived) == Names{"a b", "b c", "c d"});
  CHECK((*site)[derived.comparisons[0].article].id == "soon");
  CHECK((*site)[derived.comparisons[1].article].id == "all");
  CHECK_FALSE(derived.comparisons[2].article.valid());
}

TEST_CASE("pairs grow with the roles: eight neighbours and what authors name") {
  for (const std::uint32_t roles : {20u, 100u, 300u}) {
    const Site site =
        many_roles({.roles = roles, .skills = 30, .skills_of_a_role = 10, .seed = roles});
    const Derived derived = derive(site, {2026, 11, 21});
    CHECK(derived.comparisons.size() <= roles * (8 + 1));  // each role leads to one other
    for (const RoleLinks& role : derived.roles) CHECK(role.neighbours.size() <= 8);
    const auto order = [](const Comparison& a, const Comparison& b) {
      return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    };
    CHECK(std::is_sorted(derived.comparisons.begin(), derived.comparisons.end(), order));
    for (std::size_t i = 0; i < derived.comparisons.size(); ++i) {
      CHECK(derived.comparisons[i].first < derived.comparisons[i].second);
      if (i > 0) CHECK(order(derived.comparisons[i - 1], derived.comparisons[i]));  // each once
    }
  }
}

TEST_CASE("one more role never changes what two others share") {
  const auto shared = [](const Site& site, Id<Role> a, Id<Role> b) {
    std::set<Id<Skill>> skills;
    for (const SkillPair& pair : Affinities(site).skills(a, b))
      if (pair.first > 0 && pair.second > 0) skills.insert(pair.skill);
    return skills;
  };
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    const Site more = many_roles({.roles = 21, .skills = 25, .skills_of_a_role = 8, .seed = seed});
    Catalog without = *more;
    without.roles.pop_back();
    for (Role& role : without.roles) role.leads_to.clear();
    const Site fewer(std::move(without));
    const Derived before = derive(fewer, {2026, 11, 21});
    const Derived after = derive(more, {2026, 11, 21});
    for (const Comparison& comparison : before.comparisons) {
      std::set<Id<Skill>> listed;
      for (const SkillPair& pair : comparison.shared) listed.insert(pair.skill);
      CHECK(listed == shared(more, comparison.first, comparison.second));
      for (const Comparison& other : after.comparisons) {
        if (other.first != comparison.first || other.second != comparison.second) continue;
        std::set<Id<Skill>> now;
        for (const SkillPair& pair : other.shared) now.insert(pair.skill);
        CHECK(now == listed);
      }
    }
  }
}
