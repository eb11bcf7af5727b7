#include "formats/front_matter.h"

#include "base/text.h"
#include "formats/toml.h"
#include "formats/yaml.h"

namespace waymark {

namespace {

Span at(SourceId id, std::size_t begin, std::size_t end) {
  return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A fence is three characters at the start of a line; blanks may follow.
bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && trim(line.substr(fence.size())).empty();
}

// The offset of the line behind the one that holds the offset.
std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find('\n', offset);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  return text.substr(offset, next_line(text, offset) - offset);
}

}  // namespace

std::optional<FrontMatter> read_front_matter(const Sources& sources, SourceId id,
                                             Diagnostics& out) {
  const std::string_view text = sources.text(id);
  std::size_t open = 0;
  while (open < text.size() && trim(line_at(text, open)).empty()) open = next_line(text, open);

  const bool toml = is_fence(line_at(text, open), "+++");
  if (!toml && !is_fence(line_at(text, open), "---"))
    return FrontMatter{{}, at(id, 0, 0), at(id, 0, text.size())};

  const std::string_view fence = toml ? "+++" : "---";
  const Span fence_span = at(id, open, open + fence.size());
  const std::size_t begin = next_line(text, open);
  std::size_t close = begin;
  while (close < text.size() && !is_fence(line_at(text, close), fence))
    close = next_line(text, close);
  if (close == text.size()) {
    out.error(fence_span, "the front matter that opens here is never closed")
        .notes.push_back(
            {"put a line " + quoted(fence) + " below the last line of the front matter", {}});
    return std::nullopt;
  }

  const Span inside = at(id, begin, close);
  auto table = toml ? parse_toml(sources, inside, out) : parse_yaml(sources, inside, out);
  if (!table) return std::nullopt;
  return FrontMatter{std::move(*table), fence_span, at(id, next_line(text, close), text.size())};
}

}  // namespace waymark
