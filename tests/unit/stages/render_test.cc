#include "stages/render.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "stages/derive.h"
#include "stages/small_site.h"
#include "stages/theme.h"

using namespace waymark;

namespace {

const std::pair<std::string, std::string> sources_file = {
    "content/sources.toml",
    "[source.bureau]\ntitle = \"Wages\"\npublisher = \"The bureau\"\npublished = \"2025\"\n"
    "kind = \"official\"\nlicence = \"Public domain\"\n"
    "[source.survey]\ntitle = \"Pay survey\"\npublisher = \"A site\"\npublished = \"2025\"\n"
    "kind = \"survey\"\n"};

const std::pair<std::string, std::string> pay_rows = {
    "content/salaries/us.toml",
    "[[salary]]\nrole = \"tester\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\n"
    "median = 90000\nsample = 412\npopulation = \"full-time staff\"\nsource = \"survey\"\n"
    "[[salary]]\noccupation = \"15-1253\"\ntitle = \"Testers\"\nregion = \"us\"\nyear = 2024\n"
    "currency = \"USD\"\nmedian = 102610\np90 = \">= 239200\"\npopulation = \"employees\"\n"
    "source = \"bureau\"\n"};

const std::pair<std::string, std::string> certifications(const std::string& id,
                                                         const std::string& more) {
  return {"content/certifications/" + id + ".md",
          "+++\ntitle = \"" + id +
              "\"\nsummary = \"An exam.\"\nprovider = \"Somebody\"\nchecked = 2026-09-12\n" + more +
              "+++\n"};
}

// Builds the site with the repository's own templates.
class RenderedSite {
 public:
  explicit RenderedSite(SmallSite::Files files, unsigned jobs = 1,
                        const std::string& base_url = "https://example.org/", FileDays changed = {})
      : site_(files) {
    add_theme(site_.sources);
    const std::optional<Site> linked = site_.link();
    INFO(site_.messages());
    REQUIRE(linked);
    pages = render(site_.sources, *linked, derive(*linked, {2026, 11, 21}),
                   {base_url, {2026, 11, 21}, jobs, true, std::move(changed)}, site_.found);
    CHECK(site_.messages() == "");
  }

  const std::string& operator[](const std::string& path) const {
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page& candidate) { return candidate.path == path; });
    INFO(path);
    REQUIRE(page != pages.end());
    return page->bytes;
  }

  Pages pages;

 private:
  SmallSite site_;
};

bool has(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

// The text between two others, the first of them.
std::string between(const std::string& page, const std::string& from, const std::string& to) {
  const auto begin = page.find(from);
  if (begin == std::string::npos) return "";
  const auto start = begin + from.size();
  return page.substr(start, page.find(to, start) - start);
}

}  // namespace

TEST_CASE("pages are sorted by path, with the files for machines among them") {
  const RenderedSite site({site_settings(), taxonomies(), role("tester")});
  std::vector<std::string> paths;
  for (const Page& page : site.pages) paths.push_back(page.path);
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  for (const char* path : {".nojekyll", "404.html", "index.html", "robots.txt",
                           "roles/tester/index.html", "sitemap.xml"})
    CHECK(std::count(paths.begin(), paths.end(), path) == 1);
  CHECK(std::count(paths.begin(), paths.end(), "disputes/index.html") == 0);
}

TEST_CASE("a figure's mark leads to a note that names source, statistic, period and population") {
  const RenderedSite site({site_settings(), taxonomies(), sources_file, pay_rows, role("tester")});
  const std::string& page = site["roles/tester/index.html"];
  CHECK(has(page,
            "<strong>$90,000</strong><sup class=\"mark\"><a href=\"#Note-1-1\" id=\"Mark-1-1\">"));
  const std::string note = between(page, "<li id=\"Note-1\">", "</ul>");
  CHECK(has(note, "<a href=\"../../sources/#survey\">Pay survey</a>"));
  CHECK(has(note, "A site, 2025"));
  CHECK(has(note, "<li id=\"Note-1-1\">pay before tax, 2024; full-time staff."));
  CHECK(has(note, "href=\"#Mark-1-1\""));
}

TEST_CASE("figures that share source, statistic, period and population share a line of its note") {
  const RenderedSite site({site_settings(), taxonomies(), sources_file, pay_rows, role("tester")});
  const std::string& page = site["roles/tester/index.html"];
  CHECK(has(page, "id=\"Note-1-1\""));
  CHECK_FALSE(has(page, "id=\"Note-1-2\""));
  CHECK_FALSE(has(page, "id=\"Note-2\""));
}

TEST_CASE("an official proxy stands in a table of its own, with the reason") {
  const RenderedSite site(
      {site_settings(), taxonomies(), sources_file, pay_rows,
       role("tester",
            "[[occupations]]\nsystem = \"SOC\"\ncode = \"15-1253\"\nmatch = \"proxy\"\n"
            "note = \"The nearest one.\"\n")});
  const std::string& page = site["roles/tester/index.html"];
  const std::string survey = between(page, "<caption id=\"Survey-pay\">", "</table>");
  const std::string official = between(page, "<caption id=\"Official-pay-1\">", "</table>");
  CHECK(has(survey, "$90,000"));
  CHECK_FALSE(has(survey, "$102,610"));
  CHECK(has(official, "$102,610"));
  CHECK(has(official, "≥ $239,200"));
  CHECK(has(page, "(match: proxy). The nearest one."));
}

TEST_CASE("a role without pay says so, and why, and never shows 0") {
  const RenderedSite site(
      {site_settings(), taxonomies(), role("tester", "no_pay = \"Nobody counts them.\"\n")});
  const std::string pay = between(site["roles/index.html"],
                                  "<td class=\"pay\" data-label=\"Under this title:\">", "</td>");
  CHECK(has(pay, "no data"));
  CHECK(has(pay, "Nobody counts them."));
  CHECK_FALSE(has(pay, "0"));
}

TEST_CASE("a retired certification never stands without what replaced it") {
  const RenderedSite site(
      {site_settings(), taxonomies(), certifications("new-exam", "status = \"active\"\n"),
       certifications("old-exam", "status = \"retired\"\nreplaced_by = [\"new-exam\"]\n"),
       role("tester", "certifications = [\"old-exam\"]\n")});
  const std::string& page = site["roles/tester/index.html"];
  for (const char* place : {"<section class=\"facts\"", "<section id=\"Certifications\">"}) {
    const std::string section = between(page, place, "</section>");
    const std::string item =
        between(section + "</section>", "href=\"../../certifications/old-exam/\"", "</section>");
    CAPTURE(place);
    CHECK(has(item, "<span class=\"status status-retired\">retired</span>"));
    CHECK((has(item, "Replaced by:") || has(item, "It was replaced by:")));
    CHECK(has(item, "href=\"../../certifications/new-exam/\""));
  }

  const std::string& index = site["certifications/index.html"];
  CHECK_FALSE(has(between(index, "Current-table\">", "</table>"), "old-exam"));
  CHECK(has(between(index, "<caption id=\"Retired-table\">", "</table>"), "old-exam"));
}

TEST_CASE("a certification is retired from the day after its last one") {
  const RenderedSite site(
      {site_settings(), taxonomies(),
       certifications("past", "status = \"retiring\"\nretires = 2026-11-20\n"),
       certifications("today", "status = \"retiring\"\nretires = 2026-11-21\n")});
  CHECK(has(site["certifications/past/index.html"], "status-retired\""));
  CHECK(has(site["certifications/today/index.html"], "status-retiring\""));
}

TEST_CASE("links of the prose are written from where the page stands") {
  const RenderedSite site({site_settings(), taxonomies(), skill("sql"),
                           role("tester", "", "See [SQL](../skills/sql.md).\n")});
  CHECK(has(site["roles/tester/index.html"], "See <a href=\"../../skills/sql/\">SQL</a>."));
}

TEST_CASE("prose that begins with a heading of level 1 leaves the page one h1") {
  const RenderedSite site(
      {site_settings(), taxonomies(), role("tester", "", "# Testing\n\n## Every day\n")});
  const std::string& page = site["roles/tester/index.html"];
  CHECK(page.find("<h1") == page.rfind("<h1"));
  CHECK(has(page, "<a href=\"#testing\">Testing</a>"));
}

TEST_CASE("only what is read by machines elsewhere, and 404.html, know the base URL") {
  const auto without_data = [](std::string page) {
    const std::string begin = "<script type=\"application/ld+json\">";
    const auto at = page.find(begin);
    return at == page.npos ? page : page.erase(at, page.find("</script>", at) - at);
  };
  const SmallSite::Files files = {site_settings(), taxonomies(), sources_file, pay_rows,
                                  role("tester")};
  const RenderedSite one(files, 1, "https://example.org/");
  const RenderedSite other(files, 1, "https://example.org/repo/");
  REQUIRE(one.pages.size() == other.pages.size());
  const std::set<std::string> elsewhere{"404.html",  "sitemap.xml", "robots.txt", "api/index.json",
                                        "feed.json", "feed.xml",    "llms.txt"};
  for (const Page& page : one.pages) {
    INFO(page.path);
    if (elsewhere.contains(page.path)) continue;
    std::string moved = without_data(other[page.path]);
    for (const std::string tag :
         {"<link rel=\"canonical\" href=", "<meta property=\"og:url\" content="}) {
      const std::string begin = tag + "\"https://example.org/";
      const auto at = moved.find(begin + "repo/");
      if (at != std::string::npos) moved.erase(at + begin.size(), 5);
    }
    CHECK(without_data(page.bytes) == moved);
  }
  CHECK(has(other["404.html"], "href=\"https://example.org/repo/assets/style.css\""));
  CHECK(has(other["sitemap.xml"], "<loc>https://example.org/repo/roles/tester/</loc>"));
  CHECK(has(other["robots.txt"], "Sitemap: https://example.org/repo/sitemap.xml\n"));
  CHECK(has(other["api/index.json"], "\"base_url\":\"https://example.org/repo/\""));
  CHECK(
      has(other["roles/tester/index.html"], "\"url\":\"https://example.org/repo/roles/tester/\""));
}

TEST_CASE("the number of jobs does not change a byte") {
  const SmallSite::Files files = {site_settings(), taxonomies(), sources_file,   pay_rows,
                                  skill("sql"),    skill("git"), role("tester"), role("coder")};
  const RenderedSite one(files, 1);
  const RenderedSite four(files, 4);
  REQUIRE(one.pages.size() == four.pages.size());
  for (std::size_t i = 0; i < one.pages.size(); ++i) {
    CHECK(one.pages[i].path == four.pages[i].path);
    CHECK(one.pages[i].bytes == four.pages[i].bytes);
  }
}

TEST_CASE("the current place is marked in the navigation") {
  auto settings = site_settings();
  settings.second +=
      "[[navigation]]\ntitle = \"Roles\"\npath = \"roles/\"\n"
      "[[navigation]]\ntitle = \"Skills\"\npath = \"skills/\"\n";
  const RenderedSite site({settings, taxonomies(), role("tester")});
  CHECK(has(site["roles/index.html"], "<a href=\"./\" aria-current=\"page\">Roles</a>"));
  CHECK(has(site["roles/tester/index.html"], "<a href=\"../\" aria-current=\"true\">Roles</a>"));
  CHECK(has(site["roles/index.html"], "<a href=\"../skills/\">Skills</a>"));
}

TEST_CASE("a page names the file to edit where the site has a repository") {
  const std::string repository =
      GENERATE("https://example.org/owner/guide", "https://example.org/owner/guide/");
  auto settings = site_settings();
  settings.second += "repository = \"" + repository + "\"\n";
  const RenderedSite site({settings, taxonomies(), role("tester")});
  CHECK(has(site["roles/tester/index.html"],
            "href=\"https://example.org/owner/guide/edit/main/content/roles/tester.md\""));
}

TEST_CASE("a template that a page needs and the site lacks is an error") {
  SmallSite small({site_settings(), taxonomies()});
  small.sources.add("templates/home.html", "<p>Home</p>\n", Origin::theme);
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  const Pages pages = render(small.sources, *site, derive(*site, {2026, 11, 21}),
                             {"https://example.org/", {2026, 11, 21}, 1}, small.found);
  CHECK(pages.empty());
  CHECK(has(small.messages(), "templates/articles.html: error: this template is missing\n"));
  CHECK_FALSE(has(small.messages(), "templates/home.html"));
}

TEST_CASE("the author's own values reach the templates") {
  auto settings = site_settings();
  settings.second += "[extra]\nmotto = \"Look twice\"\n";
  SmallSite small({settings, taxonomies(),
                   role("tester", "[extra]\nmood = { colour = \"red\", steps = [1, 2] }\n")});
  for (const char* layout : {"home", "roles", "skills", "certifications", "articles", "salaries",
                             "search", "sources", "not_found"})
    small.sources.add(std::string("templates/") + layout + ".html", "<p></p>\n", Origin::theme);
  small.sources.add("templates/role.html",
                    "{{site.extra.motto}}: {{extra.mood.colour}}"
                    "{{#extra.mood.steps}} {{.}}{{/extra.mood.steps}}\n",
                    Origin::theme);
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  const Pages pages = render(small.sources, *site, derive(*site, {2026, 11, 21}),
                             {"https://example.org/", {2026, 11, 21}, 1}, small.found);
  CHECK(small.messages() == "");
  const auto page = std::find_if(pages.begin(), pages.end(), [](const Page& candidate) {
    return candidate.path == "roles/tester/index.html";
  });
  REQUIRE(page != pages.end());
  CHECK(page->bytes == "Look twice: red 1 2\n");
}

TEST_CASE("an article of three headings has its contents and names its reviewer") {
  const RenderedSite site(
      {site_settings(),
       taxonomies(),
       {"content/articles/long.md",
        "+++\ntitle = \"Long\"\nsummary = \"Words.\"\n[reviewed_by]\nname = \"Ada\"\n+++\n"
        "## One\n\n## Two\n\n## Three\n"},
       {"content/articles/plain.md",
        "+++\ntitle = \"Plain\"\nsummary = \"Words.\"\ntoc = false\n+++\n"
        "## One\n\n## Two\n\n## Three\n"}});
  const std::string& page = site["articles/long/index.html"];
  CHECK(has(page, "<li><a href=\"#two\">Two</a></li>"));
  CHECK(has(page, "Reviewed by <strong>Ada</strong>"));
  CHECK(has(page, "1 min read"));
  CHECK_FALSE(has(site["articles/plain/index.html"], "href=\"#two\""));
}

TEST_CASE(
    "claims that disagree stand beside the verdict, each with its source or the lack of one") {
  const RenderedSite site(
      {site_settings(),
       taxonomies(),
       sources_file,
       role("tester"),
       {"content/disputes.toml",
        "[[dispute]]\nid = \"growth\"\ntitle = \"How fast?\"\nverdict = \"Nobody knows.\"\n"
        "roles = [\"tester\"]\n"
        "claims = [{ text = \"Fast.\", source = \"bureau\" }, { text = \"Slow.\" }]\n"}});
  const std::string dispute = between(site["disputes/index.html"],
                                      "<section class=\"dispute\" id=\"growth\">", "</section>");
  CHECK(has(dispute, "Fast.<sup class=\"mark\"><a href=\"#Note-1\">"));
  CHECK(has(dispute, "Slow. <span class=\"basis\">No source is given for it.</span>"));
  CHECK(has(dispute, "Nobody knows."));
  CHECK(has(site["roles/tester/index.html"], "href=\"../../disputes/#growth\">How fast?</a>"));
}

TEST_CASE("an old address forwards with and without scripts, and search engines pass it over") {
  const RenderedSite site({site_settings(),
                           taxonomies(),
                           role("tester"),
                           {"content/redirects.toml", "\"qa/\" = \"roles/tester/#Pay\"\n"}});
  const std::string& page = site["qa/index.html"];
  CHECK(has(page, "<meta name=\"robots\" content=\"noindex\">"));
  CHECK(has(page, "<link rel=\"canonical\" href=\"https://example.org/roles/tester/\">"));
  CHECK(has(page,
            "<script src=\"../assets/redirect.js\" data-to=\"../roles/tester/#Pay\"></script>"));
  CHECK(has(page,
            "<noscript><meta http-equiv=\"refresh\" content=\"0; "
            "url=../roles/tester/#Pay\"></noscript>"));
  CHECK(has(page, "<a href=\"../roles/tester/#Pay\">roles/tester/#Pay</a>"));
  CHECK_FALSE(has(site["sitemap.xml"], "/qa/"));
}

TEST_CASE("a page says to those who share it what it is; one that only leads on does not") {
  const RenderedSite site({site_settings(),
                           taxonomies(),
                           role("tester"),
                           {"content/articles/day.md",
                            "+++\ntitle = \"A \\\"day\\\"\"\nsummary = "
                            "\"R&D.\"\ndate = 2026-11-20\n+++\n"},
                           {"content/redirects.toml", "\"qa/\" = \"roles/tester/\"\n"}});
  const std::string& article = site["articles/day/index.html"];
  CHECK(has(article, "<meta property=\"og:type\" content=\"article\">"));
  CHECK(has(article, "<meta property=\"og:title\" content=\"A &quot;day&quot;\">"));
  CHECK(has(article, "<meta property=\"og:description\" content=\"R&amp;D.\">"));
  CHECK(has(article, "<meta property=\"og:url\" content=\"https://example.org/articles/day/\">"));
  CHECK_FALSE(has(article, "og:locale"));  // of "en", the country is not known
  CHECK(has(site["roles/index.html"], "<meta property=\"og:type\" content=\"website\">"));
  CHECK(has(site["roles/index.html"], "<meta property=\"og:title\" content=\"Roles\">"));
  CHECK_FALSE(has(site["qa/index.html"], "og:"));
  CHECK_FALSE(has(site["404.html"], "og:"));
}

TEST_CASE("a page may frame the player only where it has a video") {
  const RenderedSite site({site_settings(), taxonomies(),
                           role("tester", "", "{{< youtube id=\"abcdefghijk\" >}}\n"),
                           role("welder")});
  const std::string frames = "; frame-src https://www.youtube-nocookie.com\">";
  CHECK(has(site["roles/tester/index.html"], frames));
  CHECK_FALSE(has(site["roles/welder/index.html"], "frame-src"));
  CHECK(has(site["roles/welder/index.html"], "default-src 'none'; script-src 'self';"));
}

TEST_CASE("a page knows its links, each with the place where it was written") {
  SmallSite small({site_settings(), taxonomies(),
                   role("tester", {}, "[Home](/) or [out](https://x.example)\n")});
  add_theme(small.sources);
  const std::optional<Site> linked = small.link();
  REQUIRE(linked);
  const Pages pages = render(small.sources, *linked, derive(*linked, {2026, 11, 21}),
                             {"https://example.org/", {2026, 11, 21}, 1}, small.found);
  const auto page = std::find_if(pages.begin(), pages.end(), [](const Page& candidate) {
    return candidate.path == "roles/tester/index.html";
  });
  REQUIRE(page != pages.end());
  const auto place = [&](std::string_view url) -> std::string {
    for (const PageLink& link : page->links)
      if (link.url == url)
        return std::string(small.sources.path(link.place.source)) + ": " +
               std::string(small.sources.text(link.place));
    return "no such link";
  };
  CHECK(place("https://x.example") == "content/roles/tester.md: https://x.example");
  CHECK(place("../../assets/style.css") == "templates/base.html: stylesheet_url");
  CHECK(std::binary_search(page->anchors.begin(), page->anchors.end(), "Content"));
}

TEST_CASE("one page is made as it is among all, and so is every other file") {
  SmallSite small({site_settings(),
                   taxonomies(),
                   skill("go"),
                   role("tester"),
                   {"assets/style.css", "body {}"}});
  add_theme(small.sources);
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  const Derived derived = derive(*site, {2026, 11, 21});
  const Rendering rendering(small.sources, *site, derived,
                            {"https://example.org/", {2026, 11, 21}, 1}, small.found);
  const Pages all = rendering.all(small.found);
  CHECK(small.messages() == "");
  CHECK(all.size() > 10);
  for (const Page& page : all) {
    const std::optional<Page> one = rendering.one(page.path);
    CAPTURE(page.path);
    REQUIRE(one);
    CHECK(one->bytes == page.bytes);
    CHECK(one->copy_of == page.copy_of);
  }
  CHECK_FALSE(rendering.one("roles/nobody/index.html"));
}

TEST_CASE("a guide with a domain of its own names it for GitHub Pages, and no other does") {
  const auto domain = [](const std::string& base_url, SmallSite::Files files) {
    const RenderedSite site(files, 1, base_url);
    for (const Page& page : site.pages)
      if (page.path == "CNAME") return page.bytes;
    return std::string("none");
  };
  const SmallSite::Files files = {site_settings(), taxonomies(), role("tester")};
  CHECK(domain("https://Careers.example.edu/", files) == "careers.example.edu\n");
  CHECK(domain("https://guide.example.org", files) == "guide.example.org\n");
  for (const char* elsewhere :
       {"https://careers.example.edu/guide/", "https://somebody.github.io/", "https://example.org/",
        "http://localhost:8000/", "http://intranet/", "https://careers.example.edu:8443/",
        "http://192.0.2.1/"}) {
    INFO(elsewhere);
    CHECK(domain(elsewhere, files) == "none");
  }
  const RenderedSite own(
      {site_settings(), taxonomies(), role("tester"), {"content/CNAME", "www.example.edu\n"}}, 1,
      "https://example.edu/");
  CHECK(own["CNAME"] == "");  // published as it was read
}

TEST_CASE("a page says when it last changed: by its file's day, else by its author's") {
  const RenderedSite site({site_settings(), taxonomies(), role("baker", "date = 2026-01-02\n"),
                           role("cook", "date = 2026-01-02\nupdated = 2026-02-03\n"),
                           role("tester", "updated = 2026-02-03\n"), role("waiter")},
                          1, "https://example.org/", {{"content/roles/tester.md", {2026, 10, 9}}});
  const auto day = [&](const std::string& id) {
    return between(site["roles/" + id + "/index.html"], "last changed on <time datetime=\"", "\"");
  };
  CHECK(day("tester") == "2026-10-09");
  CHECK(day("cook") == "2026-02-03");
  CHECK(day("baker") == "2026-01-02");
  CHECK(day("waiter") == "");
  CHECK(has(site["sitemap.xml"],
            "<loc>https://example.org/roles/tester/</loc><lastmod>2026-10-09</lastmod>"));
}
