#include "formats/markdown_foreign.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "formats/markdown_marks.h"

namespace waymark {
namespace {

struct Brackets {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Brackets, 3> brackets{{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}}};

// What stands between a shortcode's brackets, where it is all that there is.
std::optional<std::string_view> inside_brackets(std::string_view text) {
  text = trim(text);
  for (const auto& [open, close] : brackets)
    if (text.size() >= open.size() + close.size() && text.starts_with(open) &&
        text.ends_with(close))
      return trim(text.substr(open.size(), text.size() - open.size() - close.size()));
  return std::nullopt;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

// Opens where a word follows: the language.
std::optional<std::string_view> highlighted_language(std::string_view line) {
  constexpr std::string_view word = "highlight ";
  const auto inside = inside_brackets(line);
  if (!inside || !inside->starts_with(word)) return std::nullopt;
  std::string_view language = trim(inside->substr(word.size()));
  language = language.substr(0, language.find_first_of(" \t"));
  while (language.starts_with('"')) language.remove_prefix(1);
  while (language.ends_with('"')) language.remove_suffix(1);
  return language;
}

bool ends_highlight(std::string_view line) {
  const auto inside = inside_brackets(line);
  return inside &&
         (*inside == "/highlight" || *inside == "/ highlight" || *inside == "endhighlight");
}

}  // namespace

std::string with_fences(std::string_view text) {
  std::string changed;
  const auto replace = [&](std::string_view line, std::string fence) {
    fence.resize(line.size(), ' ');
    changed.replace(static_cast<std::size_t>(line.data() - text.data()), line.size(), fence);
  };
  constexpr const char* fence = "~~~~~";
  std::string_view opening;  // the line that opened the highlight around this one
  std::string_view language;
  bool in_code = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (!opening.empty()) {
      if (!ends_highlight(line)) continue;
      if (changed.empty()) changed = text;
      replace(opening, std::string(fence).append(language));
      replace(line, fence);
      opening = {};
    } else if (is_fence(line)) {
      in_code = !in_code;
    } else if (const auto found = highlighted_language(line); found && !in_code) {
      opening = line;
      language = *found;
    }
  }
  return changed;
}

std::string without_ref(std::string_view url) {
  const auto inside = inside_brackets(url);
  if (!inside || url.starts_with("{%")) return std::string(url);
  for (const std::string_view word : {"ref ", "relref "}) {
    if (!inside->starts_with(word)) continue;
    const std::string_view path = trim(inside->substr(word.size()));
    const bool is_quoted = path.size() > 1 && (path.front() == '"' || path.front() == '`') &&
                           path.back() == path.front();
    return std::string(is_quoted ? path.substr(1, path.size() - 2) : path);
  }
  return std::string(url);
}

std::optional<Mark> read_liquid(std::string_view text, std::size_t offset) {
  const std::string_view open = text.substr(offset, 3);
  const bool is_tag = open.starts_with("{%");
  if (!is_tag && open != "{{ ") return std::nullopt;
  // A text full of openings would cost the square of its length.
  constexpr std::size_t longest = 200;
  const std::string_view reach = text.substr(offset, longest);
  const std::string_view line = reach.substr(0, reach.find_first_of("\r\n`"));
  const std::size_t close = line.find(is_tag ? "%}" : "}}", 2);
  if (close == line.npos) return std::nullopt;
  Mark mark;
  mark.kind = MarkKind::liquid;
  mark.begin = static_cast<std::uint32_t>(offset);
  mark.end = static_cast<std::uint32_t>(offset + close + 2);
  return mark;
}

const ShortcodeArgument* argument(const Shortcode& shortcode, std::string_view key) {
  const auto found = std::find_if(shortcode.arguments.begin(), shortcode.arguments.end(),
                                  [&](const ShortcodeArgument& given) { return given.key == key; });
  return found == shortcode.arguments.end() ? nullptr : &*found;
}

}  // namespace waymark
