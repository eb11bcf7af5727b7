#include "formats/value.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a member is found by its key, and only by its whole key") {
  const Table table{{"title", {}, {std::string("A"), {}}}, {"tit", {}, {true, {}}}};
  REQUIRE(find(table, "tit") != nullptr);
  CHECK(find(table, "tit")->as<bool>() != nullptr);
  CHECK(*find(table, "title")->as<std::string>() == "A");
  CHECK(find(table, "titles") == nullptr);
}

TEST_CASE("messages name each type in plain words") {
  CHECK(type_name({Null{}, {}}) == "nothing");
  CHECK(type_name({true, {}}) == "true or false");
  CHECK(type_name({std::int64_t{3}, {}}) == "a whole number");
  CHECK(type_name({3.5, {}}) == "a number");
  CHECK(type_name({std::string(), {}}) == "a text");
  CHECK(type_name({Date{}, {}}) == "a date");
  CHECK(type_name({Array{}, {}}) == "a list");
  CHECK(type_name({Table{}, {}}) == "a table");
}
