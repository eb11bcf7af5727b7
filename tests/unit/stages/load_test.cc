#include "stages/load.h"

#include "catch.h"
#include "formats/report.h"
#include "stages/small_site.h"

using namespace waymark;

TEST_CASE("a record's id is its file's name, its data the front matter, its prose the rest") {
  SmallSite site(
      {{"content/roles/welder.md",
        "+++\ntitle = \"Welder\"\naliases = [\"arc welder\"]\nsummary = \"Joins metal.\"\n"
        "family = \"work\"\nlevels = [\"entry\"]\n"
        "skills = [{ id = \"welding\", importance = 5, level = \"expert\" }]\n"
        "education = { typical = \"none\" }\n+++\nA *hot* trade.\n"}});
  CHECK(site.messages() == "");
  REQUIRE(site.catalog.roles.size() == 1);
  const Role& welder = site.catalog.roles[0];
  CHECK(welder.id == "welder");
  CHECK(welder.aliases == std::vector<std::string>{"arc welder"});
  REQUIRE(welder.skills.size() == 1);
  CHECK(welder.skills[0].id.name == "welding");
  CHECK(welder.skills[0].importance == 5);
  CHECK(welder.skills[0].level == SkillLevel::expert);
  CHECK(welder.education.typical.name == "none");
  CHECK(site.sources.text(welder.body.span) == "A *hot* trade.\n");
}

TEST_CASE("YAML front matter and Hugo's names say the same") {
  SmallSite site({{"content/articles/hello.md",
                   "---\ntitle: \"Hello: a start\"\ndescription: About it.\ndate: \"2023-06-28\"\n"
                   "lastmod: 2024-01-02\nShowToc: false\ntags: [a, b]\n---\nText\n"}});
  CHECK(site.messages() == "");
  REQUIRE(site.catalog.articles.size() == 1);
  const Article& article = site.catalog.articles[0];
  CHECK(article.title == "Hello: a start");
  CHECK(article.summary == "About it.");
  CHECK(article.date == Date{2023, 6, 28});
  CHECK(article.updated == Date{2024, 1, 2});
  CHECK_FALSE(article.toc);
  CHECK(article.tags.size() == 2);
}

TEST_CASE("an unknown key is an error with the nearest known one") {
  SmallSite site(
      {{"content/skills/go.md",
        "+++\ntitle = \"Go\"\nsumary = \"A language.\"\nsummary = \"x\"\nkind = \"tool\"\n+++\n"}});
  CHECK(site.messages() ==
        "content/skills/go.md:3:1: error: unknown key \"sumary\" in the skill\n"
        "   3 | sumary = \"A language.\"\n"
        "     | ^~~~~~\n"
        "     = did you mean \"summary\"?\n");
}

TEST_CASE("a missing key is reported where the record begins, with what it is for") {
  SmallSite site({{"content/salaries/us.toml",
                   "[[salary]]\nrole = \"a\"\nregion = \"us\"\nyear = 2024\n"
                   "currency = \"USD\"\nmedian = 1\nsource = \"s\"\n"}});
  CHECK(site.messages() ==
        "content/salaries/us.toml:1:1: error: the salary has no \"population\"\n"
        "   1 | [[salary]]\n"
        "     | ^~~~~~~~~~\n"
        "     = population: Who was counted.\n");
}

TEST_CASE("a value of the wrong type says what is wanted and what to write") {
  SmallSite site(
      {skill("go", "requires = \"git\"\naliases = [1]\ndraft = \"true\"\nsources = { a = 1 }\n")});
  CHECK(site.messages() ==
        "content/skills/go.md:5:12: error: \"requires\" must be a list, not a text\n"
        "   5 | requires = \"git\"\n"
        "     |            ^~~~~\n"
        "     = write [\"git\"]\n"
        "content/skills/go.md:6:12: error: \"aliases\" must be a text, not a whole number\n"
        "   6 | aliases = [1]\n"
        "     |            ^\n"
        "     = write \"1\", in quotes\n"
        "content/skills/go.md:7:9: error: \"draft\" must be true or false, not a text\n"
        "   7 | draft = \"true\"\n"
        "     |         ^~~~~~\n"
        "     = write true without quotes\n"
        "content/skills/go.md:8:11: error: \"sources\" must be a list, not a table\n"
        "   8 | sources = { a = 1 }\n"
        "     |           ^~~~~~~~~\n");
}

TEST_CASE("numbers out of range, words out of the list and empty texts are errors") {
  SmallSite site(
      {role("welder",
            "skills = [{ id = \"go\", importance = 7, level = \"expret\" }]\nno_pay = \" \"\n")});
  CHECK(site.messages() ==
        "content/roles/welder.md:6:37: error: \"importance\" must be from 1 to 5, not 7\n"
        "   6 | skills = [{ id = \"go\", importance = 7, level = \"expret\" }]\n"
        "     |                                     ^\n"
        "content/roles/welder.md:6:49: error: \"expret\" is no word for \"level\"\n"
        "   6 | skills = [{ id = \"go\", importance = 7, level = \"expret\" }]\n"
        "     |                                                 ^~~~~~\n"
        "     = did you mean \"expert\"?\n"
        "     = one of: basic, working, advanced, expert\n"
        "content/roles/welder.md:7:10: error: \"no_pay\" is empty\n"
        "   7 | no_pay = \" \"\n"
        "     |          ^~~\n"
        "     = no_pay: Why there is no figure on its pay, in a sentence.\n");
}

TEST_CASE("a date that is no day is an error") {
  SmallSite site({skill("go", "updated = \"2026-02-30\"\n")});
  CHECK(site.messages() ==
        "content/skills/go.md:5:11: error: \"updated\" is no date\n"
        "   5 | updated = \"2026-02-30\"\n"
        "     |           ^~~~~~~~~~~~\n"
        "     = write year-month-day: 2026-11-21\n");
}

TEST_CASE("drafts, scheduled and expired entries are kept back") {
  const auto files = {skill("draft", "draft = true\n"), skill("later", "date = 2026-11-22\n"),
                      skill("gone", "expires = 2026-11-21\n"),
                      skill("today", "date = 2026-11-21\n")};
  SmallSite site(files);
  REQUIRE(site.catalog.skills.size() == 1);
  CHECK(site.catalog.skills[0].id == "today");
  REQUIRE(site.catalog.withheld.size() == 3);
  CHECK(site.catalog.withheld[0].why == "is a draft");
  CHECK(site.catalog.withheld[1].why == "is not published before 2026-11-22");
  CHECK(site.catalog.withheld[2].why == "expired on 2026-11-21");

  SmallSite with_drafts(files, {{2026, 11, 21}, true, 1});
  CHECK(with_drafts.catalog.skills.size() == 3);  // all but the expired one
}

TEST_CASE("a top-coded amount is a floor, and percentiles must rise") {
  SmallSite site(
      {{"content/salaries/us.toml",
        "[[salary]]\noccupation = \"11-3021\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\n"
        "p25 = 300\nmedian = 200\np90 = \">= 239200\"\npopulation = \"all\"\nsource = \"s\"\n"}});
  CHECK(site.messages() ==
        "content/salaries/us.toml:7:10: error: \"median\" is smaller than \"p25\"\n"
        "   7 | median = 200\n"
        "     |          ^~~\n");
  REQUIRE(site.catalog.salaries.size() == 1);
  CHECK(site.catalog.salaries[0].p90->at_least);
  CHECK(site.catalog.salaries[0].p90->value == 239200);
}

TEST_CASE("a salary needs somebody it is for, and an amount") {
  SmallSite site({{"content/salaries/us.toml",
                   "[[salary]]\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\npopulation = "
                   "\"all\"\nsource = \"s\"\n"}});
  CHECK(site.messages() ==
        "content/salaries/us.toml:1:1: error: the salary has neither \"role\" nor \"occupation\"\n"
        "   1 | [[salary]]\n"
        "     | ^~~~~~~~~~\n"
        "     = role: the role it is for; occupation: an official code, 15-2051\n"
        "content/salaries/us.toml:1:1: error: the salary has no amount\n"
        "   1 | [[salary]]\n"
        "     | ^~~~~~~~~~\n"
        "     = give one or more of p10, p25, median, p75, p90, mean\n");
}

TEST_CASE("a salary whose only amount is none is one mistake") {
  SmallSite site({{"content/salaries/us.toml",
                   "[[salary]]\nrole = \"r\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\n"
                   "median = \"61,000\"\npopulation = \"all\"\nsource = \"s\"\n"}});
  CHECK(site.messages() ==
        "content/salaries/us.toml:6:10: error: \"median\" is no amount\n"
        "   6 | median = \"61,000\"\n"
        "     |          ^~~~~~~~\n"
        "     = write a number, 125000, or where the source gives a floor, \">= 239200\"\n");
}

TEST_CASE("an article whose summary is misspelt gets no other summary as well") {
  SmallSite site({{"content/articles/a.md", "+++\ntitle = \"A\"\nsumary = \"x\"\n+++\nText.\n"}});
  CHECK(site.messages() ==
        "content/articles/a.md:3:1: error: unknown key \"sumary\" in the article\n"
        "   3 | sumary = \"x\"\n"
        "     | ^~~~~~\n"
        "     = did you mean \"summary\"?\n");
}

TEST_CASE("a file that nothing reads is an error, with the folder that was meant") {
  SmallSite site({{"content/role/welder.md", "text"}, {"content/notes.md", "text"}});
  CHECK(site.messages() ==
        "content/notes.md:1:1: error: nothing reads this file\n"
        "   1 | text\n"
        "     | ^\n"
        "     = content/ holds site.toml, taxonomies.toml, home.md, sources.toml, disputes.toml, "
        "titles.toml, redirects.toml, "
        "articles/, "
        "roles/, skills/, certifications/, pages/, salaries/, figures/\n"
        "content/role/welder.md:1:1: error: nothing reads this file\n"
        "   1 | text\n"
        "     | ^\n"
        "     = did you mean \"roles/\"?\n");
}

TEST_CASE("a file's name that is no id says how to rename it") {
  SmallSite site({{"content/skills/C plus.md",
                   "+++\ntitle = \"C\"\nsummary = \"x\"\nkind = \"tool\"\n+++\n"}});
  CHECK(site.messages() ==
        "content/skills/C plus.md:1:1: error: the file's name \"C plus\" is no id\n"
        "   1 | +++\n"
        "     | ^\n"
        "     = an id is made of lower-case letters, digits and hyphens\n"
        "     = rename it to c-plus.md\n");
}

TEST_CASE("Hugo's page of a folder is left out, as the message says") {
  SmallSite site({{"content/articles/_index.md", "+++\ntitle = \"A\"\nsummary = \"x\"\n+++\n"}});
  CHECK(site.messages() ==
        "content/articles/_index.md:1:1: error: the file's name \"_index\" is no id\n"
        "   1 | +++\n"
        "     | ^\n"
        "     = leave it out: lists make themselves\n");
}

TEST_CASE("who refers to a file with a wrong name by its right one is not reported as well") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       {"content/skills/C plus.md", "+++\ntitle = \"C\"\nsummary = \"x\"\nkind = \"tool\"\n+++\n"},
       role("coder", "skills = [{ id = \"c-plus\", importance = 3 }]\n")});
  site.link();
  CHECK(site.found.errors() == 1);
}

TEST_CASE(
    "bytes that are no UTF-8 are an error at the first one, and the file is not read further") {
  SmallSite site({{"content/skills/go.md", "+++\ntitle = \"Caf\xE9\"\n+++\n"}});
  CHECK(site.messages() ==
        "content/skills/go.md:2:13: error: the file is not UTF-8: byte 0xE9\n"
        "   2 | title = \"Caf\xEF\xBF\xBD\"\n"
        "     |             ^\n"
        "     = save it with the encoding UTF-8\n");
}

TEST_CASE("files beside the records are published as they are") {
  SmallSite site({{"assets/style.css", "p {}"}, {"content/articles/ladder.svg", "<svg/>"}});
  REQUIRE(site.catalog.assets.size() == 2);
  CHECK(site.catalog.assets[0].path == "assets/style.css");
  CHECK(site.catalog.assets[1].path == "articles/ladder.svg");
}

TEST_CASE("an occupation needs a code or an address") {
  SmallSite site({role("welder", "occupations = [{ system = \"ESCO\", match = \"close\" }]\n")});
  CHECK(site.messages() ==
        "content/roles/welder.md:6:15: error: an occupation has neither \"code\" nor \"url\"\n"
        "   6 | occupations = [{ system = \"ESCO\", match = \"close\" }]\n"
        "     |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "     = code: its code, 15-2051; url: its page\n");
}

TEST_CASE("a base URL needs its scheme") {
  SmallSite site(
      {{"content/site.toml",
        "title = \"G\"\nbase_url = \"example.org\"\ndescription = \"d\"\ncurrency = \"USD\"\n"}});
  CHECK(site.messages() ==
        "content/site.toml:2:12: error: \"base_url\" is no web address\n"
        "   2 | base_url = \"example.org\"\n"
        "     |            ^~~~~~~~~~~~~\n"
        "     = write it with https:// before it: https://example.org/guide/\n");
}

TEST_CASE("one job and eight read the same records and say the same") {
  const auto files = {skill("b", "requires = 1\n"), skill("a", "level = \"x\"\n"), skill("c")};
  SmallSite one(files, {{2026, 11, 21}, false, 1});
  SmallSite eight(files, {{2026, 11, 21}, false, 8});
  CHECK(one.messages() == eight.messages());
  CHECK(one.catalog.skills.size() == eight.catalog.skills.size());
}

TEST_CASE("a file with the same bytes in the same place is not parsed again, any other is") {
  const auto loaded = [](SmallSite::Files files, LoadedFiles& last) {
    Sources sources;
    for (const auto& [path, text] : files) sources.add(path, text);
    Diagnostics found;
    Catalog catalog = load(sources, {{2026, 11, 21}, false, 2}, last, found);
    return std::make_pair(std::move(catalog), report(found, sources, {}));
  };
  const auto broken = skill("welding", "colour = 1\n");
  LoadedFiles last;
  const auto [first, messages] = loaded({skill("go"), broken}, last);
  CHECK(messages == SmallSite({skill("go"), broken}).messages());
  CHECK(messages != "");

  last[0].catalog.skills[0].title = "Kept";
  const auto [second, same_messages] = loaded({skill("go"), broken}, last);
  CHECK(second.skills[0].title == "Kept");
  CHECK(same_messages == messages);

  const auto [third, none] = loaded({skill("go", "", "Other."), skill("welding")}, last);
  CHECK(third.skills[0].title == "go");
  CHECK(none == "");

  // A new file moves the others: their places name another file now.
  const auto [fourth, moved] = loaded({skill("ada"), skill("go"), broken}, last);
  CHECK(fourth.skills.size() == 3);
  CHECK(moved == messages);
}
