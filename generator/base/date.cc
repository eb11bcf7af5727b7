#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/text.h"

namespace waymark {

namespace {

std::chrono::year_month_day calendar(Date date) {
  return std::chrono::year(date.year) / date.month / date.day;
}

// The number of `count` digits at the offset, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || !is_digit(text[i])) return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

}  // namespace

bool is_valid(Date date) { return calendar(date).ok(); }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ')
    return std::nullopt;
  if (text.size() > 10 && (digits(text, 11, 2) < 0 || digits(text, 14, 2) < 0)) return std::nullopt;
  const Date date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (date.year < 0 || date.month < 0 || date.day < 0 || !is_valid(date)) return std::nullopt;
  return date;
}

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string long_form(Date date) {
  static constexpr std::array<std::string_view, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {} {}", date.day, months[static_cast<std::size_t>(date.month - 1)],
                     date.year);
}

std::int64_t days_since_epoch(Date date) {
  return std::chrono::sys_days(calendar(date)).time_since_epoch().count();
}

Date from_unix(std::int64_t seconds) {
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  const std::chrono::year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace waymark
