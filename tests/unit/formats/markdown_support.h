// Markdown given as a string, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/markdown.h"

namespace waymark {

struct ParsedMarkdown {
  Sources sources;
  Diagnostics diagnostics;
  Document document;
};

// With something before and behind it in the file, as front matter stands before a body.
inline ParsedMarkdown parsed(const std::string& text, RawHtml raw_html = RawHtml::refused,
                             Dialect dialect = Dialect::site) {
  const std::string before = "+++\n+++\n";
  ParsedMarkdown result;
  const SourceId id = result.sources.add("page.md", before + text + "not [ours](x.md)");
  const auto begin = static_cast<std::uint32_t>(before.size());
  const Span body = {id, begin, begin + static_cast<std::uint32_t>(text.size())};
  result.document = parse_markdown(result.sources, body, raw_html, result.diagnostics, dialect);
  return result;
}

inline std::string html_of(const ParsedMarkdown& parsed, const HtmlOptions& options = {},
                           const Resolved& resolved = {}) {
  std::string html;
  append_html(parsed.document, resolved, options, html);
  return html;
}

inline std::string site_html(const std::string& text) { return html_of(parsed(text)); }

// What is said about the text: "error: message [bytes at the place]", then "= note" lines.
inline std::string said_about(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  std::string all;
  for (const Diagnostic& diagnostic : page.diagnostics.all()) {
    all += diagnostic.severity == Severity::error ? "error: " : "warning: ";
    all += diagnostic.message + " [" + std::string(page.sources.text(diagnostic.span)) + "]\n";
    for (const Note& note : diagnostic.notes) all += "= " + note.text + "\n";
  }
  return all;
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace waymark
