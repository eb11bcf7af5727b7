// A day of the Gregorian calendar, without time and zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  friend auto operator<=>(const Date&, const Date&) = default;
};

bool is_valid(Date date);
// "2026-11-21", also with a time behind it ("2026-11-21T10:00:00Z", "2026-11-21 10:00"), which is
// dropped; nothing for what is no such day.
std::optional<Date> parse_date(std::string_view text);
std::string iso(Date date);                // 2026-11-21
std::string long_form(Date date);          // 21 November 2026
std::int64_t days_since_epoch(Date date);  // 0 for 1970-01-01
Date from_unix(std::int64_t seconds);      // UTC

}  // namespace waymark
