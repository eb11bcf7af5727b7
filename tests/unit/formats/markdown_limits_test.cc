// Input that is odd, huge or both.
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

// What HTML and tree hold together: memory, and near enough the work.
std::size_t size_of(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  CHECK((page.document.empty() || page.document.nodes[0].end == page.document.nodes.size()));
  return page.document.nodes.size() + page.diagnostics.all().size() + html_of(page).size();
}

}  // namespace

TEST_CASE("odd input neither overflows the stack nor grows faster than its length") {
  for (const char* part : {"[",
                           "]",
                           "[a](",
                           "![[",
                           "![l",
                           "*a ",
                           "*_",
                           "_",
                           "a**b",
                           "~a",
                           "`a``b",
                           "<b>",
                           "a <",
                           "<!--",
                           "[^a]",
                           "[x](y.md)\n",
                           "**a [b](c) ",
                           "> ",
                           "- ",
                           "1. ",
                           ">a\n",
                           "|",
                           "|-|\n",
                           "\\",
                           "&",
                           "[[a]]",
                           "[[",
                           "[[a ",
                           "{{<a>}}",
                           "{{<",
                           "{{< a ",
                           "{{< a \"",
                           "{{</*",
                           "{{%",
                           "# a {#b}\n",
                           "> a ^b\n\n",
                           "> [!NOTE]\n\n",
                           "www.a ",
                           "a@b.",
                           "http://"}) {
    INFO(part);
    const std::size_t once = size_of(repeated(part, 5000));
    CHECK(size_of(repeated(part, 10000)) <= 2 * once + 1000);
  }
}

TEST_CASE("a line of a megabyte is read") {
  CHECK(size_of(repeated("word ", 200000)) < 1100000);
  CHECK(parsed(repeated("[[a]] ", 170000)).document.links.size() == 170000);
}

TEST_CASE("quotations and lists nested more than 100 deep are an error where they go too deep") {
  const std::string message = "error: quotations and lists can be nested 100 deep, not deeper ";
  CHECK(said_about(repeated("> ", 100) + "a").empty());
  CHECK(said_about(repeated("> ", 101) + "a") == message + "[> > > > >]\n");
  CHECK(said_about(repeated("- ", 150) + "a") == message + "[" + repeated("- ", 53) + "-]\n");
  CHECK(said_about(repeated(" ", 501) + "- a").empty());  // code
  CHECK(said_about("`a`\n\n    " + repeated("> ", 200) + "a\n").empty());
}

TEST_CASE("a table of more than 1,000 columns stays text") {
  const auto table = [](std::size_t columns) {
    return repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n";
  };
  CHECK(said_about(table(1000)).empty());
  CHECK(site_html(table(1000)).find("<table>") != std::string::npos);
  CHECK(said_about(table(1001)) ==
        "error: this table has more than 1,000 columns [" + repeated("|-", 1001) + "|]\n");
  CHECK(site_html(table(1001)).find("<table>") == std::string::npos);
}

TEST_CASE("a table of more than 500,000 cells stays text, though few are written") {
  const std::string head = repeated("|a", 1000) + "\n" + repeated("|-", 1000) + "\n";
  CHECK(said_about(head + repeated("|\n", 500)) ==
        "error: this table has more than 500,000 cells [" + repeated("|-", 1000) + "]\n");
  CHECK(said_about(head + repeated("|\n", 400)).empty());
  CHECK(said_about("```\n" + head + repeated("|\n", 600) + "```\n").empty());
}

TEST_CASE("a paragraph above very many rows of dashes is an error") {
  const std::string text = repeated("a", 1000000) + "\n" + repeated("|-|\n", 1100);
  CHECK(said_about(text).starts_with(
      "error: too many rows of dashes stand below this paragraph [|-|]\n"));
}
