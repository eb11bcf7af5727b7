#include "stages/pages/card.h"

#include <algorithm>

#include "catch.h"
#include "stages/derive.h"
#include "stages/small_site.h"
#include "stages/theme.h"

using namespace waymark;

namespace {

const std::pair<std::string, std::string> settings_with_cards = {
    "content/site.toml",
    "title = \"Guide\"\nbase_url = \"https://example.org/g/\"\ndescription = \"A "
    "guide.\"\ncurrency = \"USD\"\ncards = true\n"};

std::pair<std::string, std::string> article(const std::string& id, const std::string& title) {
  return {"content/articles/" + id + ".md",
          "+++\ntitle = \"" + title + "\"\nsummary = \"What it is.\"\ndate = 2026-11-20\n+++\n"};
}

// One row under the title of "tester", one of an official occupation.
std::pair<std::string, std::string> pay(const std::string& sample) {
  return {"content/salaries/us.toml",
          "[[salary]]\nrole = \"tester\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\n"
          "median = 90000\nsample = " +
              sample +
              "\npopulation = \"staff\"\nsource = \"survey\"\n"
              "[[salary]]\noccupation = \"15-1253\"\ntitle = \"Testers\"\nregion = \"us\"\nyear = "
              "2023\ncurrency = \"USD\"\nmedian = 102610\npopulation = \"employees\"\nsource = "
              "\"bureau\"\n"};
}

const std::pair<std::string, std::string> sources_file = {
    "content/sources.toml",
    "[source.survey]\ntitle = \"Pay survey\"\npublisher = \"A site & more\"\npublished = "
    "\"2025\"\nkind = \"survey\"\n"
    "[source.bureau]\ntitle = \"Wages\"\npublisher = \"The bureau\"\npublished = \"2025\"\n"
    "kind = \"official\"\n"};

const std::string occupation =
    "occupations = [ { system = \"SOC\", code = \"15-1253\", match = \"close\" } ]\n";

class GuideWithCards {
 public:
  explicit GuideWithCards(SmallSite::Files files) : site_(files) {
    add_theme(site_.sources);
    linked_ = site_.link();
    INFO(site_.messages());
    REQUIRE(linked_);
    derived_ = derive(*linked_, {2026, 11, 21});
    rendering_.emplace(site_.sources, *linked_, derived_,
                       RenderOptions{"https://example.org/g/", {2026, 11, 21}}, site_.found);
    pages = rendering_->all(site_.found);
    CHECK(site_.messages() == "");
  }

  const std::string& bytes(const std::string& path) const {
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page& candidate) { return candidate.path == path; });
    INFO(path);
    REQUIRE(page != pages.end());
    return page->bytes;
  }

  // "cards/0123456789abcdef.png", of the page with this path.
  std::string card_path(const std::string& path) const {
    const std::string before = "<meta property=\"og:image\" content=\"https://example.org/g/";
    const std::string& html = bytes(path);
    const std::size_t at = html.find(before);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = at + before.size();
    return html.substr(begin, html.find('"', begin) - begin);
  }

  const std::string& card(const std::string& path) const { return bytes(card_path(path)); }

  const Rendering& rendering() const { return *rendering_; }

  Pages pages;

 private:
  SmallSite site_;
  std::optional<Site> linked_;
  Derived derived_;
  std::optional<Rendering> rendering_;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a shared link shows the card of its page, whose number has a year and a source") {
  const GuideWithCards guide(
      {settings_with_cards, taxonomies(), role("tester"), pay("412"), sources_file});
  const std::string& page = guide.bytes("roles/tester/index.html");
  CHECK(has(page, "<meta property=\"og:image:width\" content=\"1200\">"));
  CHECK(has(page, "<meta property=\"og:image:height\" content=\"630\">"));
  CHECK(has(page,
            "<meta property=\"og:image:alt\" content=\"tester, Role, $90,000, Median pay, 2024, "
            "United States; all levels, A site &amp; more\">"));
  CHECK(has(page, "<meta name=\"twitter:card\" content=\"summary_large_image\">"));
  const std::string& card = guide.card("roles/tester/index.html");
  for (const char* text :
       {">tester<", ">Role<", ">$90,000<", ">Median pay, 2024, United States; all levels<",
        ">Source: A site &amp; more<", ">Guide<"})
    CHECK(has(card, text));
}

TEST_CASE("a card shows no number with too few behind it") {
  const GuideWithCards guide(
      {settings_with_cards, taxonomies(), role("tester", occupation), pay("12"), sources_file});
  const std::string& card = guide.card("roles/tester/index.html");
  CHECK_FALSE(has(card, "$90,000"));
  CHECK(has(card, ">$102,610<"));
  CHECK(has(card, ">Median pay, 2023, United States; Testers<"));
}

TEST_CASE("a card without a number shows what its page is about") {
  const GuideWithCards guide(
      {settings_with_cards, taxonomies(), role("tester"), article("day", "A day")});
  CHECK(has(guide.card("roles/tester/index.html"), ">A role.<"));
  CHECK(has(guide.card("articles/day/index.html"), ">What it is.<"));
  CHECK(has(guide.card("articles/day/index.html"), ">20 November 2026 · 1 min read<"));
  CHECK(has(guide.card("roles/index.html"), ">A guide.<"));
}

TEST_CASE("what would be markup or no XML at all is text on a card") {
  const GuideWithCards guide(
      {settings_with_cards, taxonomies(), article("a", "Q&A <b> \\\"x\\\" \\u0001]]>")});
  const std::string& card = guide.card("articles/a/index.html");
  CHECK(has(card, ">Q&amp;A &lt;b&gt; &quot;x&quot; ]]&gt;<"));
}

TEST_CASE("pages that show the same on their cards share one") {
  const GuideWithCards guide({settings_with_cards, taxonomies(), article("a", "Same"),
                              article("b", "Same"), article("c", "Other")});
  CHECK(guide.card_path("articles/a/index.html") == guide.card_path("articles/b/index.html"));
  CHECK(guide.card_path("articles/a/index.html") != guide.card_path("articles/c/index.html"));
}

TEST_CASE("a card that is asked for alone is the one that is published") {
  const GuideWithCards guide({settings_with_cards, taxonomies(), role("tester")});
  const std::string path = guide.card_path("roles/tester/index.html");
  const auto card = guide.rendering().one(path);
  REQUIRE(card);
  CHECK(card->is_drawn);
  CHECK(card->bytes == guide.bytes(path));
  CHECK_FALSE(guide.rendering().one("cards/0000000000000000.png"));
}

TEST_CASE("a card is in no list of pages") {
  const GuideWithCards guide({settings_with_cards, taxonomies(), role("tester")});
  for (const Page& page : guide.pages)
    if (page.path == "sitemap.xml" || page.path.starts_with("api/") || page.path == "llms.txt")
      CHECK_FALSE(has(page.bytes, "cards/"));
}

TEST_CASE("a site that asks for no cards has none") {
  const GuideWithCards guide({site_settings(), taxonomies(), role("tester")});
  CHECK_FALSE(has(guide.bytes("roles/tester/index.html"), "og:image"));
  CHECK(has(guide.bytes("roles/tester/index.html"),
            "<meta name=\"twitter:card\" content=\"summary\">"));
  CHECK(std::none_of(guide.pages.begin(), guide.pages.end(),
                     [](const Page& page) { return page.is_drawn; }));
}
