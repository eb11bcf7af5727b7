#include "formats/yaml.h"

#include <cmath>

#include "catch.h"
#include "formats/report.h"

using namespace waymark;

namespace {

struct Read {
  Sources sources;
  Diagnostics out;
  std::optional<Table> table;

  // `before` stands in the file above the part that is read.
  explicit Read(std::string_view text, std::string_view before = "") {
    const SourceId id = sources.add("a.md", std::string(before) + std::string(text));
    const auto begin = static_cast<std::uint32_t>(before.size());
    table = parse_yaml(sources, {id, begin, begin + static_cast<std::uint32_t>(text.size())}, out);
  }
  const Value& at(std::string_view key) const { return *find(*table, key); }
  std::string_view text(Span span) const { return sources.text(span); }
};

// What is reported about a text that cannot be read.
std::string mistake(std::string_view text) {
  Read read(text);
  CHECK(!read.table);
  return report(read.out, read.sources, {});
}

// The value of a plain scalar.
Value plain(std::string_view scalar) {
  const Read read("v: " + std::string(scalar) + "\n");
  REQUIRE(read.table);
  return read.at("v");
}

}  // namespace

TEST_CASE("plain scalars become what the core schema says, and dates") {
  CHECK(*plain("true").as<bool>());
  CHECK(!*plain("False").as<bool>());
  CHECK(plain("null").as<Null>());
  CHECK(plain("~").as<Null>());
  CHECK(plain("").as<Null>());
  CHECK(*plain("-12").as<std::int64_t>() == -12);
  CHECK(*plain("+12").as<std::int64_t>() == 12);
  CHECK(*plain("007").as<std::int64_t>() == 7);
  CHECK(*plain("0x1F").as<std::int64_t>() == 31);
  CHECK(*plain("0o17").as<std::int64_t>() == 15);
  CHECK(*plain("2.5").as<double>() == 2.5);
  CHECK(*plain("-1e3").as<double>() == -1000);
  CHECK(*plain(".5").as<double>() == 0.5);
  CHECK(*plain("-.inf").as<double>() == -INFINITY);
  CHECK(std::isnan(*plain(".nan").as<double>()));
  CHECK(*plain("99999999999999999999").as<double>() == 1e20);
  CHECK(*plain("2026-11-21").as<Date>() == Date{2026, 11, 21});
  CHECK(*plain("2026-11-21T10:00:00Z").as<Date>() == Date{2026, 11, 21});
}

TEST_CASE("what the core schema does not name stays text") {
  for (const std::string text :
       {"yes", "No", "tRUE", "1_000", "160,000", "12 years", "1.2.3", "+", ".", "e3", "0x", "0xg",
        "2026-13-40", "2026-11-21 to 2027", "10:30", "inf", "http://a.b/c?d:e", "C#"})
    CHECK(*plain(text).as<std::string>() == text);
}

TEST_CASE("quoted scalars and blocks are text, whatever they hold") {
  const Read read("a: \"true\"\nb: '2026-11-21'\nc: |\n  12\nd: >-\n  one\n  two\ne: \"\"\n");
  REQUIRE(read.table);
  CHECK(*read.at("a").as<std::string>() == "true");
  CHECK(*read.at("b").as<std::string>() == "2026-11-21");
  CHECK(*read.at("c").as<std::string>() == "12\n");
  CHECK(*read.at("d").as<std::string>() == "one two");
  CHECK(read.at("e").as<std::string>()->empty());
}

TEST_CASE("lists and tables nest, in both styles") {
  const Read read("l:\n  - 1\n  - { x: [a, b] }\nt:\n  u:\n    - v: 1\n      w: 2\n");
  REQUIRE(read.table);
  const Array& list = *read.at("l").as<Array>();
  CHECK(*list[0].as<std::int64_t>() == 1);
  CHECK(find(*list[1].as<Table>(), "x")->as<Array>()->size() == 2);
  const Array& inner = *find(*read.at("t").as<Table>(), "u")->as<Array>();
  CHECK(*find(*inner[0].as<Table>(), "w")->as<std::int64_t>() == 2);
}

TEST_CASE("keys are text, in the order of the file") {
  const Read read("zebra: 1\n'a b': 2\n2024: 3\ntrue: 4\nnull: 5\n");
  REQUIRE(read.table);
  std::vector<std::string> keys;
  for (const Member& member : *read.table) keys.push_back(member.key);
  CHECK(keys == std::vector<std::string>{"zebra", "a b", "2024", "true", "null"});
  CHECK(read.text(read.table->at(1).key_span) == "'a b'");
  CHECK(read.text(read.table->at(4).key_span) == "null");
}

TEST_CASE("the span of a scalar is what is written, quotes included") {
  const Read read(
      "a: h\u00e9 h\u00e9 # c\r\nb: \"x \\\" y\"  \r\nc: 'it''s' # c\r\nd: ~\r\ne: one\r\n  two # "
      "c\r\n"
      "f: a#b\r\ng: \"x\r\n  y\"\r\n");
  REQUIRE(read.table);
  CHECK(read.text(read.at("a").span) == "h\u00e9 h\u00e9");
  CHECK(read.text(read.at("b").span) == "\"x \\\" y\"");
  CHECK(read.text(read.at("c").span) == "'it''s'");
  CHECK(read.text(read.at("d").span) == "~");
  CHECK(read.text(read.at("e").span) == "one\r\n  two");
  CHECK(read.text(read.at("f").span) == "a#b");
  CHECK(read.text(read.at("g").span) == "\"x\r\n  y\"");
}

TEST_CASE("the span of a block ends with its last line") {
  const Read read("a: |\n  one\n\n  two\n\nb: >2-\n    deep\n  flat\n# c\nl:\n- |\n x\n");
  REQUIRE(read.table);
  CHECK(read.text(read.at("a").span) == "|\n  one\n\n  two");
  CHECK(read.text(read.at("b").span) == ">2-\n    deep\n  flat");
  CHECK(read.text(read.at("l").as<Array>()->front().span) == "|\n x");
}

TEST_CASE("the span of a list or table holds all of it") {
  const Read read("a: [1, {x: \"]\"}, # ]\n 2 , ]\nb: {}\nc:\n  - 1\n  - 2 # c\nd: &x [ 1 ]\n");
  REQUIRE(read.table);
  CHECK(read.text(read.at("a").span) == "[1, {x: \"]\"}, # ]\n 2 , ]");
  CHECK(read.text(read.at("a").as<Array>()->at(1).span) == "{x: \"]\"}");
  CHECK(read.text(read.at("b").span) == "{}");
  CHECK(read.text(read.at("c").span) == "- 1\n  - 2");
  CHECK(read.text(read.at("d").span) == "[ 1 ]");
}

TEST_CASE("a key with nothing behind it has a place behind its colon") {
  const Read read("a:\nnull: 1\nb: # c\n");
  REQUIRE(read.table);
  CHECK(read.at("a").as<Null>());
  CHECK(read.at("a").span == Span{SourceId{0}, 2, 2});
  CHECK(read.at("b").span == Span{SourceId{0}, 13, 13});
}

TEST_CASE("YAML spans count from the start of the file, not of the front matter") {
  const Read read("a: x\n", "\u00e9\n---\n");
  REQUIRE(read.table);
  CHECK(read.table->front().key_span == Span{SourceId{0}, 7, 8});
  CHECK(read.at("a").span == Span{SourceId{0}, 10, 11});
}

TEST_CASE("an empty document is an empty table") {
  CHECK(Read("").table->empty());
  CHECK(Read("\r\n# c\n\n").table->empty());
}

TEST_CASE("an alias is the value that it names, at its own place") {
  const Read read("a: &x [1, 2]\nb: *x\n");
  REQUIRE(read.table);
  CHECK(read.at("b").as<Array>()->size() == 2);
  CHECK(read.text(read.at("b").span) == "*x");
}

TEST_CASE("aliases that multiply are refused") {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 1; k < 10; ++k) bomb += ", " + last;
    bomb += "]\n";
  }
  CHECK(mistake(bomb) ==
        "a.md:4:45: error: aliases stand for more than 10,000 values here\n"
        "   4 | a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2]\n"
        "     |                                             ^~~\n");
  CHECK(mistake("a: &x [*x]\n") ==
        "a.md:1:8: error: this alias is inside the value that it names\n"
        "   1 | a: &x [*x]\n"
        "     |        ^~\n");
}

TEST_CASE("aliases to a long text are counted by its length") {
  std::string text = "a: &x " + std::string(100'000, 'y') + "\nl:\n";
  for (int i = 0; i < 100; ++i) text += "- *x\n";
  Read read(text);
  CHECK(!read.table);
  REQUIRE(read.out.all().size() == 1);
  CHECK(read.out.all().front().message == "aliases stand for more than 10,000 values here");
}

TEST_CASE("YAML nesting without end is refused, not followed") {
  std::string steps;
  for (int i = 0; i < 3000; ++i) steps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  std::string dashes = "a:\n  ";
  for (int i = 0; i < 3000; ++i) dashes += "- ";
  for (const std::string& text : {"a: " + std::string(100'000, '['), steps, dashes + "x\n"}) {
    Read read(text);
    CHECK(!read.table);
    REQUIRE(read.out.all().size() == 1);
    CHECK(read.out.all().front().message == "values are nested too deeply here");
  }
}

TEST_CASE("each YAML key that is set twice is an error with a note on the first") {
  CHECK(mistake("a: 1\n'a': 2\nt: { k: 1, k: 2 }\na: 3\n") ==
        "a.md:3:12: error: the key \"k\" is already set\n"
        "   3 | t: { k: 1, k: 2 }\n"
        "     |            ^\n"
        "     = first set here: a.md:3:6\n"
        "a.md:2:1: error: the key \"a\" is already set\n"
        "   2 | 'a': 2\n"
        "     | ^~~\n"
        "     = first set here: a.md:1:1\n"
        "a.md:4:1: error: the key \"a\" is already set\n"
        "   4 | a: 3\n"
        "     | ^\n"
        "     = first set here: a.md:1:1\n");
}

TEST_CASE("a colon in a text is told to be put in quotes") {
  CHECK(mistake("a: 1\ntitle: AI: a career\n") ==
        "a.md:2:8: error: text with \": \" in it must be in quotes\n"
        "   2 | title: AI: a career\n"
        "     |        ^~~~~~~~~~~~\n"
        "     = write \"AI: a career\"\n");
  CHECK(mistake("title: The \"AI\" job: a career\r\n") ==
        "a.md:1:8: error: text with \": \" in it must be in quotes\n"
        "   1 | title: The \"AI\" job: a career\n"
        "     |        ^~~~~~~~~~~~~~~~~~~~~~\n"
        "     = write \"The \\\"AI\\\" job: a career\"\n");
}

TEST_CASE("text that begins like something else is told to be put in quotes") {
  for (const std::string value : {"@home", "`code`", "%50", "*bold*", "!important", "& co", "> 50",
                                  "| x", "[Draft] AI", "{x} y", "]"})
    CHECK(mistake("a: " + value + "\nb: 1\n") ==
          "a.md:1:4: error: text that begins with " + value.substr(0, 1) +
              " must be in quotes\n   1 | a: " + value + "\n     |    ^" +
              std::string(value.size() - 1, '~') + "\n     = write \"" + value + "\"\n");
  CHECK(mistake("a: [x, @home, y]\n") ==
        "a.md:1:8: error: text that begins with @ must be in quotes\n"
        "   1 | a: [x, @home, y]\n"
        "     |        ^~~~~\n"
        "     = write \"@home\"\n");
  CHECK(mistake("a: { ?b: 1 }\n") ==
        "a.md:1:6: error: text that begins with ? must be in quotes\n"
        "   1 | a: { ?b: 1 }\n"
        "     |      ^~~~~\n"
        "     = write \"?b: 1\"\n");
  CHECK(mistake("> a: 1\n") ==
        "a.md:1:1: error: text that begins with > must be in quotes\n"
        "   1 | > a: 1\n"
        "     | ^~~~~~\n"
        "     = write \"> a: 1\"\n");
  CHECK(mistake("a:\n  - @home page\n") ==
        "a.md:2:5: error: text that begins with @ must be in quotes\n"
        "   2 |   - @home page\n"
        "     |     ^~~~~~~~~~\n"
        "     = write \"@home page\"\n");
}

TEST_CASE("tabs in the indentation are refused") {
  for (const std::string text : {"a:\n\tb: c\n", "a: x\n\tb: c\n"})
    CHECK(mistake(text) ==
          "a.md:2:1: error: a tab is not allowed in the indentation\n"
          "   2 | \tb: c\n"
          "     | ^\n"
          "     = use spaces\n");
  CHECK(mistake("\ta: b\n") ==
        "a.md:1:1: error: a tab is not allowed in the indentation\n"
        "   1 | \ta: b\n"
        "     | ^\n"
        "     = use spaces\n");
}

TEST_CASE("indentation that fits nothing is an error at its line") {
  CHECK(mistake("a:\n  b: 1\n c: 2\n") ==
        "a.md:3:2: error: the indentation of this line fits no line above it\n"
        "   3 |  c: 2\n"
        "     |  ^~~~\n"
        "     = what belongs together begins in the same column\n");
  CHECK(mistake("a: b\n  c: d\n") ==
        "a.md:2:3: error: the indentation of this line fits no line above it\n"
        "   2 |   c: d\n"
        "     |   ^~~~\n"
        "     = what belongs together begins in the same column\n");
  CHECK(mistake("a:\n  - b\n - c\n") ==
        "a.md:3:2: error: the indentation of this line fits no line above it\n"
        "   3 |  - c\n"
        "     |  ^~~\n"
        "     = what belongs together begins in the same column\n");
}

TEST_CASE("a YAML text that is never closed is an error at its opening quote") {
  for (const std::string rest : {"b: c\n", "b: \"c\"\n", "\nb: 1\n", ""})
    CHECK(mistake("t: \"Data\n" + rest) ==
          "a.md:1:4: error: this text has no closing quote\n"
          "   1 | t: \"Data\n"
          "     |    ^~~~~\n"
          "     = put \" after its last word\n");
  CHECK(mistake("l:\n  - 'x\n  - y\n") ==
        "a.md:2:5: error: this text has no closing quote\n"
        "   2 |   - 'x\n"
        "     |     ^~\n"
        "     = put ' after its last word\n");
}

TEST_CASE("text behind a closing quote is an error") {
  CHECK(mistake("a: \"x\" and y\n") ==
        "a.md:1:8: error: this follows the closing quote of the text\n"
        "   1 | a: \"x\" and y\n"
        "     |        ^~~~~\n"
        "     = a quote inside text is written \\\"\n");
  CHECK(mistake("a: 'it's\n") ==
        "a.md:1:8: error: this follows the closing quote of the text\n"
        "   1 | a: 'it's\n"
        "     |        ^\n"
        "     = a quote inside text is written ''\n");
  CHECK(mistake("a: \"\\d\"\n") ==
        "a.md:1:5: error: \\d is not an escape sequence\n"
        "   1 | a: \"\\d\"\n"
        "     |     ^~\n"
        "     = write \\\\ for a backslash\n");
}

TEST_CASE("a list or table that is never closed is an error at its bracket") {
  CHECK(mistake("a: [1, 2\nb: c\n") ==
        "a.md:1:4: error: this list has no closing ]\n"
        "   1 | a: [1, 2\n"
        "     |    ^\n"
        "     = put ] after its last value\n");
  CHECK(mistake("a: {x: 1\n") ==
        "a.md:1:4: error: this table has no closing }\n"
        "   1 | a: {x: 1\n"
        "     |    ^\n"
        "     = put } after its last value\n");
  CHECK(mistake("a: [{x: 1]\n") ==
        "a.md:1:10: error: a } is missing before this ]\n"
        "   1 | a: [{x: 1]\n"
        "     |          ^\n");
}

TEST_CASE("a line that is not a key and a value is an error at that line") {
  for (const std::string text : {"a: 1\nfoo\nc: 2\n", "foo\nfoo\nc: 2\n"})
    CHECK(mistake(text) ==
          "a.md:2:1: error: this is not a key and its value\n"
          "   2 | foo\n"
          "     | ^~~\n"
          "     = a line is written key: value\n");
  for (const std::string text : {"just text\n", "- just text\n"})
    CHECK(mistake(text) == "a.md:1:1: error: this is not a key and its value\n   1 | " +
                               text.substr(0, text.size() - 1) + "\n     | ^" +
                               std::string(text.size() - 2, '~') +
                               "\n     = a line is written key: value\n");
  CHECK(mistake("title:x\nb: 1\n") ==
        "a.md:1:1: error: a space is missing after the colon\n"
        "   1 | title:x\n"
        "     | ^~~~~~~\n"
        "     = write title: x\n");
  CHECK(mistake("a: - b\n") ==
        "a.md:1:4: error: a list does not begin on the line of its key\n"
        "   1 | a: - b\n"
        "     |    ^~~\n"
        "     = put it on the next line, or write \"- b\" for text\n");
}

TEST_CASE("keys that are not text and second documents are refused") {
  CHECK(mistake("? [a]\n: b\n") ==
        "a.md:1:3: error: a key must be plain text\n"
        "   1 | ? [a]\n"
        "     |   ^~~\n");
  CHECK(mistake("a: 1\n--- # c\nb: 2\n") ==
        "a.md:2:1: error: a second YAML document begins here\n"
        "   2 | --- # c\n"
        "     | ^~~\n");
}

TEST_CASE("control characters are refused before they mislead") {
  for (const char c : {'\0', '\x04', '\x7F'}) {
    Read read(std::string("a: b") + c + "c\n");
    CHECK(!read.table);
    REQUIRE(read.out.all().size() == 1);
    CHECK(read.out.all().front().span == Span{SourceId{0}, 4, 5});
  }
  CHECK(mistake("a: b\x04\n") ==
        "a.md:1:5: error: the control character U+0004 is not allowed here\n"
        "   1 | a: b\uFFFD\n"
        "     |     ^\n"
        "     = remove it\n");
}
