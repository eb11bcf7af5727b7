// Markdown (GitHub's flavour) to a Document, and a Document to HTML. cmark-gfm below.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "formats/document.h"

namespace waymark {

enum class RawHtml { refused, allowed };

enum class Dialect {
  site,    // GitHub's flavour, and ours: shortcodes, wiki links, alerts, anchors of headings, block
           // ids of quotations
  github,  // the GitHub Flavored Markdown specification, nothing else
};

// Parses the bytes of `span` with tables, strikethrough, autolinks, task lists, footnotes.
// Raw HTML that is refused is a warning at its place and no node of the Document, so that it cannot
// reach a page; comments are left out silently.
// Never fails: every text is Markdown; bytes that are not UTF-8 become U+FFFD.
// Threads: any. Cost: linear in the text.
Document parse_markdown(const Sources& sources, Span span, RawHtml raw_html, Diagnostics& out,
                        Dialect dialect = Dialect::site);

enum class HtmlProfile {
  // For pages: an id on every heading, URLs with unsafe schemes (javascript:, data: but images)
  // become empty, tables can be scrolled on a narrow screen, footnote ids cannot meet a heading's
  // anchor (they hold a capital letter), and html-validate's recommended rules hold.
  site,
  // To the byte what cmark-gfm and the GitHub Flavored Markdown specification give, but that
  // references to a footnote count in the order of the page, and only those that stand in it.
  specification,
};

struct HtmlOptions {
  HtmlProfile profile = HtmlProfile::site;
  int heading_shift = 0;  // added to every heading's level, up to h6
};

// What a page fills in. Each vector is as long as its list in the Document; an empty one leaves
// links as they are written and shortcodes out.
struct Resolved {
  std::vector<std::string> links;       // URLs
  std::vector<std::string> shortcodes;  // HTML
};

// Appends the HTML. Of the raw HTML that the Document holds, the tag filter defuses the elements
// that GitHub's specification lists.
void append_html(const Document& document, const Resolved& resolved, const HtmlOptions& options,
                 std::string& out);

// The name that a wiki link without a text is read as until link knows better; else nothing.
std::string_view bare_name(const Document& document, std::uint32_t node);

// The text without markup, images, code blocks and raw HTML; blocks parted by single spaces: for
// descriptions and search.
std::string plain_text(const Document& document);
// The same of one node and what is in it. `shortcodes`: a text for each of the document's; without
// them they are left out.
std::string plain_text(const Document& document, std::uint32_t node,
                       const std::vector<std::string>& shortcodes = {});

}  // namespace waymark
