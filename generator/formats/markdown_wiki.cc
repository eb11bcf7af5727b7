// Reads [[name]] and [[name|text]].
#include <algorithm>

#include "base/text.h"
#include "formats/markdown_marks.h"

namespace waymark {

std::optional<Mark> read_wiki_link(std::string_view text, std::size_t offset, Span span) {
  if (!text.substr(offset).starts_with("[[")) return std::nullopt;
  const std::size_t begin = offset + 2;
  const std::size_t close = text.find_first_of("[]`\r\n", begin);
  if (close == text.npos || !text.substr(close).starts_with("]]")) return std::nullopt;
  if (text.substr(close + 2, 1) == "(") return std::nullopt;  // [[text]](url), a link of Markdown's
  const std::string_view inside = text.substr(begin, close - begin);
  const std::size_t bar = std::min(inside.find('|'), inside.size());
  const bool escaped = bar < inside.size() && bar > 0 && inside[bar - 1] == '\\';  // as in tables
  const std::string_view name = trim(inside.substr(0, escaped ? bar - 1 : bar));

  Mark mark;
  mark.kind = MarkKind::wiki;
  const bool embeds = offset > 0 && text[offset - 1] == '!';
  mark.begin = static_cast<std::uint32_t>(offset);
  mark.end = static_cast<std::uint32_t>(close + 2);
  mark.message_span = sub_span(span, offset, close + 2);
  if (embeds || name.empty()) mark.kind = MarkKind::broken;
  if (embeds) {
    mark.message = "pages and images are not embedded by ![[...]]";
    mark.note = "write [[name]] for a link to a page, ![text](file) for an image";
  } else if (name.empty()) {
    mark.message = "this wiki link names nothing";
    mark.note = "write [[name]] or [[name|text]]; \\[[ is shown as it is";
    return mark;
  }
  mark.name = name;
  const std::size_t name_begin =
      name.empty() ? begin : static_cast<std::size_t>(name.data() - text.data());
  mark.name_span = sub_span(span, name_begin, name_begin + name.size());
  if (bar < inside.size()) mark.text = trim(inside.substr(bar + 1));
  return mark;
}

}  // namespace waymark
