#include "stages/shortcodes/calls.h"

#include "catch.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

const std::pair<std::string, std::string> box = {
    "templates/shortcodes/box.html", "{{! block: title required, roles role list, year number }}"};

std::string row(const std::string& keys) {
  return "[[salary]]\nrole = \"tester\"\nregion = \"us\"\ncurrency = \"USD\"\np25 = 1\nmedian = "
         "2\np75 = 3\npopulation = \"all\"\nsource = \"bureau\"\n" +
         keys;
}

const std::pair<std::string, std::string> sources = {
    "content/sources.toml",
    "[source.bureau]\ntitle = \"Wages\"\npublisher = \"The bureau\"\npublished = \"2025\"\nkind = "
    "\"official\"\n"};

std::optional<Site> linked(SmallSite& site) {
  std::optional<Site> result = site.link();
  INFO(site.messages());
  REQUIRE(result);
  return result;
}

std::vector<int> years(const Site& site, const ShortcodeCall& call) {
  std::vector<int> found;
  for (const Id<Salary> id : call.pay) found.push_back(site[id].year);
  return found;
}

}  // namespace

TEST_CASE("values without a key go to the arguments in their order, and a list keeps the rest") {
  SmallSite site({site_settings(), taxonomies(), box, role("tester"), role("writer"),
                  skill("go", "", "{{< box \"A title\" tester writer >}}\n")});
  const auto result = linked(site);
  const ShortcodeCall& call = (*result)->skills[0].body.shortcodes.at(0);
  CHECK(call.layout == "shortcodes/box");
  CHECK_FALSE(call.is_inline);
  REQUIRE(call.arguments.size() == 3);
  CHECK(call.arguments[0].values.at(0).text == "A title");
  REQUIRE(call.arguments[1].values.size() == 2);
  CHECK(call.arguments[1].values[0].record == RecordRef{Kind::role, 0});
  CHECK(call.arguments[1].values[1].record == RecordRef{Kind::role, 1});
  CHECK(call.arguments[2].values.empty());
}

TEST_CASE("a list under its key is parted by commas, each with its own place") {
  SmallSite site({site_settings(), taxonomies(), box, role("tester"),
                  skill("go", "", "{{< box roles=\"tester, writer\" title=`x` >}}\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:6:24: error: unknown role \"writer\"\n"
        "   6 | {{< box roles=\"tester, writer\" title=`x` >}}\n"
        "     |                        ^~~~~~\n");
}

TEST_CASE("without a year the newest row is meant, without a level one for all levels") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       sources,
       {"templates/shortcodes/salary.html", "{{! inline: role role, year number }}"},
       {"content/salaries/us.toml",
        row("year = 2023\n") + row("year = 2024\n") + row("year = 2025\nlevel = \"entry\"\n")},
       role("tester", "", "{{< salary tester >}} and {{< salary tester year=2023 >}}\n")});
  const auto result = linked(site);
  const auto& calls = (*result)->roles[0].body.shortcodes;
  REQUIRE(calls.size() == 2);
  CHECK(years(*result, calls[0]) == std::vector<int>{2024});
  CHECK(years(*result, calls[1]) == std::vector<int>{2023});
}

TEST_CASE("a chart of one role shows its levels in the order of seniority") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       sources,
       {"templates/shortcodes/chart.html", "{{! block: roles role list }}"},
       {"content/salaries/us.toml",
        row("year = 2024\nlevel = \"senior\"\n") + row("year = 2024\nlevel = \"entry\"\n") +
            row("year = 2023\nlevel = \"entry\"\n") + row("year = 2024\n")},
       role("tester", "", "{{< chart tester >}}\n")});
  const auto result = linked(site);
  CHECK((*result)->roles[0].body.shortcodes.at(0).pay == std::vector<Id<Salary>>{{1}, {0}});
}

TEST_CASE("a reference to a draft in a shortcode says that it is one") {
  SmallSite site({site_settings(), taxonomies(), box, role("tester", "draft = true\n"),
                  skill("go", "", "{{< box x tester >}}\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:6:11: error: role \"tester\" is a draft\n"
        "   6 | {{< box x tester >}}\n"
        "     |           ^~~~~~\n"
        "     = take draft = true out of its file, or name it later\n");
}
