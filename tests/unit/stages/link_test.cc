#include "stages/link.h"

#include "catch.h"
#include "stages/small_site.h"

using namespace waymark;

TEST_CASE("references become ids") {
  SmallSite site(
      {site_settings(), taxonomies(), skill("git"), skill("go", "requires = [\"git\"]\n")});
  const auto linked = site.link();
  CHECK(site.messages() == "");
  REQUIRE(linked);
  const Skill& go = (*linked)->skills[1];
  CHECK((*linked)[go.prerequisites[0]].title == "git");
  CHECK((*linked)[go.kind].title == "Tool");
}

TEST_CASE("an unknown name is an error under the name itself, with the nearest known one") {
  SmallSite site({site_settings(), taxonomies(), skill("kubernetes"),
                  skill("go", "requires = [\"linux\", \"kuberentes\"]\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:5:14: error: unknown skill \"linux\"\n"
        "   5 | requires = [\"linux\", \"kuberentes\"]\n"
        "     |              ^~~~~\n"
        "content/skills/go.md:5:23: error: unknown skill \"kuberentes\"\n"
        "   5 | requires = [\"linux\", \"kuberentes\"]\n"
        "     |                       ^~~~~~~~~~\n"
        "     = did you mean \"kubernetes\"?\n");
}

TEST_CASE("a reference to a draft says that it is one") {
  SmallSite site({site_settings(), taxonomies(), skill("git", "draft = true\n"),
                  skill("go", "requires = [\"git\"]\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:5:14: error: skill \"git\" is a draft\n"
        "   5 | requires = [\"git\"]\n"
        "     |              ^~~\n"
        "     = take draft = true out of its file, or name it later\n");
}

TEST_CASE("a word that a taxonomy has not is an error that lists its words in their order") {
  SmallSite site(
      {site_settings(),
       {"content/taxonomies.toml",
        "[[skill_kind]]\nid = \"tool\"\ntitle = \"T\"\n"
        "[[skill_kind]]\nid = \"idea\"\ntitle = \"I\"\n"},
       {"content/skills/go.toml", "title = \"Go\"\nsummary = \"x\"\nkind = \"language\"\n"}});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.toml:3:9: error: unknown skill kind \"language\"\n"
        "   3 | kind = \"language\"\n"
        "     |         ^~~~~~~~\n"
        "     = one of: tool, idea\n");
}

TEST_CASE("a tag that the guide has not is left out, with a warning") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       {"content/articles/a.toml", "title = \"A\"\nsummary = \"x\"\ntags = [\"nowhere\"]\n"}});
  const auto result = site.link();
  REQUIRE(result);
  CHECK((*result)->articles.at(0).tags.empty());
  CHECK(site.messages() ==
        "content/articles/a.toml:3:10: warning: the guide has no tag \"nowhere\": it is left out\n"
        "   3 | tags = [\"nowhere\"]\n"
        "     |          ^~~~~~~\n"
        "     = a [[tag]] in content/taxonomies.toml adds it\n");
}

TEST_CASE("an address in a folder of another name names the page that was meant") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       skill("go"),
       {"content/articles/a.md", "+++\ntitle = \"A\"\nsummary = \"x\"\n+++\n[Go](/posts/go/)\n"}});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/articles/a.md:5:6: error: the link \"/posts/go/\" leads nowhere\n"
        "   5 | [Go](/posts/go/)\n"
        "     |      ^~~~~~~~~~\n"
        "     = link to the file: /skills/go.md\n");
}

TEST_CASE("an article may link to another by its address, as seen from its own") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       {"content/articles/a.md", "+++\ntitle = \"A\"\nsummary = \"x\"\n+++\n[b](../b/#c)\n"},
       {"content/articles/b.md", "+++\ntitle = \"B\"\nsummary = \"x\"\n+++\n## C\n"}});
  const auto result = site.link();
  CHECK(site.messages() == "");
  REQUIRE(result);
  CHECK((*result)->articles.at(0).body.targets.at(0).url == "articles/b/#c");
}

TEST_CASE("two records with one id name both places") {
  SmallSite site(
      {site_settings(),
       taxonomies(),
       skill("go"),
       {"content/skills/go.toml", "title = \"Go\"\nsummary = \"x\"\nkind = \"tool\"\n"}});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.toml:1:1: error: a second skill with the id \"go\"\n"
        "   1 | title = \"Go\"\n"
        "     | ^\n"
        "     = the first one is here: content/skills/go.md:1:1\n");
}

TEST_CASE("a name that stands twice in one list is an error") {
  SmallSite site({site_settings(), taxonomies(), skill("git"),
                  skill("go", "requires = [\"git\", \"git\"]\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:5:21: error: skill \"git\" is named twice\n"
        "   5 | requires = [\"git\", \"git\"]\n"
        "     |                     ^~~\n"
        "     = the first time is here: content/skills/go.md:5:14\n");
}

TEST_CASE("a circle of prerequisites is printed with each of its places, once") {
  SmallSite site({site_settings(), taxonomies(), skill("a", "requires = [\"b\"]\n"),
                  skill("b", "requires = [\"c\"]\n"), skill("c", "requires = [\"a\"]\n"),
                  skill("d", "requires = [\"a\"]\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/a.md:5:14: error: prerequisites go in a circle: a -> b -> c -> a\n"
        "   5 | requires = [\"b\"]\n"
        "     |              ^\n"
        "     = b requires c: content/skills/b.md:5:14\n"
        "     = c requires a: content/skills/c.md:5:14\n");
}

TEST_CASE("links to Markdown files become links to pages") {
  SmallSite site({site_settings(), taxonomies(),
                  skill("git", "", "## Why\n\n[self](#why) [go](go.md#how-so)\n"),
                  skill("go", "",
                        "## How so?\n\n[site](/roles/) [web](https://example.org/a.md) "
                        "[root](/skills/git.md)\n")});
  const auto linked = site.link();
  CHECK(site.messages() == "");
  REQUIRE(linked);
  const auto& git = (*linked)->skills[0].body.targets;
  REQUIRE(git.size() == 2);
  CHECK(git[0].url == "#why");
  CHECK_FALSE(git[0].internal);
  CHECK(git[1].url == "skills/go/#how-so");
  CHECK(git[1].internal);
  CHECK(git[1].record == RecordRef{Kind::skill, 1});
  const auto& go = (*linked)->skills[1].body.targets;
  REQUIRE(go.size() == 3);
  CHECK(go[0].url == "roles/");
  CHECK(go[1].url == "https://example.org/a.md");
  CHECK(go[2].url == "skills/git/");
}

TEST_CASE("dead links, dead anchors and links out of the site are errors under the address") {
  SmallSite site(
      {site_settings(), taxonomies(), skill("git", "", "## Why\n"),
       skill("go", "",
             "[a](gti.md)\n[b](git.md#wy)\n[c](../../../etc/passwd)\n[d](../skills/git/)\n"
             "[e](javascript:alert)\n![f](none.png)\n")});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/skills/go.md:6:5: error: the link \"gti.md\" leads nowhere\n"
        "   6 | [a](gti.md)\n"
        "     |     ^~~~~~\n"
        "     = did you mean \"skills/git.md\"?\n"
        "content/skills/go.md:7:5: error: no heading \"#wy\" on \"skills/git/\"\n"
        "   7 | [b](git.md#wy)\n"
        "     |     ^~~~~~~~~\n"
        "     = did you mean \"why\"?\n"
        "content/skills/go.md:8:5: error: the link \"../../../etc/passwd\" leaves the site\n"
        "   8 | [c](../../../etc/passwd)\n"
        "     |     ^~~~~~~~~~~~~~~~~~~\n"
        "content/skills/go.md:9:5: error: the link \"../skills/git/\" leads nowhere\n"
        "   9 | [d](../skills/git/)\n"
        "     |     ^~~~~~~~~~~~~~\n"
        "     = link to the file: /skills/git.md\n"
        "content/skills/go.md:10:5: error: links with \"javascript:\" are not published\n"
        "  10 | [e](javascript:alert)\n"
        "     |     ^~~~~~~~~~~~~~~~\n"
        "     = use https:, http:, mailto: or tel:\n"
        "content/skills/go.md:11:6: error: there is no image \"none.png\"\n"
        "  11 | ![f](none.png)\n"
        "     |      ^~~~~~~~\n");
}

TEST_CASE("two files for one path are an error") {
  SmallSite site({site_settings(),
                  taxonomies(),
                  {"content/skills/go/index.html", "x"},
                  skill("go"),
                  {"content/sitemap.xml", "x"}});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/sitemap.xml:1:1: error: another page is published as \"sitemap.xml\"\n"
        "   1 | x\n"
        "     | ^\n"
        "content/skills/go/index.html:1:1: error: another page is published as "
        "\"skills/go/index.html\"\n"
        "   1 | x\n"
        "     | ^\n"
        "     = it is made from here: content/skills/go.md:1:1\n");
}

TEST_CASE("the navigation leads to pages that exist") {
  SmallSite site(
      {{"content/site.toml",
        site_settings().second + "[[navigation]]\ntitle = \"Roles\"\npath = \"rolls/\"\n"},
       taxonomies()});
  CHECK_FALSE(site.link());
  CHECK(site.messages() ==
        "content/site.toml:7:8: error: no page \"rolls/\"\n"
        "   7 | path = \"rolls/\"\n"
        "     |        ^~~~~~~~\n"
        "     = did you mean \"roles/\"?\n");
}
