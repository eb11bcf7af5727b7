#include "formats/markdown.h"

#include "base/parallel.h"
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

struct Said {
  std::string message;
  std::string note;
  std::string place;
  friend bool operator==(const Said&, const Said&) = default;
};

std::vector<Said> said(const std::string& text, RawHtml raw_html = RawHtml::refused) {
  const ParsedMarkdown page = parsed(text, raw_html);
  std::vector<Said> all;
  for (const Diagnostic& diagnostic : page.diagnostics.all()) {
    CHECK(diagnostic.severity == Severity::warning);
    REQUIRE(diagnostic.notes.size() == 1);
    all.push_back({diagnostic.message, diagnostic.notes[0].text,
                   std::string(page.sources.text(diagnostic.span))});
  }
  return all;
}

}  // namespace

TEST_CASE("the tree is flat, each node before its children") {
  const Document document = parsed("# A *b*\n\nc").document;
  std::vector<NodeKind> kinds;
  for (const Node& node : document.nodes) kinds.push_back(node.kind);
  CHECK(kinds == std::vector<NodeKind>{NodeKind::document, NodeKind::heading, NodeKind::text,
                                       NodeKind::emphasis, NodeKind::text, NodeKind::paragraph,
                                       NodeKind::text});
  CHECK(document.nodes[0].end == 7);
  CHECK(document.nodes[1].end == 5);
  CHECK(document.nodes[3].end == 5);
  CHECK(document.literal(document.nodes[6]) == "c");
}

TEST_CASE("an empty text is an empty document") {
  CHECK(parsed("").document.empty());
  CHECK(parsed("").document.nodes.empty());
  CHECK(site_html("").empty());
  CHECK(plain_text(parsed("").document).empty());
}

TEST_CASE("headings have a text without markup and a unique anchor") {
  const Document document =
      parsed(
          "# The `code` of [a *link*](u)\n\n## Pay\n\n> ## Pay\n\n# ![image](i.png)\n\nPay\n---\n")
          .document;
  REQUIRE(document.headings.size() == 5);
  CHECK(document.headings[0].text == "The code of a link");
  CHECK(document.headings[0].anchor == "the-code-of-a-link");
  CHECK(document.headings[1].level == 2);
  CHECK(document.headings[1].anchor == "pay");
  CHECK(document.headings[2].anchor == "pay-1");
  CHECK(document.headings[3].anchor == "section");
  CHECK(document.headings[4].anchor == "pay-2");
}

TEST_CASE("in a page headings carry their anchor and can be moved down") {
  CHECK(site_html("# A b\n") == "<h1 id=\"a-b\">A b</h1>\n");
  CHECK(html_of(parsed("# A\n\n##### B\n\n###### C\n"), {HtmlProfile::site, 2}) ==
        "<h3 id=\"a\">A</h3>\n<h6 id=\"b\">B</h6>\n<h6 id=\"c\">C</h6>\n");
}

TEST_CASE("in a page a table can be scrolled and its columns carry classes") {
  CHECK(site_html("| a | b |\n|:-:|---|\n| c | d |\n") ==
        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n"
        "<thead>\n<tr>\n<th scope=\"col\" class=\"center\">a</th>\n<th scope=\"col\">b</th>\n"
        "</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"center\">c</td>\n<td>d</td>\n</tr>\n"
        "</tbody>\n</table>\n</div>\n");
}

TEST_CASE("in a page check boxes say what they mean") {
  CHECK(site_html("- [ ] a\n- [x] b\n") ==
        "<ul>\n<li><input type=\"checkbox\" disabled aria-label=\"To do\"> a</li>\n"
        "<li><input type=\"checkbox\" checked disabled aria-label=\"Done\"> b</li>\n</ul>\n");
}

TEST_CASE("a footnote's ids cannot meet a heading's anchor") {
  CHECK(
      site_html("# Note 1\n\nx[^a] y[^a]\n\n[^a]: z\n") ==
      "<h1 id=\"note-1\">Note 1</h1>\n"
      "<p>x<sup class=\"footnote-ref\"><a href=\"#Footnote-1\" id=\"Footnote-ref-1\">1</a></sup> "
      "y<sup class=\"footnote-ref\"><a href=\"#Footnote-1\" "
      "id=\"Footnote-ref-1-2\">1</a></sup></p>\n"
      "<section class=\"footnotes\">\n<ol>\n<li id=\"Footnote-1\">\n<p>z "
      "<a href=\"#Footnote-ref-1\" class=\"footnote-backref\" aria-label=\"Back to content\">↩</a> "
      "<a href=\"#Footnote-ref-1-2\" class=\"footnote-backref\" aria-label=\"Back to content\">↩"
      "<sup class=\"footnote-ref\">2</sup></a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("URLs given from outside replace those that were written") {
  const ParsedMarkdown page = parsed("[a](../a.md \"t\") ![b](b.png)");
  CHECK(html_of(page, {}, Resolved{{"../a/?x&y", "../b.hash.png"}, {}}) ==
        "<p><a href=\"../a/?x&amp;y\" title=\"t\">a</a> "
        "<img src=\"../b.hash.png\" alt=\"b\"></p>\n");
}

TEST_CASE("in a page a link with an unsafe URL is only its text, an image has none") {
  CHECK(site_html("[a](javascript:alert(1)) [b](JaVaScRiPt&colon;x) <vbscript:x> "
                  "![c](data:text/html,x) ![d](data:image/png,x)") ==
        "<p>a b vbscript:x "
        "<img src=\"\" alt=\"c\"> <img src=\"data:image/png,x\" alt=\"d\"></p>\n");
}

TEST_CASE("raw HTML is a warning at its opening tag and reaches no page") {
  const std::string text =
      "a <b class=x>bold</b> `<i>`\n\n<div>\nblock\n</div>\n\n> two\nlazy <u>\n";
  const std::string message = "raw HTML is not shown";
  const std::string note = "write it in Markdown, or between backquotes to show it as it is";
  CHECK(said(text) == std::vector<Said>{{message, note, "<b class=x>"},
                                        {message, note, "<div>\nblock\n</div>"},
                                        {message, note, "<u>"}});
  CHECK(site_html(text) ==
        "<p>a bold <code>&lt;i&gt;</code></p>\n<blockquote>\n<p>two\nlazy </p>\n</blockquote>\n");
  CHECK(plain_text(parsed(text).document) == "a bold <i> two lazy");
}

TEST_CASE("HTML comments are left out silently, what follows them is not") {
  CHECK(said("<!-- block -->\n\ninline <!-- comment --> too\n\n<!-- never closed\n").empty());
  CHECK(site_html("a <!-- b --> c\n\n<!-- d -->\n") == "<p>a  c</p>\n");
  CHECK(said("<!-- a --> <script>x</script>\n").size() == 1);
}

TEST_CASE("raw HTML that is allowed passes the tag filter without a warning") {
  const std::string text = "<b>x</b> <script>\n";
  CHECK(said(text, RawHtml::allowed).empty());
  CHECK(html_of(parsed(text, RawHtml::allowed)) == "<p><b>x</b> &lt;script></p>\n");
}

TEST_CASE("plain text has no markup, images, code blocks or footnote marks") {
  CHECK(plain_text(parsed("# Head\n\nSome **bo**ld `code`[^1]\nand ![image](i.png)[link](u).\n\n"
                          "```\nx = 1\n```\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n"
                          "[^1]: Note.\n")
                       .document) == "Head Some bold code and link. one two a b c d Note.");
}

TEST_CASE("texts parsed at the same time do not disturb each other") {
  const std::string text = repeated("~~gone~~ www.example.org *a* `b`\n\n", 200);
  const std::string expected = site_html(text);
  std::vector<std::string> all(64);
  for_each_index(all.size(), 4, [&](std::size_t i) { all[i] = site_html(text); });
  CHECK(all == std::vector<std::string>(all.size(), expected));
}
