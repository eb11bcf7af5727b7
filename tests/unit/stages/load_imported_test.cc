// What an article written for Hugo or Jekyll says in other words.
#include "catch.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

SmallSite article(const std::string& keys) {
  return SmallSite({{"content/articles/a.md",
                     "---\ntitle: A\ndate: 2024-01-02\n" + keys + "---\nText here.\n"}});
}

std::vector<std::string> tags(const SmallSite& site) {
  std::vector<std::string> names;
  for (const Ref<Tag>& tag : site.catalog.articles.at(0).tags) names.push_back(tag.name);
  return names;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("several authors are one text") {
  SmallSite site = article("summary: S\nauthor: [Nora Beck, Tom Hale]\n");
  CHECK(site.messages() == "");
  CHECK(site.catalog.articles.at(0).author == "Nora Beck, Tom Hale");
  CHECK(article("summary: S\nauthors: Nora\n").catalog.articles.at(0).author == "Nora");
  SmallSite both = article("summary: S\nauthor: Nora\nauthors: [Nora, Tom]\n");
  CHECK(both.messages() == "");
  CHECK(both.catalog.articles.at(0).author == "Nora, Tom");
}

TEST_CASE("categories are tags, words become ids, and none is named twice") {
  SmallSite site = article("summary: S\ntags: [Career Advice, pay]\ncategories: [Pay, news]\n");
  CHECK(site.messages() == "");
  CHECK(tags(site) == Strings{"career-advice", "pay", "news"});
}

TEST_CASE("Jekyll's tags in one text are several") {
  CHECK(tags(article("summary: S\ntags: pay work\n")) == Strings{"pay", "work"});
  CHECK(tags(article("summary: S\ntags: \"home office, pay\"\n")) == Strings{"home-office", "pay"});
  CHECK(tags(article("summary: S\ncategory: pay\n")) == Strings{"pay"});
}

TEST_CASE(
    "an alias that begins or ends with a slash is an address that the page had, another a name") {
  SmallSite site = article("summary: S\naliases: [/posts/a/, The letter A, CI/CD]\n");
  CHECK(site.messages() == "");
  const Article& a = site.catalog.articles.at(0);
  CHECK(a.aliases == Strings{"The letter A", "CI/CD"});
  REQUIRE(a.former_paths.size() == 1);
  CHECK(a.former_paths[0].url == "/posts/a/");
  SmallSite jekyll = article("summary: S\nredirect_from: /b/\naliases: [/c/]\n");
  CHECK(jekyll.messages() == "");
  CHECK(jekyll.catalog.articles.at(0).former_paths.size() == 2);
}

TEST_CASE("publishDate is the day of publication, published: false a draft") {
  CHECK(article("summary: S\npublishDate: 2024-05-06T07:00:00Z\n").catalog.articles.at(0).date ==
        Date{2024, 5, 6});
  CHECK(article("summary: S\npublished: false\n").catalog.articles.empty());
  CHECK(article("summary: S\npublished: true\n").catalog.articles.size() == 1);
  SmallSite both = article("summary: S\ndraft: false\npublished: false\n");
  CHECK(both.messages() == "");
  CHECK(both.catalog.articles.empty());
}

TEST_CASE("keys of a theme's looks and keys with nothing behind them are left out") {
  SmallSite site = article(
      "summary: S\nlayout: post\nTocOpen: true\nshowReadingTime: true\ncomments: false\n"
      "author: \"\"\nslug:\ntags: []\ncover:\n  image: \"\"\n  relative: true\n");
  CHECK(site.messages() == "");
  CHECK(site.catalog.articles.at(0).author.empty());
}

TEST_CASE("a key that loses its effect is a warning that says what to write") {
  CHECK(article("summary: S\ncover: {image: x.png}\n").messages() ==
        "content/articles/a.md:5:1: warning: \"cover\" has no effect here\n"
        "   5 | cover: {image: x.png}\n"
        "     | ^~~~~\n"
        "     = put the picture into the text: ![what it shows](file.png)\n");
}

TEST_CASE("of description and summary the description is used, with a warning") {
  SmallSite site = article("description: D\nsummary: S\n");
  CHECK(site.messages() ==
        "content/articles/a.md:5:1: warning: \"summary\" is not used beside \"description\"\n"
        "   5 | summary: S\n"
        "     | ^~~~~~~\n"
        "     = a page has one summary: keep the one that is better\n");
  CHECK(site.catalog.articles.at(0).summary == "D");
}

TEST_CASE("a key that nobody knows stays an error, also in an article") {
  CHECK(article("summary: S\nflavour: sweet\n").messages() ==
        "content/articles/a.md:5:1: error: unknown key \"flavour\" in the article\n"
        "   5 | flavour: sweet\n"
        "     | ^~~~~~~\n");
}

TEST_CASE("Hugo's folder of a page is the page, its name the folder's") {
  SmallSite site({{"content/articles/a-b/index.md", "---\ntitle: A\nsummary: S\n---\nText\n"}});
  CHECK(site.messages() == "");
  REQUIRE(site.catalog.articles.size() == 1);
  CHECK(site.catalog.articles[0].id == "a-b");
  CHECK(SmallSite({{"content/articles/A b/index.md", "---\ntitle: A\nsummary: S\n---\nText\n"}})
            .messages() ==
        "content/articles/A b/index.md:1:1: error: the file's name \"A b\" is no id\n"
        "   1 | ---\n"
        "     | ^\n"
        "     = an id is made of lower-case letters, digits and hyphens\n"
        "     = rename its folder to a-b\n");
}
