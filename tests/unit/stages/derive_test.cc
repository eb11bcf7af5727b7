#include "stages/derive.h"

#include "catch.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

std::pair<std::string, std::string> sources_file() {
  return {"content/sources.toml",
          "[source.bureau]\ntitle = \"Wages\"\npublisher = \"Bureau\"\npublished = \"2025\"\nkind "
          "= \"official\"\n"
          "[source.poll]\ntitle = \"Poll\"\npublisher = \"Pollster\"\npublished = \"2025\"\nkind = "
          "\"survey\"\n"
          "[source.treasury]\ntitle = \"Census\"\npublisher = \"Treasury\"\npublished = "
          "\"2025\"\nkind = \"official\"\n"};
}

std::string row(const std::string& more) {
  return "[[salary]]\nregion = \"us\"\npopulation = \"all\"\n" + more;
}

template <class T>
std::vector<std::string> titles(const Site& site, const std::vector<Id<T>>& ids) {
  std::vector<std::string> all;
  for (const Id<T> id : ids) all.push_back(site[id].title);
  return all;
}

}  // namespace

TEST_CASE("every reference has its back-link") {
  SmallSite files(
      {site_settings(),
       taxonomies(),
       skill("git"),
       skill("go", "requires = [\"git\"]\n"),
       role("cook", "leads_to = [\"chef\"]\nskills = [{ id = \"git\", importance = 2 }]\n"),
       role("chef", "skills = [{ id = \"git\", importance = 5 }]\ncertifications = [\"star\"]\n"),
       {"content/certifications/star.md",
        "+++\ntitle = \"Star\"\nsummary = \"x\"\nprovider = \"Guide\"\nstatus = \"active\"\n"
        "checked = 2026-01-01\ncovers = [\"git\"]\n+++\n"},
       {"content/articles/named.md",
        "+++\ntitle = \"Named\"\nsummary = \"x\"\nskills = [\"git\"]\n+++\n"},
       {"content/articles/linked.md",
        "+++\ntitle = \"Linked\"\nsummary = \"x\"\n+++\n[git](../skills/git.md), "
        "[git](../skills/git.md)\n"}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const Id<Skill> git{0};
  const SkillLinks& links = derived.skills[git.index];
  REQUIRE(links.roles.size() == 2);
  CHECK((*site)[links.roles[0].role].title == "chef");  // the more important need first
  CHECK(titles(*site, links.certifications) == std::vector<std::string>{"Star"});
  CHECK(titles(*site, links.needed_for) == std::vector<std::string>{"go"});
  CHECK(titles(*site, links.articles) == std::vector<std::string>{"Named"});
  REQUIRE(derived.mentions.at(any(git)).size() == 1);
  CHECK(derived.mentions.at(any(git))[0].by == RecordRef{Kind::article, 0});
  const Id<Role> chef{0};
  CHECK(titles(*site, derived.roles[chef.index].comes_from) == std::vector<std::string>{"cook"});
  CHECK(titles(*site, derived.certifications[0].roles) == std::vector<std::string>{"chef"});
}

TEST_CASE(
    "the headline is the newest median of all levels, in the guide's currency, from own rows of "
    "enough people") {
  SmallSite files(
      {site_settings(),
       taxonomies(),
       sources_file(),
       role("cook",
            "occupations = [{ system = \"SOC\", code = \"35-1011\", match = \"proxy\" }]\n"),
       role("chef"),
       {"content/salaries/all.toml",
        row("role = \"cook\"\nyear = 2024\ncurrency = \"EUR\"\nmedian = 1\nsource = \"poll\"\n") +
            row("role = \"cook\"\nyear = 2023\ncurrency = \"USD\"\nmedian = 2\nsource = "
                "\"poll\"\n") +
            row("role = \"cook\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 3\nlevel = "
                "\"senior\"\nsource = \"poll\"\n") +
            row("role = \"cook\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 4\nsource = "
                "\"poll\"\n") +
            row("occupation = \"35-1011\"\nyear = 2025\ncurrency = \"USD\"\nmedian = 5\nsource = "
                "\"bureau\"\n") +
            row("role = \"cook\"\nyear = 2025\ncurrency = \"USD\"\nmean = 6\nsource = "
                "\"poll\"\n") +
            row("role = \"cook\"\nyear = 2025\ncurrency = \"USD\"\nmedian = 7\nsample = 29\n"
                "source = \"poll\"\n")}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const RoleLinks& cook = derived.roles[1];
  REQUIRE(cook.headline.valid());
  CHECK((*site)[cook.headline].median->value == 4);
  CHECK(cook.salaries.size() == 6);
  REQUIRE(cook.proxies.size() == 1);
  CHECK(cook.official_headline == cook.proxies[0]);  // apart from the role's own rows
  CHECK_FALSE(derived.roles[0].headline.valid());    // the chef has no rows: nothing, not 0
  CHECK(derived.sources[1].salaries.size() == 6);
}

TEST_CASE("a number that a shortcode prints is a use of its source, once") {
  SmallSite files({site_settings(),
                   taxonomies(),
                   sources_file(),
                   {"templates/shortcodes/figure-value.html", "{{! inline: figure figure }}"},
                   {"templates/shortcodes/salary.html", "{{! inline: role role }}"},
                   {"content/figures/growth.toml",
                    "[[figure]]\nid = \"growth\"\ntitle = \"Growth\"\nvalue = 3\nunit = "
                    "\"percent\"\nstatistic = \"change\"\nperiod = \"2024\"\npopulation = "
                    "\"all\"\nsource = \"bureau\"\n"},
                   {"content/salaries/us.toml",
                    row("role = \"cook\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 1\nsource = "
                        "\"poll\"\n")},
                   role("cook", "",
                        "{{< figure-value growth >}}, {{< figure-value growth >}} and {{< salary "
                        "cook >}}.\n")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const std::vector<RecordRef> cook{{Kind::role, 0}};
  CHECK(derived.sources[0].used_by == cook);
  CHECK(derived.sources[1].used_by == cook);
}

TEST_CASE("an occupation without a code has no official rows") {
  SmallSite files(
      {site_settings(),
       taxonomies(),
       sources_file(),
       role("cook",
            "occupations = [{ system = \"ESCO\", url = \"https://example.org/cook\", match = "
            "\"close\" }]\n"),
       role("chef"),
       {"content/salaries/all.toml",
        row("role = \"chef\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 1\nsource = \"poll\"\n")}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(derived.roles[1].proxies.empty());
  CHECK_FALSE(derived.roles[1].official_headline.valid());
}

TEST_CASE("articles are listed by their order, then the newest first") {
  const auto article = [](const std::string& id, const std::string& more) {
    return std::pair("content/articles/" + id + ".md",
                     "+++\ntitle = \"" + id + "\"\nsummary = \"x\"\n" + more + "+++\n");
  };
  SmallSite files({site_settings(), taxonomies(), article("old", "date = 2025-01-01\n"),
                   article("new", "date = 2026-01-01\n"),
                   article("first", "order = 1\ndate = 2020-01-01\n")});
  const auto site = files.link();
  REQUIRE(site);
  CHECK(titles(*site, derive(*site, {2026, 11, 21}).articles) ==
        std::vector<std::string>{"first", "new", "old"});
}

TEST_CASE(
    "official rows stand by occupation, the newest year first, whatever their source is called") {
  const auto official = [](const std::string& code, const std::string& year,
                           const std::string& source) {
    return row("occupation = \"" + code + "\"\nyear = " + year +
               "\ncurrency = \"USD\"\nmedian = 1\nsource = \"" + source + "\"\n");
  };
  SmallSite files(
      {site_settings(),
       taxonomies(),
       sources_file(),
       role("cook",
            "occupations = [{ system = \"SOC\", code = \"35-2014\", match = \"proxy\" },\n"
            "{ system = \"SOC\", code = \"35-1011\", match = \"proxy\" }]\n"),
       {"content/salaries/all.toml", official("35-2014", "2024", "bureau") +
                                         official("35-1011", "2023", "bureau") +
                                         official("35-1011", "2024", "treasury")}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  std::vector<std::string> rows;
  for (const Id<Salary> id : derived.roles[0].proxies)
    rows.push_back((*site)[id].occupation + " " + std::to_string((*site)[id].year));
  CHECK(rows == std::vector<std::string>{"35-1011 2024", "35-1011 2023", "35-2014 2024"});
  // What stands for the role is the occupation that its author names first.
  CHECK((*site)[derived.roles[0].official_headline].occupation == "35-2014");
}

TEST_CASE("what a survey says of an occupation is no official statistic") {
  SmallSite files(
      {site_settings(),
       taxonomies(),
       sources_file(),
       role("cook",
            "occupations = [{ system = \"SOC\", code = \"35-2014\", match = \"exact\" }]\n"),
       {"content/salaries/all.toml",
        row("occupation = \"35-2014\"\nyear = 2024\ncurrency = \"USD\"\nmedian = 1\nsource = "
            "\"poll\"\n")}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  CHECK(derived.roles[0].proxies.empty());
  CHECK_FALSE(derived.roles[0].official_headline.valid());
}

TEST_CASE("a page that a field lists already is not said to mention as well") {
  SmallSite files({site_settings(), taxonomies(), skill("git", "", "Before go.\n"),
                   skill("go", "requires = [\"git\"]\n", "After git.\n"),
                   skill("make", "related = [\"git\"]\n", "It calls git. Then go.\n")});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const RecordRef git{Kind::skill, 0};
  const RecordRef go{Kind::skill, 1};
  const RecordRef make{Kind::skill, 2};
  // The page of git lists go as a skill that needs it; that make calls it related is said there
  // only.
  REQUIRE(derived.mentions.at(git).size() == 1);
  CHECK(derived.mentions.at(git)[0].by == make);
  CHECK(derived.mentions.at(git)[0].sentence == "It calls git.");
  REQUIRE(derived.mentions.at(go).size() == 1);
  CHECK(derived.mentions.at(go)[0].sentence == "Then go.");
  CHECK_FALSE(derived.mentions.contains(make));
}

TEST_CASE("articles that mention a record come first; ten mentions are enough, five of them told") {
  SmallSite files({site_settings(),
                   taxonomies(),
                   skill("a", "", "git"),
                   skill("b", "", "git"),
                   skill("c", "", "git"),
                   skill("d", "", "git"),
                   skill("e", "", "git"),
                   skill("f", "", "git"),
                   skill("git"),
                   skill("h", "", "git"),
                   skill("i", "", "git"),
                   skill("j", "", "git"),
                   skill("k", "", "git"),
                   {"content/articles/z.md", "+++\ntitle = \"Z\"\nsummary = \"x\"\n+++\ngit\n"}});
  const auto site = files.link();
  CHECK(files.messages() == "");
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const std::vector<Mention>& mentions = derived.mentions.at({Kind::skill, 6});
  REQUIRE(mentions.size() == 10);
  CHECK(mentions[0].by.kind == Kind::article);
  CHECK(mentions[9].by == RecordRef{Kind::skill, 9});
  CHECK(mentions[4].sentence == "git");
  CHECK(mentions[5].sentence == "");
}
