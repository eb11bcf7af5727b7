#include "base/date.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a date is year-month-day, with or without a time behind it") {
  CHECK(parse_date("2026-11-21") == Date{2026, 11, 21});
  CHECK(parse_date("2023-06-28T10:00:00Z") == Date{2023, 6, 28});
  CHECK(parse_date("2023-06-28 10:00") == Date{2023, 6, 28});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
}

TEST_CASE("a day that does not exist is no date") {
  for (const char* text : {"2026-13-01", "2026-02-29", "2026-00-10", "2026-4-1", "21.11.2026",
                           "2026-11-21x", "2026-11-21 at noon", ""})
    CHECK_FALSE(parse_date(text));
}

TEST_CASE("dates print as ISO 8601 and in words, in English whatever the locale") {
  CHECK(iso({2026, 1, 5}) == "2026-01-05");
  CHECK(long_form({2026, 1, 5}) == "5 January 2026");
}

TEST_CASE("days count from 1970 and Unix times are days in UTC") {
  CHECK(days_since_epoch({1970, 1, 1}) == 0);
  CHECK(days_since_epoch({2000, 3, 1}) == 11017);
  CHECK(from_unix(0) == Date{1970, 1, 1});
  CHECK(from_unix(1700000000) == Date{2023, 11, 14});
  CHECK(from_unix(-1) == Date{1969, 12, 31});
}
