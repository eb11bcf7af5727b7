#include "formats/picture_text.h"

#include "catch.h"

using namespace waymark;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line is broken between words where its letters would leave the picture") {
  CHECK(picture_lines("machine learning engineer", 12, 3) == Lines{"machine learning", "engineer"});
  CHECK(picture_lines("machine learning engineer", 40, 3) == Lines{"machine learning engineer"});
}

TEST_CASE("wide letters take more room than narrow ones") {
  CHECK(picture_lines("ill ill ill ill", 7, 3) == Lines{"ill ill ill ill"});
  CHECK(picture_lines("WWW WWW", 7, 3) == Lines{"WWW WWW"});
  CHECK(picture_lines("WWW WWW WWW", 7, 3) == Lines{"WWW WWW", "WWW"});
}

TEST_CASE("a word that is too long for a line is broken itself") {
  CHECK(picture_lines("aaaaaaaaaa bb", 4, 9) == Lines{"aaaaa", "aaaaa", "bb"});
}

TEST_CASE("letters of several bytes are never cut in two") {
  CHECK(picture_lines("機械学習エンジニア", 4, 9) == Lines{"機械学習", "エンジニ", "ア"});
}

TEST_CASE("text beyond the last line is cut, and says so") {
  CHECK(picture_lines("one two three four", 5, 2) == Lines{"one two", "three…"});
  CHECK(picture_lines("one two three", 5, 2) == Lines{"one two", "three"});
}

TEST_CASE("text without letters has no lines") {
  CHECK(picture_lines("", 5, 2) == Lines{});
  CHECK(picture_lines(" \n", 5, 2) == Lines{});
}
