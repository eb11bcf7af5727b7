#include "formats/json.h"

#include <limits>

#include "catch.h"

using namespace waymark;

namespace {

Json text(std::string value) { return {std::move(value)}; }

}  // namespace

TEST_CASE("JSON members keep their order") {
  const Json value{Json::Members{{"zebra", text("z")}, {"apple", {std::int64_t{1}}}}};
  CHECK(write_json(value) == R"({"zebra":"z","apple":1})");
}

TEST_CASE("every kind of value is written") {
  const Json value{std::vector<Json>{{nullptr},
                                     {true},
                                     {std::int64_t{-7}},
                                     {2.5},
                                     text("\"\\\n\x1b"),
                                     {std::vector<Json>{}},
                                     {Json::Members{}}}};
  CHECK(write_json(value) == R"([null,true,-7,2.5,"\"\\\n\u001b",[],{}])");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character") {
  CHECK(write_json(text("a\xFF"
                        "b")) == "\"a\uFFFDb\"");
}

TEST_CASE("JSON for a script holds nothing that could end the script, and means the same") {
  CHECK(write_script_json(text("</script><!-- a&b \u2028\u2029 \u2027 \\u003c")) ==
        R"("\u003c/script\u003e\u003c!-- a\u0026b \u2028\u2029 )"
        "\u2027"
        R"( \\u003c")");
}

TEST_CASE("a number that JSON cannot say becomes null") {
  CHECK(write_json({std::numeric_limits<double>::infinity()}) == "null");
}

TEST_CASE("pretty JSON is indented by two and ends with a line break") {
  const Json value{Json::Members{{"a", {std::vector<Json>{{std::int64_t{1}}}}}}};
  CHECK(write_pretty_json(value) == "{\n  \"a\": [\n    1\n  ]\n}\n");
}

TEST_CASE("what was written is read again, member for member") {
  const std::string text = R"({"b":[null,true,-7,2.5,"ä\n"],"a":{"c":{}}})";
  const auto read = read_json(text);
  REQUIRE(read);
  CHECK(write_json(*read) == text);
  CHECK(write_json(member(*read, "a")) == R"({"c":{}})");
  CHECK(write_json(member(*read, "z")) == "null");
  CHECK(write_json(member(member(*read, "b"), "z")) == "null");
}

TEST_CASE("what is no JSON, or too deep, is not read") {
  CHECK_FALSE(read_json(""));
  CHECK_FALSE(read_json("{\"a\":1,}"));
  CHECK_FALSE(read_json("[1] [2]"));
  CHECK(read_json(std::string(100, '[') + std::string(100, ']')));
  CHECK_FALSE(read_json(std::string(102, '[') + std::string(102, ']')));
}
