#include "base/letters.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("words are made of letters, marks, digits and connectors of any script") {
  for (const char32_t c : {U'a', U'Z', U'7', U'_', U'é', U'Ω', U'ж', U'日', U'ि'})
    CHECK(is_word_character(c));
  for (const char32_t c : {U' ', U'-', U'+', U'#', U'.', U'’', U'–', U'©', U'、', U'😀'})
    CHECK_FALSE(is_word_character(c));
}

TEST_CASE("names that differ only in case and white space are one when folded") {
  CHECK(folded("  Machine\n LEARNING\tengineer ") == "machine learning engineer");
  CHECK(folded("\u00C9cole\u00A0du Nord") == folded("\u00E9COLE DU NORD"));
  CHECK(folded("C++") != folded("C"));
  CHECK(folded(" ") == "");
}
