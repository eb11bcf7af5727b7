#include "base/text.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("the first byte that is no UTF-8 is found") {
  CHECK_FALSE(first_invalid_utf8("plain, \xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x99\x82"));
  CHECK(first_invalid_utf8("caf\xE9 au lait") == 3);   // Latin-1
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1);     // half of a surrogate pair
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_invalid_utf8("ab\xE2\x82") == 2);        // cut off
}

TEST_CASE("code points are read and written back") {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x99\x82";
  std::string copy;
  for (std::size_t at = 0; at < text.size();) append_utf8(copy, next_code_point(text, at));
  CHECK(copy == text);
  CHECK(count_code_points(text) == 4);
  CHECK(offset_of_code_point(text, 2) == 3);
  CHECK(offset_of_code_point(text, 9) == text.size());
  std::size_t at = 0;
  CHECK(next_code_point("\xFFx", at) == U'\uFFFD');
  CHECK(at == 1);
}

TEST_CASE("an id is lower-case letters, digits and single hyphens between them") {
  CHECK(is_id("ai-engineer"));
  CHECK(is_id("15-2051"));
  CHECK_FALSE(is_id(""));
  CHECK_FALSE(is_id("AI"));
  CHECK_FALSE(is_id("a--b"));
  CHECK_FALSE(is_id("-a"));
  CHECK_FALSE(is_id("caf\xC3\xA9"));
  CHECK(to_id("C++ & Go") == "c-go");
  CHECK(to_id("AI Engineer (senior)") == "ai-engineer-senior");
  CHECK(to_id("++").empty());
}

TEST_CASE("numbers are grouped by thousands without a locale") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(1000) == "1,000");
  CHECK(with_thousands(-1234567) == "-1,234,567");
  CHECK(counted(1, "error") == "1 error");
  CHECK(counted(2000, "error") == "2,000 errors");
}

TEST_CASE("every occurrence is replaced, the last one at the end too") {
  CHECK(replace_all("a.b.", ".", "--") == "a--b--");
  CHECK(replace_all("aaa", "aa", "b") == "ba");
  CHECK(replace_all("", "x", "y").empty());
  CHECK(trim(" \t x y\r\n") == "x y");
}
