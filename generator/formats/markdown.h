// Markdown (GitHub's flavour) to a Document, and a Document to HTML. cmark-gfm below.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "formats/document.h"

namespace waymark {

enum class RawHtml { refused, allowed };

// Parses the bytes of `span` with tables, strikethrough, autolinks, task lists, footnotes.
// Raw HTML, unless allowed, is a warning at its place and is left out of the page; where it is
// allowed the tag filter still defuses the elements that GitHub's specification lists.
// Never fails: every text is Markdown. Threads: any. Cost: linear in the text.
Document parse_markdown(const Sources& sources, Span span, RawHtml raw_html, Diagnostics& out);

struct HtmlOptions {
  RawHtml raw_html = RawHtml::refused;
  bool heading_anchors = true;  // an id on every heading
  int heading_shift = 0;        // added to every heading's level, up to h6
};

// Appends the HTML. `urls[i]` replaces document.links[i].url; an empty vector keeps them as
// written. With heading_anchors off, heading_shift 0, raw HTML allowed and no urls the result is
// what the GitHub Flavored Markdown specification gives. Unsafe schemes (javascript:, data: but
// images) become empty. Tables stand in <div class="table"> when `heading_anchors` is on.
void append_html(const Document& document, const std::vector<std::string>& urls,
                 const HtmlOptions& options, std::string& out);

// The text without markup, blocks parted by spaces: for descriptions and search.
std::string plain_text(const Document& document);

}  // namespace waymark
