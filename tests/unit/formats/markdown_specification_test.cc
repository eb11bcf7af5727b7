// Our HTML against the specification's examples and against cmark-gfm's own, byte for byte.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <set>

#include "base/text.h"
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

std::string cmark_html(const std::string& text) {
  cmark_gfm_core_extensions_ensure_registered();
  const int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8;
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(options), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist", "tagfilter"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
      cmark_parser_finish(parser.get()), cmark_node_free);
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(root.get(), options, cmark_parser_get_syntax_extensions(parser.get())),
      std::free);
  return html.get();
}

std::string our_html(const std::string& text) {
  return html_of(parsed(text, RawHtml::allowed, Dialect::github), {HtmlProfile::specification});
}

struct Example {
  std::string markdown;
  std::string html;
};

// Of a text in the specification's form: fences of 32 backticks, a point between the two, → a tab.
std::vector<Example> examples_of(const std::string& path) {
  std::ifstream file(WAYMARK_SOURCE_DIR "/" + path);
  if (!file) FAIL(path + " is missing: run script/setup --tests");
  const std::string fence(32, '`');
  std::vector<Example> all;
  std::string* part = nullptr;  // of the example that the line stands in
  for (std::string line; std::getline(file, line);) {
    if (line == fence + " example")
      part = &all.emplace_back().markdown;
    else if (line == fence)
      part = nullptr;
    else if (line == "." && part != nullptr)
      part = &all.back().html;
    else if (part != nullptr)
      *part += replace_all(line, "→", "\t") + "\n";
  }
  return all;
}

// CommonMark's examples that GitHub's extensions read otherwise; these are always on.
const std::set<std::size_t> kDifferences = {
    140, 141, 142, 145, 147,  // the tag filter: content cannot let in scripts and styles
    598, 602, 604, 607, 608,  // extended autolinks: a bare address is a link, in < and > as well
};

// One line or more for every construct.
const std::vector<std::string> kTexts = {
    "",
    "\n",
    "a",
    "a\r\nb\r\n\r\nc\rd",
    std::string("nul\0byte", 8),
    "invalid \xff\xc3 utf-8",
    "\tcode\n\n  \ttab\n",
    "***\n---\n___\n",
    "# One\n## Two ##\n### *three* `3`\n####### seven\n#nospace\n#\n",
    "Setext\n===\n\nTwo\nlines\n---\n",
    "    indented\n\n    code <b>&amp;\n",
    "```\nfenced < >\n```\n",
    "~~~ c++ extra \"words\"\nint x;\n~~~\n",
    "``` a&b\n",
    "```\nnever closed",
    "<div>\n*raw*\n\n</div>\n\n<script>\nlet a = 1;\n</script>\n",
    "<!-- comment -->\n\n<?php 1 ?>\n\n<!DOCTYPE x>\n\n<![CDATA[ x ]]>\n",
    "<title>t</title>\n\n<STYLE>x</STYLE> inline <xmp> <iframe/> <noembed > </plaintext>\n",
    "a <b>bold</b> <script>x</script> <textarea  rows=1> <titlex> <title/x>\n",
    "[foo]: /url \"title\"\n\n[foo] [Foo][] [text][foo] [none]\n",
    "[a b]: <my url> 'quo\"te'\n[a b]\n",
    "p one\nstill one\n\np two  \nbreak\\\nbreak\n",
    "> quote\nlazy\n> > deeper\n>\n> - list\n\n> again\n",
    ">     code\n> ```\n> fence\n",
    "- a\n- b\n\n* c\n+ d\n",
    "- loose\n\n- items\n\n  two paragraphs\n",
    "- a\n  - b\n    - c\n\n      d\n- e\n",
    "1. one\n2. two\n\n3) three\n\n0. zero\n",
    "123456789. big\n- \n-\n\n- # heading\n- > quote\n-     code\n",
    "- tight\n  > quote\n- ```\n  fence\n  ```\n",
    "\\!\\\"\\#\\$ \\a \\\\ &amp; &copy; &#35; &#x22; &nope; &quot;\n",
    "`code` `` a ` b `` ` pad ` ``` ``unclosed\n",
    "*a* _b_ **c** __d__ ***e*** *a **b** c* snake_case_word **unclosed\n",
    "~~gone~~ ~one~ ~~~three~~~ ~~a *b* c~~\n",
    "[l](u) [l](<u v>) [l](u 't\"') [l](u \"t & <\") [](u) [l]() [l](a(b)c) [l](a\\)b)\n",
    "[*em* `c` ![i](s)](u) [a [b](c) d](e)\n",
    "[q](?a=b&c='d'&e=\"f\") [é](é%20ü[]) [back](a\\b) [sp](%zz)\n",
    "![alt *em* `code` <b> [link](u)\nsoft  \nhard](src \"title\") ![][r]\n\n[r]: r.png\n",
    "![a ![b](c) ~~d~~](e)\n",
    "<http://a.b/?q=1&r=2> <mailto:a@b.c> <a@b.c> <made-up:x,y> <not a link>\n",
    "www.example.org http://x.org/a_b(c) https://x.org/?a=b&amp;c. me@x.org ftp://f.org\n",
    "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | `2\\|3` | **4** | [5](6) |\n| short |\n",
    "| only head |\n|---|\n\nafter\n",
    "a | b\n-|-\n1 | 2 | 3\n> quote ends it\n",
    "| a |\n| - |\n| <b> & |\n\n- list\n\n  | in | list |\n  |---|---|\n  | x | y |\n",
    "- [ ] open\n- [x] done\n- [X] Done\n- [] no\n\n1. [x] loose\n\n2. [ ] list\n",
    "a[^1] b[^note] c[^1] d[^none]\n\n[^1]: First.\n[^note]: Second\n\n    with `two` paragraphs\n",
    "x[^a] y[^b]\n\n[^a]: - list\n[^b]:\n    ```\n    code\n    ```\n[^unused]: never shown\n",
    "In ![an image[^i]](s) and [a link[^i]](u)\n\n> [^i]: quoted note\n",
    "[[wiki]] [[w|x]] {{< short \"code\" >}} {{% x %}} \x0e\x01\x0f [[a]: b\n",
    "> [!NOTE]\n> text ^id\n\n## Title {#anchor}\n",
    "odd[^a&b] label[^ü]\n\n[^a&b]: one\n[^ü]: two[^ü]\n",
};

}  // namespace

TEST_CASE("CommonMark's examples give its HTML, but where GitHub's extensions say otherwise") {
  const std::vector<Example> examples = examples_of("node_modules/commonmark-spec/spec.txt");
  REQUIRE(examples.size() == 649);
  for (std::size_t number = 1; number <= examples.size(); ++number) {
    const Example& example = examples[number - 1];
    const std::string ours = our_html(example.markdown);
    INFO("example " << number << "\n" << example.markdown);
    CHECK(ours == cmark_html(example.markdown));
    if (kDifferences.contains(number))
      CHECK(ours != example.html);
    else
      CHECK(ours == example.html);
  }
}

TEST_CASE("the examples of GitHub's extensions give the specification's HTML") {
  const std::vector<Example> examples = examples_of("tests/unit/formats/github_examples.txt");
  REQUIRE(examples.size() == 25);
  for (const Example& example : examples) {
    INFO(example.markdown);
    CHECK(our_html(example.markdown) == example.html);
    CHECK(our_html(example.markdown) == cmark_html(example.markdown));
  }
}

TEST_CASE("HTML of the specification's profile equals cmark-gfm's") {
  for (const std::string& text : kTexts) {
    INFO(text);
    CHECK(our_html(text) == cmark_html(text));
  }
}

TEST_CASE("HTML of texts put together at random equals cmark-gfm's") {
  const std::vector<std::string> parts = {"a",
                                          "word ",
                                          "\n",
                                          "\n\n",
                                          "> ",
                                          "- ",
                                          "1. ",
                                          "    ",
                                          "\t",
                                          "# ",
                                          "---\n",
                                          "===\n",
                                          "**",
                                          "*",
                                          "_",
                                          "~~",
                                          "`",
                                          "```\n",
                                          "[",
                                          "]",
                                          "](u.md)",
                                          "![i](s)",
                                          "[r]",
                                          "[t][r]",
                                          "<b>",
                                          "<script>",
                                          "<",
                                          ">",
                                          "\n<div>\n",
                                          "&amp;",
                                          "&",
                                          "\"",
                                          "\\",
                                          "  \n",
                                          "\r\n",
                                          "[ ] ",
                                          "- [x] ",
                                          "é",
                                          "\xff",
                                          "|",
                                          "www.x.y ",
                                          "http://a ",
                                          "m@x.y ",
                                          "[[x]]",
                                          "{{< a >}}",
                                          "<a:b>",
                                          "](<a b>)",
                                          "!",
                                          "](a\\_b)",
                                          "'",
                                          "\n[r]: r.md 'title'\n",
                                          "\n| a | b |\n|:--|--:|\n| c | d |\n"};
  for (unsigned seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (auto left = random() % 40 + 1; left > 0; --left) text += parts[random() % parts.size()];
    const std::string ours = our_html(text);
    const std::string theirs = cmark_html(text);
    if (ours != theirs) {
      INFO(text);
      CHECK(ours == theirs);
    }
  }
}

TEST_CASE("references to a footnote count in the order of the page, only those that stand in it") {
  const std::string text = "x[^a]\n\n[^unused]: y[^a]\n\n[^a]: note\n";
  CHECK(our_html(text) ==
        "<p>x<sup class=\"footnote-ref\"><a href=\"#fn-a\" id=\"fnref-a\" "
        "data-footnote-ref>1</a></sup></p>\n"
        "<section class=\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-a\">\n<p>note "
        "<a href=\"#fnref-a\" class=\"footnote-backref\" data-footnote-backref "
        "aria-label=\"Back to content\">↩</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("what follows the slash of an xmpp: address is read as cmark-gfm's version reads it") {
  // The specification's examples came later than the cmark-gfm that Debian 12 has.
  for (const char* text : {"xmpp:a@b.example/c@d.example\n", "xmpp:a@b.example/c/d\n"}) {
    CHECK(our_html(text) == cmark_html(text));
  }
}
