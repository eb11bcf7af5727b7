#include "formats/document_start.h"

#include "catch.h"
#include "formats/markdown_support.h"
#include "formats/sentence.h"

using namespace waymark;

namespace {

std::string without(const std::string& markdown, const std::string& title) {
  ParsedMarkdown page = parsed(markdown);
  drop_repeated_title(page.document, title);
  return html_of(page);
}

std::string summary_of(const std::string& markdown, std::size_t limit = 100) {
  const ParsedMarkdown page = parsed(markdown);
  const auto text = first_text(page.document);
  return text ? first_sentence(page.document, *text, limit) : "none";
}

}  // namespace

TEST_CASE("a heading that repeats the title goes, and what follows keeps its place") {
  CHECK(without("# *Boots*\n\nText\n\n## Care\n\nGrease.\n", "boots") ==
        "<p>Text</p>\n<h2 id=\"care\">Care</h2>\n<p>Grease.</p>\n");
  CHECK(without("Title\n=====\n", "Title") == "");
}

TEST_CASE("a heading that says something else stays, and one further down too") {
  CHECK(without("# Shoes\n", "Boots") == "<h1 id=\"shoes\">Shoes</h1>\n");
  CHECK(without("Text\n\n# Boots\n", "Boots") == "<p>Text</p>\n<h1 id=\"boots\">Boots</h1>\n");
  CHECK(without("", "Boots") == "");
}

TEST_CASE("the first sentence of the first paragraph of prose is a summary") {
  CHECK(summary_of(
            "# Boots\n\n![alt](a.svg)\n\n- list\n\n> quoted\n\n*Leather* lasts. It is old.\n") ==
        "Leather lasts.");
  CHECK(summary_of("One, two,\nthree") == "One, two, three");
  CHECK(summary_of("Aaa bbb ccc", 9) == "Aaa bbb…");
  CHECK(summary_of("# Only\n\n- a list\n") == "none");
}
