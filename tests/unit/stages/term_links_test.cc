#include "stages/term_links.h"

#include "catch.h"
#include "formats/markdown.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

std::pair<std::string, std::string> article(const std::string& body, const std::string& more = {}) {
  return {"content/articles/text.md",
          "+++\ntitle = \"Text\"\nsummary = \"x\"\n" + more + "+++\n" + body};
}

// The links of the article, each as "words -> address".
std::vector<std::string> links(SmallSite& files) {
  std::vector<std::string> all;
  const auto site = files.link();
  REQUIRE(site);
  const Body& body = (*site)->articles[0].body;
  CHECK(body.targets.size() == body.document.links.size());
  for (std::uint32_t i = 0; i < body.document.nodes.size(); ++i) {
    const Node& node = body.document.nodes[i];
    if (node.kind == NodeKind::link)
      all.push_back(plain_text(body.document, i) + " -> " + body.targets[node.index].url);
  }
  return all;
}

using Links = std::vector<std::string>;

}  // namespace

TEST_CASE("the first mention of a title or an alias is a link") {
  SmallSite files({site_settings(), taxonomies(), skill("go", "aliases = [\"Golang\"]\n"),
                   role("chef"), article("A Chef knows golang. The chef likes go.\n")});
  CHECK(links(files) == Links{"Chef -> roles/chef/", "golang -> skills/go/"});
  CHECK(files.messages() == "");
}

TEST_CASE("what the author links is not linked again, before or behind") {
  SmallSite files({site_settings(), taxonomies(), skill("go"), skill("git"),
                   article("go and git, then [it](../skills/go.md).\n")});
  CHECK(links(files) == Links{"git -> skills/git/", "it -> skills/go/"});
}

TEST_CASE("headings, code, links, images and table headers are left alone") {
  SmallSite files({site_settings(),
                   taxonomies(),
                   skill("go"),
                   article("# go\n\n`go` [go](https://go.dev) ![go](/a.png)\n\n| go |\n|---|\n| x "
                           "|\n\n    go\n\n> to go\n"),
                   {"content/a.png", "x"}});
  CHECK(links(files) == Links{"go -> https://go.dev", "go -> skills/go/"});
}

TEST_CASE("a record is not linked on its own page, nor a shorter name inside its own") {
  SmallSite files({site_settings(), taxonomies(), skill("go", "", "To go, or the go chef.\n"),
                   role("chef", "aliases = [\"go chef\"]\n", "The go chef.\n")});
  const auto site = files.link();
  REQUIRE(site);
  CHECK((*site)->roles[0].body.targets.empty());
  REQUIRE((*site)->skills[0].body.targets.size() == 1);
  CHECK((*site)->skills[0].body.targets[0].url == "roles/chef/");
}

TEST_CASE("term links can be turned off for a page, a record, the site") {
  SmallSite page(
      {site_settings(), taxonomies(), skill("go"), article("go\n", "term_links = false\n")});
  CHECK(links(page) == Links{});
  SmallSite one({site_settings(), taxonomies(), skill("go", "link_in_prose = false\n"),
                 skill("git"), article("go, git\n")});
  CHECK(links(one) == Links{"git -> skills/git/"});
  auto settings = site_settings();
  settings.second += "term_links = false\n";
  SmallSite all({settings, taxonomies(), skill("go"), article("go\n")});
  CHECK(links(all) == Links{});
}

TEST_CASE("a link's place is the mention's own") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("go"), article("Some\n*words* to go by.\n")});
  const auto site = files.link();
  REQUIRE(site);
  const Link& link = (*site)->articles[0].body.document.links.at(0);
  CHECK(files.sources.text(link.span) == "go");
}

TEST_CASE("two records that claim one name are an error that shows both") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("go", "aliases = [\"Gopher\"]\n"), role("gopher")});
  CHECK_FALSE(files.link());
  CHECK(files.messages() ==
        "content/skills/go.md:5:11: error: \"Gopher\" is also a name of the role \"gopher\": where "
        "prose mentions it, which one is meant?\n"
        "   5 | aliases = [\"Gopher\"]\n"
        "     |           ^~~~~~~~~~\n"
        "     = the other one is here: content/roles/gopher.md:2:9\n"
        "     = take it from one of them, or write link_in_prose = false there\n");
}

TEST_CASE("names that differ in case alone are two where both ask for their exact case") {
  SmallSite files({site_settings(), taxonomies(), skill("go", "exact_case = true\n"),
                   skill("game", "aliases = [\"GO\"]\nexact_case = true\n"),
                   article("Go, go, GO.\n")});
  CHECK(files.messages() == "");
  CHECK(links(files) == Links{"go -> skills/go/", "GO -> skills/game/"});
}
