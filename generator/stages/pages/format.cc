#include "stages/pages/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace waymark {
namespace {

constexpr std::string_view minus = "−";  // U+2212: as wide as the plus

struct Currency {
  std::string_view code;
  std::string_view symbol;
};

constexpr std::array<Currency, 5> symbols{
    {{"USD", "$"}, {"GBP", "£"}, {"EUR", "€"}, {"CAD", "CA$"}, {"AUD", "A$"}}};

std::string symbol_of(std::string_view currency) {
  for (const auto& [code, symbol] : symbols)
    if (code == currency) return std::string(symbol);
  return std::string(currency) + " ";
}

constexpr double smallest_shown = 0.005;  // what is nearer to zero is written as zero
constexpr double largest_in_digits = 1e18;

// Without its sign. Rounded to two decimals; as few as say the same.
std::string magnitude(double number) {
  const double size = std::abs(number);
  if (size >= largest_in_digits) return fmt::format("{}", size);
  auto whole = static_cast<std::int64_t>(size);
  auto hundredths = std::llround((size - std::floor(size)) * 100);
  whole += hundredths / 100;
  hundredths %= 100;
  std::string text = with_thousands(whole);
  if (hundredths == 0) return text;
  text += fmt::format(".{:02}", hundredths);
  if (text.back() == '0') text.pop_back();
  return text;
}

std::string_view sign_of(double number) { return number <= -smallest_shown ? minus : ""; }

bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Without the blanks and marks that nothing follows.
std::string_view without_loose_end(std::string_view text) {
  constexpr std::array<std::string_view, 6> marks{" ", ",", ";", ":", ".", "–"};
  const auto ends_text = [&](std::string_view mark) { return text.ends_with(mark); };
  for (auto mark = marks.begin();
       (mark = std::find_if(marks.begin(), marks.end(), ends_text)) != marks.end();)
    text.remove_suffix(mark->size());
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

}  // namespace

std::string number_text(double number) {
  return fmt::format("{}{}", sign_of(number), magnitude(number));
}

std::string money_text(double amount, std::string_view currency) {
  std::string digits = magnitude(amount);
  // Cents have two digits.
  if (const auto point = digits.find('.'); point != std::string::npos && digits.size() - point == 2)
    digits += '0';
  return fmt::format("{}{}{}", sign_of(amount), symbol_of(currency), digits);
}

std::string money_text(Amount amount, std::string_view currency) {
  return (amount.at_least ? "≥ " : "") + money_text(amount.value, currency);
}

std::string sort_key(double amount, std::string_view currency, std::string_view period) {
  return fmt::format("{} {}{}{:.2f}", currency, period, period.empty() ? "" : " ", amount);
}

std::string figure_text(const Figure& figure) {
  std::string text;
  const std::string_view unit = figure.unit;
  const std::string_view first_word = unit.substr(0, unit.find(' '));
  if (unit == "percent") {
    text = number_text(figure.value) + "%";
  } else if (is_currency(first_word)) {
    text = money_text(figure.value, first_word).append(unit.substr(first_word.size()));
  } else {
    text = number_text(figure.value) + " " + figure.unit;
  }
  const bool change = figure.statistic.find("change") != std::string::npos;
  return change && figure.value >= smallest_shown ? "+" + text : text;
}

std::string share_text(double share) {
  const std::string percent = fmt::format("{}%", std::lround(share * 100));
  if (percent == "0%" && share > 0) return "under 1%";
  if (percent == "100%" && share < 1) return "over 99%";
  return percent;
}

std::string name_in_sentence(const Subject& subject) {
  std::string name = subject.title;
  const bool is_word = name.size() > 1 && name[1] >= 'a' && name[1] <= 'z';
  if (is_word && !subject.exact_case) name.replace(0, 1, ascii_lower(name.substr(0, 1)));
  return name;
}

std::string months_text(int months) {
  if (months % 12 != 0) return counted(static_cast<std::size_t>(months), "month");
  return counted(static_cast<std::size_t>(months / 12), "year");
}

std::string minutes_text(int minutes) { return fmt::format("{} min", minutes); }

int reading_minutes(const Document& document) {
  constexpr std::size_t words_a_minute = 230;
  std::size_t words = 0;
  for (const Node& node : document.nodes) {
    if (node.kind == NodeKind::text || node.kind == NodeKind::code ||
        node.kind == NodeKind::code_block)
      words += count_words(document.literal(node));
  }
  const std::size_t minutes = (words + words_a_minute - 1) / words_a_minute;
  return static_cast<int>(std::max<std::size_t>(minutes, 1));
}

std::string cut(std::string_view text, std::size_t limit) {
  if (count_code_points(text) <= limit) return std::string(text);
  std::string_view head = text.substr(0, offset_of_code_point(text, limit - 1));
  const bool inside_word = text[head.size()] != ' ';
  if (const auto space = head.rfind(' '); inside_word && space != std::string_view::npos)
    head = head.substr(0, space);
  return std::string(without_loose_end(head)) + "…";
}

}  // namespace waymark
