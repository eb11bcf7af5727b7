#include "formats/chart_text.h"

#include "catch.h"

using namespace waymark;

using Lines = std::vector<std::string>;

TEST_CASE("text is wrapped between words, and no part of it is lost") {
  CHECK(wrapped("Senior machine learning engineer", 19) ==
        Lines{"Senior machine", "learning engineer"});
  CHECK(wrapped("Nineteen characters", 19) == Lines{"Nineteen characters"});
  CHECK(wrapped("Nineteen characters", 18) == Lines{"Nineteen", "characters"});
  CHECK(wrapped("  two   words ", 19) == Lines{"two words"});
  CHECK(wrapped("", 19).empty());
}

TEST_CASE("a word that is too long for a line is broken between characters, not bytes") {
  CHECK(wrapped("Donaudampfschifffahrtsgesellschaft e. V.", 19) ==
        Lines{"Donaudampfschifffah", "rtsgesellschaft e.", "V."});
  CHECK(wrapped("äöü", 2) == Lines{"äö", "ü"});
}
