#include "stages/derive/paths.h"

#include "catch.h"
#include "stages/derive.h"
#include "stages/derive/many_roles.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

using Names = std::vector<std::string>;

// "a > b" for a usual path, "a - b" for one between near roles.
std::string told(const Site& site, const CareerPath& path) {
  return site[path.from].id + (path.is_usual ? " > " : " - ") + site[path.to].id;
}
Names paths(const Site& site, const Derived& derived) {
  Names all;
  for (const CareerPath& path : derived.paths) all.push_back(told(site, path));
  return all;
}

std::pair<std::string, std::string> certification(const std::string& id, const std::string& covers,
                                                  const std::string& status = "active") {
  return {"content/certifications/" + id + ".md",
          "+++\ntitle = \"" + id + "\"\nsummary = \"x\"\nprovider = \"Guide\"\nstatus = \"" +
              status + "\"\nchecked = 2026-01-01\ncovers = [" + covers + "]\n+++\n"};
}

const std::string both_need_x = "skills = [{ id = \"x\", importance = 1 }]\n";

Names ids(const Site& site, const std::vector<Id<Role>>& roles) {
  Names all;
  for (const Id<Role> role : roles) all.push_back(site[role].id);
  return all;
}

}  // namespace

TEST_CASE("near roles have a path both ways, but none back along a way that leads up") {
  SmallSite files({site_settings(), taxonomies(), skill("x"), skill("y"), skill("z"),
                   // near each other
                   role("a", both_need_x), role("b", both_need_x),
                   // near, and one leads to the other
                   role("c", "skills = [{ id = \"y\", importance = 1 }]\nleads_to = [\"d\"]\n"),
                   role("d", "skills = [{ id = \"y\", importance = 1 }]\n"),
                   // near, and each leads to the other
                   role("e", "skills = [{ id = \"z\", importance = 1 }]\nleads_to = [\"f\"]\n"),
                   role("f", "skills = [{ id = \"z\", importance = 1 }]\nleads_to = [\"e\"]\n"),
                   // far, but one leads there; only compared
                   role("g", "leads_to = [\"a\"]\ncompare_with = [\"b\"]\n")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(paths(*site, derived) == Names{"a - b", "b - a", "c > d", "e > f", "f > e", "g > a"});
  for (const CareerPath& path : derived.paths) {
    const Comparison& comparison = derived.comparisons[path.comparison];
    CHECK(std::minmax(path.from, path.to) == std::minmax(comparison.first, comparison.second));
  }
}

TEST_CASE("of a role the usual paths come first, then those to the nearest") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("x"), skill("y"),
       role("a", both_need_x + "leads_to = [\"e\"]\n"), role("e"),
       role("b", "skills = [{ id = \"x\", importance = 1 }, { id = \"y\", importance = 5 }]\n"),
       role("c", both_need_x)});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  Names from_a;
  for (const std::size_t path : derived.roles[0].paths)
    from_a.push_back(told(*site, derived.paths[path]));
  CHECK(from_a == Names{"a > e", "a - c", "a - b"});
}

TEST_CASE("what carries over is seen from the one who goes, what matters most there first") {
  SmallSite files({site_settings(), taxonomies(), skill("x"), skill("y"),
                   role("a",
                        "skills = [{ id = \"x\", importance = 5, level = \"basic\" },\n"
                        "{ id = \"y\", importance = 1 }]\n"),
                   role("b",
                        "skills = [{ id = \"x\", importance = 2, level = \"expert\" },\n"
                        "{ id = \"y\", importance = 4 }]\n")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(paths(*site, derived) == Names{"a - b", "b - a"});
  const Id<Skill> x{0}, y{1};
  const std::vector<SkillPair>& there = derived.paths[0].carries_over;
  REQUIRE(there.size() == 2);
  CHECK(there[0].skill == y);
  CHECK(there[0].first == 1);
  CHECK(there[0].second == 4);
  const std::vector<SkillPair>& back = derived.paths[1].carries_over;
  REQUIRE(back.size() == 2);
  CHECK(back[0].skill == x);
  CHECK(back[0].first == 2);
  CHECK(back[0].second == 5);
  CHECK(back[0].first_level == SkillLevel::expert);
  CHECK(back[0].second_level == SkillLevel::basic);
  REQUIRE(derived.paths[0].course.size() == 1);  // x has to be deepened on the way to b
  CHECK(derived.paths[0].course[0][0].known == SkillLevel::basic);
  CHECK(derived.paths[1].course.empty());
}

TEST_CASE("pay on a path is that of the comparison, the one who goes first") {
  SmallSite files(
      {site_settings(),
       taxonomies(),
       {"content/sources.toml",
        "[source.poll]\ntitle = \"x\"\npublisher = \"x\"\npublished = \"2025\"\nkind = "
        "\"survey\"\n"},
       role("a"),
       role("b", "leads_to = [\"a\"]\n"),
       {"content/salaries/all.toml",
        "[[salary]]\nrole = \"a\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 9\n"
        "population = \"all\"\nsource = \"poll\"\n"
        "[[salary]]\nrole = \"b\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 5\n"
        "population = \"all\"\nsource = \"poll\"\n"}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(paths(*site, derived) == Names{"b > a"});
  REQUIRE(derived.paths[0].pay.titles.size() == 1);
  CHECK((*site)[derived.paths[0].pay.titles[0].first].median->value == 5);
  CHECK((*site)[derived.paths[0].pay.titles[0].second].median->value == 9);
}

TEST_CASE("certifications for a path cover what is missing and can be taken, most skills first") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("base"), skill("p", "requires = [\"base\"]\n"),
       skill("q"), skill("r"), skill("known"),
       role("a", "leads_to = [\"b\"]\nskills = [{ id = \"known\", importance = 1 }]\n"),
       role("b",
            "skills = [{ id = \"p\", importance = 1 }, { id = \"q\", importance = 1 },\n"
            "{ id = \"r\", importance = 1 }]\n"),
       certification("gone", "\"p\", \"q\", \"r\"", "retired"),
       certification("groundwork", "\"base\""), certification("one", "\"q\""),
       certification("two", "\"r\", \"p\", \"base\""),
       certification("unsure", "\"p\", \"q\", \"r\"", "unverified")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(paths(*site, derived) == Names{"a > b"});
  std::string covers;
  for (const Cover& cover : derived.paths[0].certifications) {
    covers += (*site)[cover.certification].id + ":";
    for (const Id<Skill> skill : cover.skills) covers += " " + (*site)[skill].id;
    covers += "; ";
  }
  CHECK(covers == "two: p r; one: q; unsure: p q r; ");
}

TEST_CASE("five certifications for a path are enough") {
  SmallSite files({site_settings(), taxonomies(), skill("p"), skill("known"),
                   role("a", "leads_to = [\"b\"]\nskills = [{ id = \"known\", importance = 1 }]\n"),
                   role("b", "skills = [{ id = \"p\", importance = 1 }]\n"),
                   certification("a1", "\"p\""), certification("a2", "\"p\""),
                   certification("a3", "\"p\""), certification("a4", "\"p\""),
                   certification("a5", "\"p\""), certification("a6", "\"p\"")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(derived.paths[0].certifications.size() == 5);
  CHECK((*site)[derived.paths[0].certifications[4].certification].id == "a5");
}

TEST_CASE("a role stands on the ladder at its lowest level, by title") {
  const auto at = [](const std::string& id, const std::string& levels) {
    return std::pair("content/roles/" + id + ".md",
                     "+++\ntitle = \"" + id + "\"\nsummary = \"x\"\nfamily = \"work\"\nlevels = [" +
                         levels + "]\n+++\n");
  };
  SmallSite files({site_settings(), taxonomies(), at("b", "\"senior\", \"entry\""),
                   at("c", "\"senior\""), at("a", "\"entry\"")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  REQUIRE(derived.ladder.size() == 2);
  CHECK(ids(*site, derived.ladder[0]) == Names{"a", "b"});
  CHECK(ids(*site, derived.ladder[1]) == Names{"c"});
}

TEST_CASE("paths are sorted, each once, and at most two for a comparison") {
  const Site site = many_roles({.roles = 60, .skills = 50, .skills_of_a_role = 8, .seed = 3});
  const Derived derived = derive(site, {2026, 11, 21});
  CHECK(derived.paths.size() <= 2 * derived.comparisons.size());
  CHECK(derived.paths.size() > derived.comparisons.size());
  for (std::size_t i = 1; i < derived.paths.size(); ++i)
    CHECK(std::tie(derived.paths[i - 1].from, derived.paths[i - 1].to) <
          std::tie(derived.paths[i].from, derived.paths[i].to));
}
