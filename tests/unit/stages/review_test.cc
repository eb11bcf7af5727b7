#include "stages/review.h"

#include <algorithm>

#include "catch.h"
#include "stages/derive.h"
#include "stages/outside_links.h"
#include "stages/render.h"
#include "stages/small_site.h"
#include "stages/theme.h"

using namespace waymark;

namespace {

constexpr Date as_of{2026, 11, 21};

// A whole guide in memory, and what an editor has to say about it.
class Reviewed {
 public:
  explicit Reviewed(SmallSite::Files files) : site_(files) {
    add_theme(site_.sources);
    const std::optional<Site> linked = site_.link();
    INFO(site_.messages());
    REQUIRE(linked);
    const Derived derived = derive(*linked, as_of);
    pages =
        render(site_.sources, *linked, derived, {"https://example.org/", as_of, 1}, site_.found);
    REQUIRE_FALSE(site_.found.has_errors());
    site_.found = {};
    summary = summary_of(review(site_.sources, *linked, derived, pages, as_of, site_.found));
    messages = site_.messages();
  }

  const Sources& sources() const { return site_.sources; }

  Pages pages;
  std::string summary;
  std::string messages;

 private:
  SmallSite site_;
};

using File = std::pair<std::string, std::string>;

File settings() {
  const auto [path, text] = site_settings();
  return {path, text + "[figures]\nmax_age_years = 3\n"};
}

File sources_file(const std::string& more = {}) {
  return {"content/sources.toml",
          "[source.bureau]\ntitle = \"Wages\"\npublisher = \"The bureau\"\npublished = \"2025\"\n"
          "kind = \"official\"\n" +
              more};
}

File figure(const std::string& rest) {
  return {"content/figures/f.toml",
          "[[figure]]\nid = \"growth\"\ntitle = \"Growth\"\nvalue = 3\nunit = \"percent\"\n"
          "statistic = \"share\"\nperiod = \"long ago\"\npopulation = \"all\"\n"
          "source = \"bureau\"\n" +
              rest};
}

File certification(const std::string& id, const std::string& more) {
  return {"content/certifications/" + id + ".md",
          "+++\ntitle = \"" + id +
              "\"\nsummary = \"An exam.\"\nprovider = \"Somebody\"\nchecked = 2026-01-01\n"
              "status = \"active\"\n" +
              more + "+++\n"};
}

File article(const std::string& id, const std::string& more, const std::string& body) {
  return {"content/articles/" + id + ".md", "+++\ntitle = \"" + id +
                                                "\"\nsummary = \"Text.\"\nroles = [\"tester\"]\n" +
                                                more + "+++\n" + body};
}

const std::string fresh = "date = 2026-11-01\n";

}  // namespace

TEST_CASE("a guide with nothing to mend gets no advice") {
  const Reviewed guide{{settings(), taxonomies(), sources_file(), figure("year = 2025\n"),
                        skill("python"),
                        role("tester",
                             "skills = [{ id = \"python\", importance = 3 }]\n"
                             "outlook = [\"growth\"]\n"),
                        article("day", fresh, "## Morning\n\n### Coffee\n\nWords.\n")}};
  CHECK(guide.messages == "");
  CHECK(guide.summary == "");
}

TEST_CASE("an old figure that a page prints is to be renewed, one that none prints is not") {
  const Reviewed shown{{settings(), taxonomies(), sources_file(), figure("year = 2019\n"),
                        role("tester", "outlook = [\"growth\"]\n")}};
  CHECK(shown.messages ==
        "content/figures/f.toml:10:8: warning: a figure of 2019 is in use\n"
        "  10 | year = 2019\n"
        "     |        ^~~~\n"
        "     = look for a newer edition of \"Wages\"\n"
        "     = where the old one is meant, say why in the figure: why_old = \"...\"\n"
        "     = pages say how old it is after 3 years (max_age_years)\n");
  CHECK(shown.summary == "1 stale figure");
  const Reviewed unused{
      {settings(), taxonomies(), sources_file(), figure("year = 2019\n"), role("tester")}};
  CHECK(unused.summary == "");
}

TEST_CASE("an old figure whose author says why it stands there is not to be renewed") {
  const Reviewed guide{{settings(), taxonomies(), sources_file(),
                        figure("year = 2019\nwhy_old = \"Nobody has asked since.\"\n"),
                        role("tester", "outlook = [\"growth\"]\n")}};
  CHECK(guide.messages == "");
  const auto page = std::find_if(guide.pages.begin(), guide.pages.end(), [](const Page& made) {
    return made.path == "roles/tester/index.html";
  });
  CHECK(page->bytes.find("Nobody has asked since.") != std::string::npos);
}

TEST_CASE("old rows of pay count where they stand for a role, once for their source") {
  const auto row = [](const std::string& role, int year) {
    return "[[salary]]\nrole = \"" + role + "\"\nregion = \"us\"\nyear = " + std::to_string(year) +
           "\ncurrency = \"USD\"\nmedian = 90000\npopulation = \"staff\"\nsource = \"bureau\"\n";
  };
  const Reviewed guide{{settings(),
                        taxonomies(),
                        sources_file(),
                        {"content/salaries/us.toml", row("tester", 2021) + row("tester", 2025) +
                                                         row("cook", 2020) + row("baker", 2020)},
                        role("tester"),
                        role("cook"),
                        role("baker")}};
  CHECK(guide.messages ==
        "content/salaries/us.toml:20:8: warning: a figure of 2020 is in use, with 1 more of its "
        "source\n"
        "  20 | year = 2020\n"
        "     |        ^~~~\n"
        "     = look for a newer edition of \"Wages\"\n"
        "     = pages say how old it is after 3 years (max_age_years)\n");
}

TEST_CASE("a row that prose asks for by its year is old on purpose") {
  const File rows = {"content/salaries/us.toml",
                     "[[salary]]\noccupation = \"15-1\"\nregion = \"us\"\nyear = 2020\ncurrency = "
                     "\"USD\"\nmedian = 9\npopulation = \"staff\"\nsource = \"bureau\"\n"};
  const auto with = [&](const std::string& call) {
    return Reviewed{
        {settings(), taxonomies(), sources_file(), rows, role("tester"),
         article("pay", fresh, "It was {{< salary occupation=\"15-1\"" + call + " >}} then.\n")}};
  };
  CHECK(with("").summary == "1 stale figure");
  CHECK(with(" year=2020").summary == "");
}

TEST_CASE("a certification that retires within 90 days is named, and so are the roles it leaves") {
  const Reviewed guide{{settings(), taxonomies(),
                        certification("old-exam", "retires = 2026-12-31\n"),
                        certification("far-exam", "retires = 2027-12-31\n"),
                        role("tester", "certifications = [\"old-exam\", \"far-exam\"]\n")}};
  CHECK(
      guide.messages ==
      "content/certifications/old-exam.md:7:11: warning: this certification retires on 31 "
      "December 2026, in 40 days\n"
      "   7 | retires = 2026-12-31\n"
      "     |           ^~~~~~~~~~\n"
      "     = write replaced_by = [\"its-successor\"], if there is one, and tell the readers of "
      "its page what to do\n"
      "content/roles/tester.md:6:20: warning: this role recommends \"old-exam\", which retires on "
      "31 December 2026\n"
      "   6 | certifications = [\"old-exam\", \"far-exam\"]\n"
      "     |                    ^~~~~~~~\n"
      "     = take it out, or name its successor in its own file with replaced_by\n");
  CHECK(guide.summary == "2 retirements");
}

TEST_CASE("a retired certification is fine beside its successor, and advice without it") {
  const File old =
      certification("old-exam", "retires = 2026-01-31\nreplaced_by = [\"new-exam\"]\n");
  const File successor = certification("new-exam", "");
  const Reviewed alone{{settings(), taxonomies(), old, successor,
                        role("tester", "certifications = [\"old-exam\"]\n")}};
  CHECK(
      alone.messages ==
      "content/roles/tester.md:6:20: warning: this role recommends \"old-exam\", which retired on "
      "31 January 2026\n"
      "   6 | certifications = [\"old-exam\"]\n"
      "     |                    ^~~~~~~~\n"
      "     = write \"new-exam\" beside it or instead\n");
  const Reviewed both{{settings(), taxonomies(), old, successor,
                       role("tester", "certifications = [\"old-exam\", \"new-exam\"]\n")}};
  CHECK(both.messages == "");
}

TEST_CASE("a page that expires within 90 days is named with every place that counts on it") {
  const Reviewed guide{{settings(), taxonomies(), skill("python", "expires = 2027-01-01\n"),
                        skill("logic", "expires = 2027-12-31\nrequires = [\"python\"]\n"),
                        role("tester", "skills = [{ id = \"python\", importance = 3 }]\n",
                             "Learn [it](../skills/python.md) and [[logic]].\n")}};
  CHECK(guide.messages ==
        "content/skills/python.md:5:11: warning: this skill expires on 1 January 2027, in 41 days, "
        "and 3 places name it\n"
        "   5 | expires = 2027-01-01\n"
        "     |           ^~~~~~~~~~\n"
        "     = take it out there first: from that day on each is a mistake\n"
        "     = it is named here: content/roles/tester.md:6:19\n"
        "     = it is named here: content/skills/logic.md:6:14\n"
        "     = it is named here: content/roles/tester.md:8:12\n");
  CHECK(guide.summary == "1 expiring page");
}

TEST_CASE("a page may expire that only itself, pages that go with it and names in prose lead to") {
  const Reviewed guide{
      {settings(), taxonomies(), skill("logic"),
       skill("python", "expires = 2027-01-01\n", "More of [it](python.md).\n"),
       skill("numpy", "expires = 2026-12-31\nrequires = [\"python\"]\n"),
       role("tester", "skills = [{ id = \"logic\", importance = 3 }]\n", "Uses python daily.\n"),
       article("day", fresh + "skills = [\"logic\"]\n", "And numpy.\n")}};
  CHECK(guide.messages == "");
}

TEST_CASE("an article is due for review a year after its last date") {
  const auto with = [](const std::string& dates) {
    return Reviewed{{settings(), taxonomies(), role("tester"), article("day", dates, "Words.\n")}};
  };
  CHECK(with("date = 2025-11-21\n").messages == "");
  CHECK(with("date = 2020-01-01\nupdated = 2026-01-01\n").messages == "");
  const Reviewed overdue = with("date = 2025-11-20\n");
  CHECK(overdue.messages ==
        "content/articles/day.md:5:8: warning: nobody has looked at this article since 20 November "
        "2025\n"
        "   5 | date = 2025-11-20\n"
        "     |        ^~~~~~~~~~\n"
        "     = read it again, mend what is no longer so, and write updated = 2026-11-21\n");
  CHECK(overdue.summary == "1 overdue review");
  CHECK(with("").messages ==
        "content/articles/day.md:1:1: warning: nothing says when this article was last read\n"
        "   1 | +++\n"
        "     | ^~~\n"
        "     = read it again, mend what is no longer so, and write updated = 2026-11-21\n");
}

TEST_CASE("a skill, a source, an article and a file that nothing leads to are orphans") {
  const Reviewed guide{{settings(),
                        taxonomies(),
                        sources_file(),
                        skill("python"),
                        role("tester"),
                        {"content/articles/alone.md",
                         "+++\ntitle = \"Alone\"\nsummary = \"Text.\"\n" + fresh + "+++\nWords.\n"},
                        {"content/articles/unused.svg", "<svg/>"}}};
  CHECK(guide.messages ==
        "content/articles/alone.md:1:1: warning: only the list of articles leads to this one\n"
        "   1 | +++\n"
        "     | ^~~\n"
        "     = link to it from a page of its subject, or name what it is about: roles = "
        "[\"...\"], skills = [\"...\"]\n"
        "content/articles/unused.svg:1:1: warning: no page uses this file\n"
        "   1 | <svg/>\n"
        "     | ^\n"
        "     = show it, link to it, or take it out\n"
        "content/skills/python.md:1:1: warning: no role needs this skill, and no article is about "
        "it\n"
        "   1 | +++\n"
        "     | ^~~\n"
        "     = name it in the skills of a role or an article, or take the file out\n"
        "content/sources.toml:1:9: warning: nothing cites this source\n"
        "   1 | [source.bureau]\n"
        "     |         ^~~~~~\n"
        "     = name it where it is used, or take it out\n");
  CHECK(guide.summary == "4 orphans");
}

TEST_CASE("a skill that an article names in its prose, or another skill needs, is no orphan") {
  const Reviewed guide{{settings(), taxonomies(), skill("python"), skill("logic"),
                        skill("algebra", "requires = [\"logic\"]\n"), role("tester"),
                        article("day", fresh, "Learn python, then algebra.\n")}};
  CHECK(guide.messages == "");
}

TEST_CASE("a title and a summary that search engines would cut are told with their lengths") {
  const std::string title(71, 'x');
  const std::string summary(161, 'y');
  const Reviewed guide{
      {settings(), taxonomies(),
       File{"content/roles/tester.md", "+++\ntitle = \"" + title + "\"\nsummary = \"" + summary +
                                           "\"\nfamily = \"work\"\nlevels = [\"entry\"]\n+++\n"}}};
  CHECK(
      guide.messages ==
      "content/roles/tester.md:2:9: warning: this title has 71 characters; search engines show "
      "70\n"
      "   2 | title = \"" +
          title +
          "\"\n"
          "     |         ^" +
          std::string(72, '~') +
          "\n"
          "     = say it shorter, or say first what matters\n"
          "content/roles/tester.md:3:11: warning: this summary has 161 characters; search engines "
          "show 160\n"
          "   3 | summary = \"" +
          std::string(149, 'y') +
          "…\n"
          "     |           ^" +
          std::string(149, '~') +
          "\n"
          "     = say it shorter, or say first what matters\n");
  CHECK(guide.summary == "2 overlong texts");
}

TEST_CASE("an article whose first sentence stands for its summary is counted, and told once") {
  const Reviewed guide{
      {settings(), taxonomies(), role("tester"),
       File{"content/articles/day.md",
            "+++\ntitle = \"Day\"\n" + fresh + "roles = [\"tester\"]\n+++\nWords.\n"}}};
  CHECK(guide.messages == "");
  CHECK(guide.summary == "1 missing summary");
}

TEST_CASE("an image without text and a heading that skips a level are told at their places") {
  const Reviewed guide{{settings(), taxonomies(), role("tester"),
                        File{"content/articles/plan.svg", "<svg/>"},
                        article("day", fresh,
                                "## Morning\n\n#### Coffee\n\n![](plan.svg)\n\n![A plan](plan.svg)"
                                "\n")}};
  CHECK(guide.messages ==
        "content/articles/day.md:9:1: warning: this heading of level 4 follows one of level 2\n"
        "   9 | #### Coffee\n"
        "     | ^~~~~~~~~~~\n"
        "     = write ### Coffee\n"
        "content/articles/day.md:11:5: warning: this image has no text\n"
        "  11 | ![](plan.svg)\n"
        "     |     ^~~~~~~~\n"
        "     = say what it shows, for who cannot see it: ![...](plan.svg)\n");
  CHECK(guide.summary == "1 image without text, 1 skipped heading");
}

TEST_CASE("a paragraph that nearly repeats another names both places") {
  const std::string text =
      "An engineer reads the data first, asks where each column comes from, looks at what is "
      "missing and why, draws the plain plots, and only then chooses a model and a measure of "
      "success for it";
  const Reviewed guide{{settings(), taxonomies(), role("tester"), article("a", fresh, text + ".\n"),
                        article("b", fresh, "Short.\n\n" + text + " today.\n")}};
  CHECK(guide.messages ==
        "content/articles/b.md:9:1: warning: this paragraph says nearly the same as another\n"
        "   9 | " +
            text.substr(0, 160) +
            "…\n"
            "     | ^" +
            std::string(159, '~') +
            "\n"
            "     = keep one of them, and link to it\n"
            "     = the other one: content/articles/a.md:7:1\n");
  CHECK(guide.summary == "1 repeated paragraph");
}

TEST_CASE("short paragraphs, and long ones that share a phrase, are no repetition") {
  const std::string phrase = "as the sources of this guide say in their own words again and again ";
  const Reviewed guide{
      {settings(), taxonomies(), role("tester"),
       article("a", fresh,
               "The same few words.\n\n" + phrase +
                   "pay depends on the town and the trade one has chosen long ago\n"),
       article("b", fresh,
               "The same few words.\n\n" + phrase +
                   "learning never stops for anybody who wants to stay useful\n")}};
  CHECK(guide.messages == "");
}

TEST_CASE("outside links are found once, where an author wrote them") {
  const Reviewed guide{
      {settings(), taxonomies(), sources_file("url = \"https://bureau.example/wages\"\n"),
       role(
           "tester", "sources = [\"bureau\"]\n",
           "[a](https://a.example/x#y), [a](https://a.example/x), [own](https://example.org/)\n")}};
  std::vector<std::string> found;
  for (const OutsideLink& link :
       find_outside_links(guide.sources(), guide.pages, "https://example.org/"))
    found.push_back(link.url + " in " + std::string(guide.sources().path(link.place.source)));
  CHECK(found == std::vector<std::string>{"https://a.example/x in content/roles/tester.md",
                                          "https://bureau.example/wages in content/sources.toml"});
}
