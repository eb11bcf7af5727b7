#include "formats/prose.h"

#include "catch.h"
#include "formats/markdown.h"

using namespace waymark;

namespace {

Document parse(const std::string& markdown) {
  Sources sources;
  Diagnostics found;
  const SourceId id = sources.add("a.md", markdown);
  return parse_markdown(sources, {id, 0, static_cast<std::uint32_t>(markdown.size())},
                        RawHtml::refused, found);
}

Prose read(const Document& document, std::uint32_t block) {
  Prose prose;
  prose.read(document, block);
  return prose;
}

// The HTML with a link around each of the words, which are looked for in order.
std::string linked(const std::string& markdown, const std::vector<std::string>& words) {
  Document document = parse(markdown);
  std::vector<NewLink> links;
  auto word = words.begin();
  for (const std::uint32_t block : prose_blocks(document)) {
    const Prose prose = read(document, block);
    std::size_t at = 0;
    while (word != words.end()) {
      const std::size_t begin = prose.text().find(*word, at);
      if (begin == std::string::npos) break;
      at = begin + word->size();
      ++word;
      if (prose.can_be_link(begin, at))
        links.push_back({prose.first(begin), prose.last(at), {"u", {}, {}}});
    }
  }
  insert_links(document, links);
  std::string html;
  append_html(document, {}, {HtmlProfile::specification}, html);
  return html;
}

}  // namespace

TEST_CASE("links are put around words, wherever they stand in their text") {
  CHECK(linked("one two three", {"one", "three"}) ==
        "<p><a href=\"u\">one</a> two <a href=\"u\">three</a></p>\n");
  CHECK(linked("a *b c* d\n\n- e", {"c", "d", "e"}) ==
        "<p>a <em>b <a href=\"u\">c</a></em> <a href=\"u\">d</a></p>\n"
        "<ul>\n<li><a href=\"u\">e</a></li>\n</ul>\n");
  CHECK(linked("| a |\n|---|\n| b c |\n\nd", {"b", "d"}) ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td><a href=\"u\">b</a> c</td>\n</tr>\n</tbody>\n</table>\n"
        "<p><a href=\"u\">d</a></p>\n");
}

TEST_CASE("a link may go on over a soft line break") {
  CHECK(linked("a b\nc d", {"b c", "d"}) ==
        "<p>a <a href=\"u\">b\nc</a> <a href=\"u\">d</a></p>\n");
}

TEST_CASE("no link begins in markup and ends outside, nor goes over what is no text") {
  CHECK(linked("*a* b", {"a b"}) == "<p><em>a</em> b</p>\n");
  CHECK(linked("a *b* c", {"a b c"}) == "<p>a <em>b</em> c</p>\n");
  CHECK(read(parse("a [b](x) `c` ![d](y)  \ne"), 1).text() ==
        "a \x1F \x1F \x1F\x1F"
        "e");
}

TEST_CASE("headings, code and a table's header are no prose") {
  const Document document = parse("# a\n\n    b\n\n| c |\n|---|\n| d |\n\n```\ne\n```\nf\n");
  std::string text;
  for (const std::uint32_t block : prose_blocks(document)) text += read(document, block).text();
  CHECK(text == "df");
}
