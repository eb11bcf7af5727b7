#include "formats/yaml_mistake.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// A line of the text: `key: value`, also behind the dash of a list.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t indent = 0;            // behind the indentation
  std::size_t content = 0;           // behind the dashes of lists as well
  std::optional<std::size_t> colon;  // of the key
  std::size_t value = 0;             // behind the colon and blanks; without a colon, the content
};

Line line_at(std::string_view text, std::size_t offset) {
  Line line;
  const std::size_t before = offset == 0 ? npos : text.rfind('\n', offset - 1);
  line.begin = before == npos ? 0 : before + 1;
  line.end = std::min(text.find('\n', line.begin), text.size());
  if (line.end > line.begin && text[line.end - 1] == '\r') --line.end;
  const std::string_view all = text.substr(0, line.end);
  const auto skip_blanks = [&](std::size_t at) {
    return std::min(all.find_first_not_of(" \t", at), line.end);
  };
  line.indent = line.content = skip_blanks(line.begin);
  while (all.substr(line.content).starts_with("- ")) line.content = skip_blanks(line.content + 1);
  line.value = line.content;
  for (std::size_t at = line.content; at < line.end && !line.colon; ++at)
    if (text[at] == ':' && (at + 1 == line.end || text[at + 1] == ' ')) line.colon = at;
  if (line.colon) line.value = skip_blanks(*line.colon + 1);
  return line;
}

// What the rules below ask of the place.
struct Clue {
  YamlError error;
  Line line;   // that of the error
  Line above;  // the nearest one before it that is not blank

  explicit Clue(const YamlError& e) : error(e), line(line_at(e.text, e.offset)), above(line) {
    while (above.begin > 0) {
      above = line_at(e.text, above.begin - 1);
      if (above.content < above.end) break;
    }
  }

  bool says(std::string_view words) const { return error.reason.find(words) != npos; }
  char at(std::size_t offset) const {
    return offset < error.text.size() ? error.text[offset] : '\n';
  }
  std::string_view part(std::size_t begin, std::size_t end) const {
    return trim(error.text.substr(begin, end - begin));
  }
  std::string_view value() const { return part(line.value, line.end); }

  YamlMistake mistake(std::size_t begin, std::size_t end, std::string message,
                      std::string note = {}) const {
    end = std::min(end, error.text.size());
    begin = std::min(begin, end);
    return {begin, begin + part(begin, end).size(), std::move(message), std::move(note)};
  }
};

using Explanation = std::optional<YamlMistake>;

std::string in_quotes(std::string_view text) {
  return quoted(replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\""));
}

// The whole value of the line, which YAML takes for something else without quotes.
YamlMistake needs_quotes(const Clue& clue, std::string message) {
  return clue.mistake(clue.line.value, clue.line.end, std::move(message),
                      "write " + in_quotes(clue.value()));
}

YamlMistake unclosed_quote(const Clue& clue, std::size_t open) {
  return clue.mistake(open, line_at(clue.error.text, open).end, "this text has no closing quote",
                      fmt::format("put {} after its last word", clue.at(open)));
}

Explanation explain_tab(const Clue& clue) {
  const std::size_t tab = clue.error.text.find('\t', clue.line.begin);
  if (tab == npos || tab >= clue.line.content) return std::nullopt;
  return clue.mistake(tab, tab, "a tab is not allowed in the indentation", "use spaces");
}

// `title: "AI` swallows the lines below up to the next quote.
Explanation explain_quote(const Clue& clue) {
  if (clue.says("illegal EOF in scalar") || clue.says("illegal document indicator")) {
    const std::size_t open = clue.error.text.find_last_of("\"'", clue.error.offset);
    if (open != npos) return unclosed_quote(clue, open);
  }
  if (clue.says("unknown escape character"))
    return clue.mistake(clue.error.offset - 2, clue.error.offset,
                        fmt::format("{} is not an escape sequence",
                                    clue.part(clue.error.offset - 2, clue.error.offset)),
                        R"(write \\ for a backslash)");
  if (clue.says("hex number"))
    return clue.mistake(clue.error.offset, clue.error.offset,
                        R"(\x takes two hexadecimal digits, \u four, \U eight)",
                        R"(write \\ for a backslash)");
  const std::string_view before = clue.part(clue.line.begin, clue.error.offset);
  const bool behind_quote = before.ends_with('"') || before.ends_with('\'');
  if (!clue.error.quote || !behind_quote) return std::nullopt;
  if (*clue.error.quote < clue.line.begin) return unclosed_quote(clue, *clue.error.quote);
  return clue.mistake(clue.error.offset, clue.line.end,
                      "this follows the closing quote of the text",
                      before.ends_with('"') ? R"(a quote inside text is written \")"
                                            : "a quote inside text is written ''");
}

// Begins something else than text in YAML.
bool is_mark(char c) { return std::string_view("@`%*&!>|?]}").find(c) != npos; }

Explanation explain_value(const Clue& clue) {
  if (clue.value().empty()) return std::nullopt;
  const bool in_value = clue.error.offset >= clue.line.value;
  const std::string first(1, clue.at(clue.line.value));
  if (clue.says("illegal map value") && in_value && clue.line.colon)
    return needs_quotes(clue, "text with \": \" in it must be in quotes");
  if (clue.says("illegal block entry") && in_value && clue.line.colon)
    return clue.mistake(
        clue.line.value, clue.line.end, "a list does not begin on the line of its key",
        "put it on the next line, or write " + in_quotes(clue.value()) + " for text");
  const bool closed = first.find_first_of("[{") == 0 && clue.says("end of map not found");
  if (in_value && (closed || is_mark(first.front())))
    return needs_quotes(clue, fmt::format("text that begins with {} must be in quotes", first));
  return std::nullopt;
}

// The same inside a list or table on one line; yaml-cpp may have passed the mark.
Explanation explain_mark(const Clue& clue) {
  std::size_t mark = clue.error.offset;
  if (clue.says("block scalar")) mark = clue.error.text.find_last_of("|>", mark);
  if (!is_mark(clue.at(mark)) && mark > clue.line.begin) --mark;
  if (!is_mark(clue.at(mark))) return std::nullopt;
  const std::size_t end =
      std::max(mark + 1, std::min(clue.error.text.find_first_of(",]}\n", mark), clue.line.end));
  return clue.mistake(mark, end,
                      fmt::format("text that begins with {} must be in quotes", clue.at(mark)),
                      "write " + in_quotes(clue.part(mark, end)));
}

Explanation explain_bracket(const Clue& clue) {
  if (!clue.error.bracket || !clue.says("flow")) return std::nullopt;
  if (clue.says("illegal flow end")) {
    const char found = clue.at(clue.error.offset);
    return clue.mistake(
        clue.error.offset, clue.error.offset + 1,
        fmt::format("a {} is missing before this {}", found == ']' ? '}' : ']', found));
  }
  const char closing = clue.at(*clue.error.bracket) == '[' ? ']' : '}';
  return clue.mistake(
      *clue.error.bracket, *clue.error.bracket + 1,
      fmt::format("this {} has no closing {}", closing == ']' ? "list" : "table", closing),
      fmt::format("put {} after its last value", closing));
}

YamlMistake not_a_key(const Clue& clue, const Line& line) {
  const std::string_view content = clue.part(line.content, line.end);
  const std::size_t colon = content.find(':');
  if (colon != npos)
    return clue.mistake(
        line.content, line.end, "a space is missing after the colon",
        fmt::format("write {}: {}", content.substr(0, colon), content.substr(colon + 1)));
  return clue.mistake(line.indent, line.end, "this is not a key and its value",
                      "a line is written key: value");
}

// A line that is not `key: value` shows itself at the colon of the next one.
Explanation explain_line(const Clue& clue) {
  if (clue.says(not_a_mapping)) return not_a_key(clue, clue.line);
  if (clue.says("illegal map value") && !clue.above.colon && clue.above.begin < clue.line.begin)
    return not_a_key(clue, clue.above);
  if (clue.says("illegal map value") || clue.says("end of map not found") ||
      clue.says("end of sequence not found") || clue.says("illegal block entry"))
    return clue.mistake(clue.line.indent, clue.line.end,
                        "the indentation of this line fits no line above it",
                        "what belongs together begins in the same column");
  return std::nullopt;
}

}  // namespace

YamlMistake explain_yaml(const YamlError& error) {
  const Clue clue(error);
  for (const auto rule :
       {explain_tab, explain_quote, explain_bracket, explain_value, explain_mark, explain_line})
    if (auto explained = rule(clue)) return *explained;
  return clue.mistake(error.offset, error.offset + 1,
                      fmt::format("this is not YAML: {}", error.reason));
}

}  // namespace waymark
