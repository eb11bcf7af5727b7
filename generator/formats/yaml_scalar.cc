#include "formats/yaml_scalar.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.h"

namespace waymark {

namespace {

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_yaml_blank(text[at])) ++at;
  return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

template <class T>
std::optional<T> whole_number(std::string_view digits, int base) {
  T number{};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<double> as_float(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF")
    return negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
  const std::size_t digit = text.starts_with('.') ? 1 : 0;
  if (text.size() <= digit || !is_digit(text[digit]) || !all_of(text, "0123456789.eE+-"))
    return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -number : number;
}

std::optional<std::int64_t> as_integer(std::string_view text) {
  if (text.starts_with("0o")) return whole_number<std::int64_t>(text.substr(2), 8);
  if (text.starts_with("0x")) return whole_number<std::int64_t>(text.substr(2), 16);
  if (text.starts_with('+')) text.remove_prefix(1);
  return whole_number<std::int64_t>(text, 10);
}

}  // namespace

bool is_yaml_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t skip_yaml_comments(std::string_view text, std::size_t at) {
  for (at = skip_blanks(text, at); at < text.size() && text[at] == '#';)
    at = skip_blanks(text, end_of_line(text, at));
  return at;
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && text.substr(at + 1, 1) == "'";
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

// A plain scalar is written as read, but for the blanks where its lines were folded.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (const char c : value) {
    if (is_yaml_blank(c)) continue;
    at = skip_blanks(text, at);
    if (at == text.size() || text[at] != c) break;
    ++at;
  }
  return at;
}

// A block scalar (`|` or `>`) ends with the last line that is indented like its first one.
std::size_t end_of_block(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_line(text, begin);
  std::size_t indent = 0;
  // `|2` says how far the lines are indented below the key; otherwise the first line shows it.
  const std::size_t digit = text.find_first_of("123456789", begin);
  if (digit < std::min(begin + 3, end)) {
    const std::size_t before = text.rfind('\n', begin);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    indent = text.find_first_not_of(' ', line) - line + static_cast<std::size_t>(text[digit] - '0');
  }
  for (std::size_t line = end + 1; line < text.size(); line = end_of_line(text, line) + 1) {
    const std::string_view content = text.substr(line, end_of_line(text, line) - line);
    const std::size_t blanks = std::min(content.find_first_not_of(' '), content.size());
    if (trim(content).empty()) continue;
    if (indent == 0) indent = std::max<std::size_t>(blanks, 1);
    if (blanks < indent) break;
    end = line + content.size();
  }
  while (end > begin && is_yaml_blank(text[end - 1])) --end;
  return end;
}

decltype(Value::data) plain_scalar(const std::string& text) {
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (text == ".nan" || text == ".NaN" || text == ".NAN")
    return std::numeric_limits<double>::quiet_NaN();
  if (const auto integer = as_integer(text)) return *integer;
  if (const auto number = as_float(text)) return *number;
  if (all_of(text, "0123456789-:.+TtZz "))
    if (const auto date = parse_date(text)) return *date;
  return text;
}

}  // namespace waymark
