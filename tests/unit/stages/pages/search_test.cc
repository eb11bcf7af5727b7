#include <algorithm>

#include "stages/pages/api/search_words.h"
#include "stages/pages/findable.h"
#include "stages/pages/pages.h"
#include "stages/pages/small_guide.h"

using namespace waymark;

TEST_CASE("the words of a text are in lower case, each once, and have three characters or more") {
  CHECK(words_of("The weld, THE Weld: of C++ and Ärger_2; no é") ==
        std::vector<std::string>{"and", "the", "weld", "ärger_2"});
}

TEST_CASE("a text keeps the words that the fewest texts have, ties by alphabet") {
  std::vector<std::vector<std::string>> texts{
      {"arc", "the", "weld"}, {"the", "torch", "weld", "zinc"}, {"the"}};
  keep_rarest(texts, 2);
  CHECK(texts[0] == std::vector<std::string>{"arc", "weld"});
  CHECK(texts[1] == std::vector<std::string>{"torch", "zinc"});
  CHECK(texts[2] == std::vector<std::string>{"the"});
}

TEST_CASE("what can be found stands by title without regard to capitals, a role before its title") {
  const SmallGuide guide({site_settings(),
                          taxonomies(),
                          role("tester"),
                          skill("sql", "aliases = [\"SQL\"]\n"),
                          skill("git"),
                          {"content/titles.toml",
                           "[[title]]\nid = \"qa\"\ntitle = \"Tester\"\n"
                           "meaning = \"Tests.\"\nroles = [\"tester\"]\n"}});
  std::string order;
  for (const Findable& found : findables((*guide).catalog())) order.append(found.title).append(" ");
  CHECK(order == "git sql tester Tester ");
}

TEST_CASE("api/search.json has a page's words only once") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          role("tester", "aliases = [\"QA engineer\"]\n",
                               "## Finding faults\n\nTester finding bugs.\n")});
  Pages pages;
  add_api(*guide, pages);
  const auto found = std::find_if(pages.begin(), pages.end(),
                                  [](const Page& page) { return page.path == "api/search.json"; });
  REQUIRE(found != pages.end());
  CHECK(found->bytes ==
        R"({"$schema":"schema.json#/$defs/search","version":1,"items":[{"id":"role:tester",)"
        R"("kind":"role","title":"tester","url":"roles/tester/","aliases":["QA engineer"],)"
        R"("summary":"A role.","headings":["Finding faults"],"words":"bugs"}]})");
}
