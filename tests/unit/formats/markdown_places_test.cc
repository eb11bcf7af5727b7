// Where links stand in the file.
#include "base/positions.h"
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

using Strings = std::vector<std::string>;

// The bytes that each link's span covers.
Strings destinations(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  Strings all;
  for (const Link& link : page.document.links) all.emplace_back(page.sources.text(link.span));
  return all;
}

std::vector<Position> link_positions(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  Positions positions(page.sources);
  std::vector<Position> all;
  for (const Link& link : page.document.links) {
    all.push_back(positions.of(link.span.source, link.span.begin));
  }
  return all;
}

}  // namespace

TEST_CASE("a link's span is its destination as written") {
  CHECK(destinations("a [b](../skills/python.md#why) c") == Strings{"../skills/python.md#why"});
  CHECK(destinations("[a](one.md \"title\") [b]( two.md ) [c]()") ==
        Strings{"one.md", "two.md", ""});
  CHECK(destinations("[a](<with space.md>)") == Strings{"with space.md"});
  CHECK(destinations("[a](a\\_b.md) [c](x?y=1&amp;z=2) [d](a(b)c)") ==
        Strings{"a\\_b.md", "x?y=1&amp;z=2", "a(b)c"});
  CHECK(destinations("[a](\nnext-line.md\n'title')") == Strings{"next-line.md"});
}

TEST_CASE("an image in a link has its own span, and links stand in document order") {
  CHECK(destinations("[![alt](image.png)](page.md) [z](z.md)") ==
        Strings{"page.md", "image.png", "z.md"});
}

TEST_CASE("a link to one place twice has two spans") {
  const std::vector<Position> all = link_positions("[a](x.md)\n[b](x.md)");
  REQUIRE(all.size() == 2);
  CHECK(all[0].line == 3);
  CHECK(all[1].line == 4);
}

TEST_CASE("what looks like a link in code or behind a backslash is passed over") {
  const std::string text = "`[a](x.md)` \\[b\\](x.md) `` ` [c](x.md) `` [real](x.md)";
  const ParsedMarkdown page = parsed(text);
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.document.links[0].span.begin == 8 + text.rfind("x.md"));
}

TEST_CASE("spans hold in block quotes, lazy lines, lists, tables and headings") {
  const std::string text =
      "# Title [h](h.md)\n\n> quoted [a](a.md)\nlazy [b](b.md)\n> - item\n>   [c](c.md)\n\n"
      "1. [ ] task [d](d.md)\\\n   broken [e](e.md)\n\n"
      "| é | [f](f.md) |\n|---|---|\n| a \\| b | [g](g.md) |\n\nSetext [i](i.md)\n===\n";
  CHECK(destinations(text) ==
        Strings{"h.md", "a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md", "i.md"});
}

TEST_CASE("spans are bytes with CRLF and multibyte text, columns code points") {
  const std::string text = "Ünï\r\n\r\n> cödé [a](a.md)\r\n> → [b](b.md)\r\n";
  CHECK(destinations(text) == Strings{"a.md", "b.md"});
  const std::vector<Position> all = link_positions(text);
  REQUIRE(all.size() == 2);
  CHECK(all[0].line == 5);
  CHECK(all[0].column == 12);
  CHECK(all[1].line == 6);
  CHECK(all[1].column == 9);
}

TEST_CASE("a link by reference points to the definition's destination") {
  const std::string text =
      "[one][1], [two], [three][].\n\n    [1]: ../code.md\n\n> [1]: ../one.md 'title'\n\n"
      "[two]:\n<../two words.md>\n[three]: ../three\\_.md\n";
  const ParsedMarkdown page = parsed(text);
  CHECK(destinations(text) == Strings{"../one.md", "../two words.md", "../three\\_.md"});
}

TEST_CASE("a definition in code is not where a link points") {
  const std::string text = "```\n[1]: a.md\n```\n\n[x][1]\n\n[1]: a.md\n";
  const ParsedMarkdown page = parsed(text);
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.document.links[0].span.begin == 8 + text.rfind("a.md"));
}

TEST_CASE("an autolink's span is its text") {
  CHECK(destinations("<https://a.b/c> www.x.org https://d.e/f_g. me@x.org <me@y.org>") ==
        Strings{"https://a.b/c", "www.x.org", "https://d.e/f_g", "me@x.org", "me@y.org"});
  const std::vector<Position> all = link_positions("[https://a.b](https://a.b)");
  REQUIRE(all.size() == 1);
  CHECK(all[0].column == 15);
}

TEST_CASE("thousands of links whose place is not found cost no more than linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "[x][r] ";
  const ParsedMarkdown page = parsed(text + "\n\n[r]: a&copy;b.md\n");
  CHECK(page.document.links.size() == 20000);
}

TEST_CASE("headings and blocks know their place") {
  const ParsedMarkdown page = parsed("intro\n\n## Two *words*\n");
  REQUIRE(page.document.headings.size() == 1);
  CHECK(page.sources.text(page.document.headings[0].span) == "## Two *words*");
}
