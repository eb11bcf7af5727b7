#include "stages/derive/affinity.h"

#include <cmath>

#include "catch.h"
#include "stages/derive/many_roles.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

// By id: baker 0, chef 1, cook 2, waiter 3; bread 0, sauce 1, wine 2.
SmallSite::Files kitchen() {
  static const std::initializer_list<std::pair<std::string, std::string>> files{
      site_settings(),
      taxonomies(),
      skill("bread"),
      skill("sauce"),
      skill("wine"),
      role("baker", "skills = [{ id = \"bread\", importance = 5 }]\n"),
      role("chef",
           "skills = [{ id = \"wine\", importance = 2 }, { id = \"sauce\", importance = 4 }]\n"),
      role("cook",
           "skills = [{ id = \"bread\", importance = 3, level = \"basic\" },\n"
           "{ id = \"sauce\", importance = 5, level = \"expert\" }]\n"),
      role("waiter")};
  return files;
}
constexpr Id<Role> baker{0}, chef{1}, cook{2}, waiter{3};

}  // namespace

TEST_CASE("a skill weighs more the fewer of the roles with skills list it") {
  SmallSite files(kitchen());
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Affinities affinities(*site);
  // Three roles list skills: two of them bread, two sauce, one wine.
  CHECK(affinities.weight({0}) == Approx(0.916290731874).epsilon(1e-9));  // ln(1 + 3/2)
  CHECK(affinities.weight({1}) == Approx(0.916290731874).epsilon(1e-9));
  CHECK(affinities.weight({2}) == Approx(1.386294361120).epsilon(1e-9));  // ln(1 + 3/1)
}

TEST_CASE("affinity is the weight of what two roles share over the weight of what either needs") {
  SmallSite files(kitchen());
  const auto site = files.link();
  REQUIRE(site);
  const Affinities affinities(*site);
  // Sauce in both, 4 and 5; bread 3 and wine 2 in one of them, with the weights above:
  //   0.916290731874 * 4 / (0.916290731874 * (5 + 3) + 1.386294361120 * 2) = 3.665162927
  //   / 10.102914577
  CHECK(affinities.between(chef, cook).value() == Approx(0.362782729625).epsilon(1e-9));
  // Bread in both, 5 and 3; sauce 5 in one. The weights are equal: 3 / (5 + 5).
  CHECK(affinities.between(baker, cook).value() == Approx(0.3).epsilon(1e-9));
  CHECK(affinities.between(baker, chef) == 0.0);  // both list skills, none in common
}

TEST_CASE("a role without skills has no affinity to any other, nor is that 0") {
  SmallSite files(kitchen());
  const auto site = files.link();
  REQUIRE(site);
  const Affinities affinities(*site);
  CHECK(affinities.between(cook, waiter) == std::nullopt);
  CHECK(affinities.between(waiter, cook) == std::nullopt);
  CHECK(affinities.between(waiter, waiter) == std::nullopt);
}

TEST_CASE("the nearest come first, as many as are asked for, and never those that share nothing") {
  SmallSite files(kitchen());
  const auto site = files.link();
  REQUIRE(site);
  const Affinities affinities(*site);
  const auto nearest = affinities.nearest(8);
  REQUIRE(nearest[cook.index].size() == 2);
  CHECK(nearest[cook.index][0].role == chef);
  CHECK(nearest[cook.index][0].affinity == affinities.between(cook, chef));
  CHECK(nearest[cook.index][1].role == baker);
  REQUIRE(nearest[baker.index].size() == 1);
  CHECK(nearest[baker.index][0].role == cook);
  CHECK(nearest[waiter.index].empty());
  REQUIRE(affinities.nearest(1)[cook.index].size() == 1);
  CHECK(affinities.nearest(1)[cook.index][0].role == chef);
}

TEST_CASE("what each skill is to two roles") {
  SmallSite files(kitchen());
  const auto site = files.link();
  REQUIRE(site);
  const std::vector<SkillPair> pairs = Affinities(*site).skills(cook, chef);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].skill == Id<Skill>{0});
  CHECK(pairs[0].first == 3);
  CHECK(pairs[0].second == 0);
  CHECK(pairs[0].first_level == SkillLevel::basic);
  CHECK(pairs[1].skill == Id<Skill>{1});
  CHECK(pairs[1].first == 5);
  CHECK(pairs[1].second == 4);
  CHECK(pairs[1].first_level == SkillLevel::expert);
  CHECK(pairs[1].second_level == std::nullopt);
  CHECK(pairs[2].skill == Id<Skill>{2});
  CHECK(pairs[2].first == 0);
  CHECK(pairs[2].second == 2);
}

TEST_CASE("affinity is symmetric, between 0 and 1, and 1 for a role and itself") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const Site site = many_roles({.roles = 30, .skills = 40, .skills_of_a_role = 9, .seed = seed});
    const Affinities affinities(site);
    for (std::uint32_t a = 0; a < 30; ++a) {
      CHECK(affinities.between({a}, {a}) == 1.0);
      for (std::uint32_t b = 0; b < a; ++b) {
        const double affinity = affinities.between({a}, {b}).value();
        CHECK(affinities.between({b}, {a}) == affinity);
        CHECK(affinity >= 0);
        CHECK(affinity < 1);
      }
    }
  }
}

TEST_CASE("the nearest are those that comparing each role with every other finds") {
  const Site site = many_roles({.roles = 40, .skills = 60, .skills_of_a_role = 8, .seed = 7});
  const Affinities affinities(site);
  const auto nearest = affinities.nearest(8);
  for (std::uint32_t a = 0; a < 40; ++a) {
    std::vector<double> all;
    for (std::uint32_t b = 0; b < 40; ++b)
      if (b != a && affinities.between({a}, {b}) > 0.0)
        all.push_back(*affinities.between({a}, {b}));
    std::sort(all.rbegin(), all.rend());
    if (all.size() > 8) all.resize(8);
    std::vector<double> found;
    for (const Neighbour& neighbour : nearest[a]) found.push_back(neighbour.affinity);
    CHECK(found == all);
  }
}
