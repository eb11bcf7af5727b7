#include "formats/toml_mistake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::size_t max_depth = 100;  // tables within tables; toml++ recurses for each
constexpr std::size_t npos = std::string_view::npos;

bool is_quote(char c) { return c == '"' || c == '\''; }

std::size_t end_of_line(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (end > at && text[end - 1] == '\r') --end;
  return end;
}

bool is_triple(std::string_view text, std::size_t open) {
  return text.size() >= open + 3 && text[open] == text[open + 1] && text[open] == text[open + 2];
}

// One past the closing quote, or npos where the text is not closed.
std::size_t end_of_string(std::string_view text, std::size_t open) {
  const char quote = text[open];
  const bool triple = is_triple(text, open);
  for (std::size_t at = open + (triple ? 3 : 1); at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote && !triple) {
      return at + 1;
    } else if (text[at] == quote && is_triple(text, at)) {
      // Up to two more quotes belong to the text.
      at += 3;
      for (int extra = 0; extra < 2 && at < text.size() && text[at] == quote; ++extra) ++at;
      return at;
    } else if (text[at] == '\n' && !triple) {
      return npos;
    }
  }
  return npos;
}

// The place and all that the rules below ask of it.
struct Clue {
  std::string_view text;
  std::size_t offset;
  std::string_view reason;
  TomlContext context;

  bool says(std::string_view words) const { return reason.find(words) != npos; }
  char at(std::size_t place) const { return place < text.size() ? text[place] : '\n'; }
  char found() const { return at(offset); }
  bool at_line_end() const {
    return offset >= text.size() || found() == '\n' || found() == '\r' || found() == '#';
  }
  char bracket() const { return context.brackets.empty() ? '\0' : text[context.brackets.back()]; }
  std::string_view part(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }
  std::string_view key() const {
    const std::string_view written = part(context.item, offset);
    return trim(written.substr(0, written.find('=')));
  }
  bool is_header() const { return bracket() == '\0' && key().starts_with('['); }

  // A mistake over the trimmed text between two places.
  TomlMistake mistake(std::size_t begin, std::size_t end, std::string message,
                      std::string note = {}) const {
    end = std::min(end, text.size());
    begin = std::min(begin, end);
    const std::string_view inside = trim(part(begin, end));
    if (!inside.empty()) {
      begin = static_cast<std::size_t>(inside.data() - text.data());
      end = begin + inside.size();
    }
    return {begin, end, std::move(message), std::move(note)};
  }
};

using Explanation = std::optional<TomlMistake>;

// The end of a value without quotes: a comma or bracket inside brackets, else the line.
std::size_t end_of_bare(const Clue& clue, std::size_t begin) {
  std::size_t end = end_of_line(clue.text, begin);
  if (clue.bracket() != '\0') end = std::min(end, clue.text.find_first_of(",]}", begin));
  return std::min(end, clue.text.find(" #", begin));
}

// The token that stands at a place: a text in quotes, or up to the next blank or comma.
std::size_t end_of_token(const Clue& clue, std::size_t begin) {
  if (is_quote(clue.at(begin))) {
    const std::size_t end = end_of_string(clue.text, begin);
    if (end != npos) return end;
  }
  return std::min(clue.text.find_first_of(" \t\r\n,]}=", begin), clue.text.size());
}

std::string in_quotes(std::string_view text) {
  std::string bare(text);
  for (const std::string_view stray : {"“", "”", "„", "\""}) bare = replace_all(bare, stray, "");
  return quoted(replace_all(bare, "\\", "\\\\"));
}

std::string control_name(char c) {
  return fmt::format("the control character U+{:04X}",
                     static_cast<unsigned>(static_cast<unsigned char>(c)));
}

Explanation explain_string(const Clue& clue) {
  if (!clue.context.string) return std::nullopt;
  const std::size_t open = *clue.context.string;
  const char quote = clue.text[open];
  if (clue.says("escape sequence") && clue.found() != '\n') {
    const std::string_view escape = clue.part(clue.offset - 1, clue.offset + 1);
    return clue.mistake(clue.offset - 1, clue.offset + 1,
                        fmt::format("{} is not an escape sequence", escape),
                        R"(write \\ for a backslash)");
  }
  if (clue.says("unicode scalar sequence"))
    return clue.mistake(clue.offset, clue.offset + 1,
                        R"(\u takes four hexadecimal digits, \U eight)",
                        R"(write \\ for a backslash)");
  if (is_triple(clue.text, open))
    return clue.mistake(open, open + 3, fmt::format("this text has no closing {0}{0}{0}", quote),
                        fmt::format("put {0}{0}{0} after its last word", quote));
  if (clue.offset >= clue.text.size() || clue.found() == '\n' || clue.found() == '\r')
    return clue.mistake(open, clue.offset, "this text has no closing quote",
                        fmt::format("put {} after it; text of several lines goes between "
                                    "{}{}{} and {}{}{}",
                                    quote, quote, quote, quote, quote, quote, quote));
  return clue.mistake(clue.offset, clue.offset + 1,
                      control_name(clue.found()) + " is not allowed in text", "remove it");
}

Explanation explain_characters(const Clue& clue) {
  if (clue.says("control character"))
    return clue.mistake(clue.offset, clue.offset + 1,
                        control_name(clue.found()) + " is not allowed here", "remove it");
  if (clue.says("after '\\r'"))
    return clue.mistake(clue.offset, clue.offset, "a line ends in CR alone here",
                        "save the file with LF or CRLF at the ends of lines");
  if (clue.says("expected space or tab"))
    return clue.mistake(clue.offset, clue.offset,
                        "this looks like a space but is a different character",
                        "type an ordinary space");
  return std::nullopt;
}

Explanation explain_header(const Clue& clue) {
  if (!clue.is_header()) return std::nullopt;
  const std::size_t open = clue.context.item;
  const bool of_list = clue.at(open + 1) == '[';
  const std::string_view closing = of_list ? "]]" : "]";
  if (clue.says("blank bare keys"))
    return clue.mistake(open, end_of_line(clue.text, open), "this header names no table",
                        "write the table's name between the brackets");
  if (clue.says("expected a comment"))
    return clue.mistake(clue.offset, end_of_line(clue.text, clue.offset),
                        "something follows the table's header", "put it on a line of its own");
  if (clue.at_line_end() || clue.at(clue.offset - 1) == ']')
    return clue.mistake(open, clue.offset, fmt::format("this header has no closing {}", closing));
  return clue.mistake(clue.offset, clue.offset + 1, "this is not allowed in a table's header",
                      "put a name that has other than letters, digits, \"-\" and \"_\" in quotes");
}

// A `[` that is not closed shows itself at the next key, or at the end.
Explanation explain_open_list(const Clue& clue) {
  if (clue.bracket() != '[') return std::nullopt;
  const std::size_t open = clue.context.brackets.back();
  const std::size_t item = clue.text.find_first_not_of(" \t\r\n", clue.context.item);
  const bool at_end = clue.offset >= clue.text.size();
  const std::size_t line = clue.text.rfind('\n', std::min(clue.offset, clue.text.size() - 1));
  const bool later_line = line != npos && line > open && !at_end;
  const std::string_view rest =
      at_end ? std::string_view() : clue.part(line + 1, end_of_line(clue.text, clue.offset));
  const bool next_key = later_line && !trim(rest).empty() && !is_quote(trim(rest).front()) &&
                        trim(rest).front() != '{' &&
                        (rest.find('=') != npos || trim(rest).front() == '[');
  if (at_end || next_key)
    return clue.mistake(open, open + 1, "this list has no closing ]", "put ] after its last value");
  if (clue.found() == '}')
    return clue.mistake(clue.offset, clue.offset + 1, "this } closes no table");
  if (clue.says("saw comma"))
    return clue.mistake(clue.offset, clue.offset + 1, "a value is missing before this comma");
  if (clue.says("expected comma") && item != npos)
    return clue.mistake(clue.offset, end_of_token(clue, clue.offset),
                        "a comma is missing before this value");
  return std::nullopt;
}

Explanation explain_inline_table(const Clue& clue) {
  if (clue.bracket() != '{') return std::nullopt;
  const std::size_t open = clue.context.brackets.back();
  if (clue.says("inline table") && clue.at_line_end())
    return clue.mistake(open, clue.offset, "this table has no closing } on its line",
                        "a table between { and } goes on one line");
  if (clue.says("dangling comma"))
    return clue.mistake(clue.context.item - 1, clue.context.item, "a comma is not allowed before }",
                        "remove it");
  if (clue.says("saw comma"))
    return clue.mistake(clue.offset, clue.offset + 1, "a key is missing before this comma");
  if (clue.says("expected comma"))
    return clue.mistake(clue.offset, end_of_token(clue, clue.offset),
                        "a comma is missing before this key");
  if (clue.says("expected key or closing"))
    return clue.mistake(clue.offset, clue.offset + 1, "this is not allowed before a key",
                        "a table is written { key = \"text\" }");
  return std::nullopt;
}

Explanation explain_key(const Clue& clue) {
  const bool has_equals = clue.context.value > clue.context.item;
  const std::size_t line_end = end_of_line(clue.text, clue.offset);
  const std::size_t equals = clue.text.find('=', clue.offset);
  const bool root = clue.says("expected keys");
  // `länge = 1`, `c++ = 1`
  const bool odd_key = clue.says("expected '='") && !clue.at_line_end() &&
                       !is_quote(clue.found()) && clue.found() != ':' &&
                       clue.key().size() == clue.part(clue.context.item, clue.offset).size();
  if (root && clue.part(clue.offset, clue.offset + 2) == "//")
    return clue.mistake(clue.offset, clue.offset + 2, "this is not a line of TOML",
                        "a comment begins with #");
  if (root && clue.found() == '=')
    return clue.mistake(clue.offset, clue.offset + 1, "a key is missing before this =");
  if ((root || odd_key) && equals < line_end) {
    const std::size_t begin = root ? clue.offset : clue.context.item;
    return clue.mistake(begin, equals, "this key must be in quotes",
                        "write " + in_quotes(trim(clue.part(begin, equals))));
  }
  if (root)
    return clue.mistake(clue.offset, line_end, "this is not a line of TOML",
                        "a line is written key = value");
  if (clue.says("bare key starting character"))
    return clue.mistake(clue.offset, clue.offset + 1, "a part of the key is missing here",
                        "a dot in a key goes between two names");
  if (clue.says("multi-line strings are prohibited"))
    return clue.mistake(clue.offset, clue.offset + 3, "a key is written between single \" or '");
  if (!has_equals && (clue.says("expected '='") || clue.says("end-of-file")))
    return clue.mistake(clue.context.item, clue.offset,
                        fmt::format("\"=\" is missing after the key {}", quoted(clue.key())),
                        fmt::format("a key and its value are written {} = \"text\"", clue.key()));
  if (has_equals && trim(clue.part(clue.context.value, clue.offset)).empty() &&
      (clue.says("expected value,") || clue.says("end-of-file")))
    return clue.mistake(clue.context.item, clue.context.value - 1,
                        fmt::format("the key {} has no value", quoted(clue.key())),
                        "write \"\" for empty text, or remove the key");
  return std::nullopt;
}

// What follows a complete value on its line.
Explanation explain_rest(const Clue& clue) {
  if (!clue.says("expected a comment")) return std::nullopt;
  const std::string_view value = trim(clue.part(clue.context.value, clue.offset));
  const std::size_t end = end_of_line(clue.text, clue.offset);
  const std::string_view rest = trim(clue.part(clue.offset, end));
  const bool number = !value.empty() && value.find_first_not_of("0123456789+-") == npos;
  const std::size_t whole =
      std::min(clue.text.find_first_not_of("0123456789,", clue.offset), clue.text.size());
  if (number && clue.found() == ',' && is_digit(clue.at(clue.offset + 1)))
    return clue.mistake(
        clue.context.value, whole, "a number is written without commas",
        fmt::format("write {}{}", value, replace_all(clue.part(clue.offset, whole), ",", "")));
  if (rest.starts_with("//"))
    return clue.mistake(clue.offset, clue.offset + 2, "this is not a line of TOML",
                        "a comment begins with #");
  if (rest == ",")
    return clue.mistake(clue.offset, end, "a comma is not allowed after a value", "remove it");
  if (rest.find('=') != npos)
    return clue.mistake(clue.offset, end, "this follows a complete value",
                        "each key begins a line of its own");
  if (!value.empty() && is_quote(value.back()))
    return clue.mistake(clue.offset, end, "this follows the closing quote of the text",
                        R"(a quote inside text is written \")");
  if (!value.empty() && (value.back() == ']' || value.back() == '}'))
    return clue.mistake(clue.offset, end, "this follows a complete value", "remove it");
  return clue.mistake(clue.context.value, end, "text must be in quotes",
                      fmt::format("write {}", in_quotes(trim(clue.part(clue.context.value, end)))));
}

// 2026-13-40, 2026-1, 2026-11-21T99:00, 21.11.2026, 11/21/2026; not 5-10.
bool looks_like_date(std::string_view token) {
  const auto count = [&](char c) { return std::count(token.begin(), token.end(), c); };
  const bool year_first =
      token.size() > 4 && token[4] == '-' && token.find_first_not_of("0123456789") == 4;
  const bool two_marks = count('-') == 2 || count('/') == 2 || count('.') == 2;
  return year_first ||
         (token.size() >= 6 && two_marks && token.find_first_not_of("0123456789-/.") == npos);
}

// A value that is neither in quotes nor a number, a date, true or false.
Explanation explain_value(const Clue& clue) {
  constexpr std::array<std::string_view, 6> scopes{"parsing value", "boolean", "floating-point",
                                                   "integer",       "date",    "time"};
  if (std::none_of(scopes.begin(), scopes.end(), [&](auto scope) { return clue.says(scope); }))
    return std::nullopt;
  const std::size_t begin =
      std::min(clue.text.find_first_not_of(" \t\r\n", clue.context.value), clue.text.size());
  const std::size_t end = end_of_bare(clue, begin);
  if (end <= begin || is_quote(clue.at(begin))) return std::nullopt;
  const std::string_view token = trim(clue.part(begin, end));
  const std::string word = ascii_lower(token);
  const auto says = [&](std::string message, std::string note) {
    return clue.mistake(begin, end, std::move(message), std::move(note));
  };
  if (word == "true" || word == "yes" || word == "on")
    return says("text must be in quotes", "write " + in_quotes(token) + ", or true for yes");
  if (word == "false" || word == "no" || word == "off")
    return says("text must be in quotes", "write " + in_quotes(token) + ", or false for no");
  if (word == "null" || word == "nil")
    return says("TOML has no " + word, "remove the key, or write \"\" for empty text");
  if (looks_like_date(token))
    return says(
        std::string(token) + " is not a date",
        "write year, month and day, such as 2026-11-21, or " + in_quotes(token) + " for text");
  if (clue.says("parsing time"))
    return says(
        std::string(token) + " is not a time",
        "write hours, minutes and seconds, such as 10:30:00, or " + in_quotes(token) + " for text");
  if (clue.says("64 bits")) return says("this number is too large", {});
  if (clue.says("leading zeroes"))
    return says("a number does not begin with 0",
                "leave the 0 out, or write " + in_quotes(token) + " for text");
  if (token.find_first_not_of("0123456789.+-") == npos && token.find('.') != npos)
    return says("a decimal point needs a digit on both sides", {});
  return says("text must be in quotes", "write " + in_quotes(token));
}

TomlMistake explain_otherwise(const Clue& clue) {
  if (clue.says("nested value depth"))
    return clue.mistake(clue.offset, clue.offset + 1, "values are nested too deeply here");
  const std::size_t colon = clue.reason.find(": ");
  const std::string_view words =
      colon == npos ? clue.reason : std::string_view(clue.reason).substr(colon + 2);
  return clue.mistake(clue.offset, clue.offset + 1, fmt::format("this is not TOML: {}", words));
}

}  // namespace

TomlContext toml_context(std::string_view text, std::size_t offset) {
  TomlContext context;
  std::vector<std::size_t> levels;  // of tables, for each open bracket
  std::size_t depth = 0;            // their sum, and the dots of the header and of the key
  std::size_t header_dots = 0;
  std::size_t dots = 0;
  char first = '\0';  // of a line outside brackets; `[` begins a header
  const auto begin_item = [&](std::size_t at) {
    context.item = context.value = at;
    dots = 0;
  };
  for (std::size_t at = 0; at < std::min(offset, text.size()); ++at) {
    const char c = text[at];
    const bool outside = context.brackets.empty();
    if (outside && first == '\0' && c == '[') header_dots = 0;
    if (outside && first == '\0' && c != ' ' && c != '\t') first = c;
    const bool header = outside && first == '[';
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size()) - 1;
    } else if (is_quote(c)) {
      const std::size_t end = end_of_string(text, at);
      if (end == npos || end > offset) {
        context.string = at;
        break;
      }
      at = end - 1;
    } else if ((c == '[' || c == '{') && !header) {
      context.brackets.push_back(at);
      levels.push_back(dots + 1);
      depth += levels.back();
      begin_item(at + 1);
    } else if ((c == ']' || c == '}') && !outside) {
      context.brackets.pop_back();
      depth -= levels.back();
      levels.pop_back();
    } else if (c == '\n') {
      dots = 0;
      first = '\0';
      if (outside) begin_item(at + 1);
    } else if (c == ',' && !outside) {
      begin_item(at + 1);
    } else if (c == '=') {
      context.value = at + 1;
    } else if (c == '.') {
      ++(header ? header_dots : dots);
    }
    if (depth + header_dots + dots > max_depth && !context.too_deep) context.too_deep = at;
  }
  return context;
}

TomlMistake explain_toml(std::string_view text, std::size_t offset, std::string_view reason) {
  const Clue clue{text, offset, reason, toml_context(text, offset)};
  for (const auto rule : {explain_string, explain_characters, explain_header, explain_open_list,
                          explain_inline_table, explain_key, explain_rest, explain_value})
    if (auto explained = rule(clue)) return *explained;
  return explain_otherwise(clue);
}

}  // namespace waymark
