#include "formats/toml.h"

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
    const SourceId id = sources.add("a.toml", std::string(before) + std::string(text));
    const auto begin = static_cast<std::uint32_t>(before.size());
    table = parse_toml(sources, {id, begin, begin + static_cast<std::uint32_t>(text.size())}, out);
  }
  const Value& at(std::string_view key) const { return *find(*table, key); }
  std::string_view text(Span span) const { return sources.text(span); }
};

// What is reported about a text that is not TOML.
std::string mistake(std::string_view text) {
  Read read(text);
  CHECK(!read.table);
  return report(read.out, read.sources, {});
}

}  // namespace

TEST_CASE("every type of TOML becomes a value") {
  const Read read(
      "text = 'a'\nyes = true\nwhole = 1_000\nhex = 0xFF\npart = 2.5\nday = 2026-11-21\n"
      "moment = 2026-11-21T10:00:00Z\ntime = 10:30:00\nlist = [1, 'b']\ntable = { x = 1 }\n");
  REQUIRE(read.table);
  CHECK(*read.at("text").as<std::string>() == "a");
  CHECK(*read.at("yes").as<bool>());
  CHECK(*read.at("whole").as<std::int64_t>() == 1000);
  CHECK(*read.at("hex").as<std::int64_t>() == 255);
  CHECK(*read.at("part").as<double>() == 2.5);
  CHECK(*read.at("day").as<Date>() == Date{2026, 11, 21});
  CHECK(*read.at("moment").as<Date>() == Date{2026, 11, 21});
  CHECK(*read.at("time").as<std::string>() == "10:30:00");
  CHECK(read.at("list").as<Array>()->size() == 2);
  CHECK(*find(*read.at("table").as<Table>(), "x")->as<std::int64_t>() == 1);
}

TEST_CASE("members stand in the order of the file") {
  const Read read("zebra = 1\napple = 2\n[mango]\nx = 1\n[berry]\n");
  REQUIRE(read.table);
  std::vector<std::string> keys;
  for (const Member& member : *read.table) keys.push_back(member.key);
  CHECK(keys == std::vector<std::string>{"zebra", "apple", "mango", "berry"});
}

TEST_CASE("the span of a value is what is written, quotes and brackets included") {
  const Read read(
      "a = \"h\u00e9\" # c\r\n  \"b c\"='''x\r\ny'''\r\nl = [ \"\u65e5\", {x = 1.5} , # c\r\n 3 "
      "]\r\n"
      "d = 2026-11-21 10:00:00");
  REQUIRE(read.table);
  CHECK(read.text(read.at("a").span) == "\"h\u00e9\"");
  CHECK(read.text(read.at("b c").span) == "'''x\r\ny'''");
  CHECK(read.text(read.table->at(1).key_span) == "\"b c\"");
  CHECK(read.text(read.at("l").span) == "[ \"\u65e5\", {x = 1.5} , # c\r\n 3 ]");
  const Array& list = *read.at("l").as<Array>();
  CHECK(read.text(list[0].span) == "\"\u65e5\"");
  CHECK(read.text(list[1].span) == "{x = 1.5}");
  CHECK(read.text(find(*list[1].as<Table>(), "x")->span) == "1.5");
  CHECK(read.text(list[2].span) == "3");
  CHECK(read.text(read.at("d").span) == "2026-11-21 10:00:00");
}

TEST_CASE("the span of a table with a header is the header") {
  const Read read("a.b = 1\n[t]\nx = 1\n[p.\"q\"]\n[[s]]\nx = 1\n[[ s ]]\nx = 2\n");
  REQUIRE(read.table);
  CHECK(read.text(read.at("a").span) == "a");
  CHECK(read.text(read.at("t").span) == "[t]");
  CHECK(read.text(read.at("p").span) == "[p.\"q\"]");
  CHECK(read.text(find(*read.at("p").as<Table>(), "q")->span) == "[p.\"q\"]");
  CHECK(read.text(read.at("p").as<Table>()->front().key_span) == "\"q\"");
  CHECK(read.text(read.at("s").span) == "[[s]]");
  CHECK(read.text(read.at("s").as<Array>()->at(1).span) == "[[ s ]]");
}

TEST_CASE("spans count from the start of the file, not of the front matter") {
  const Read read("a = 'x'\n", "\u00e9\n+++\n");
  REQUIRE(read.table);
  CHECK(read.at("a").span == Span{SourceId{0}, 11, 14});
  CHECK(read.table->front().key_span == Span{SourceId{0}, 7, 8});
}

TEST_CASE("an empty file and one of comments are empty tables") {
  CHECK(Read("").table->empty());
  CHECK(Read("\r\n# c\n").table->empty());
}

TEST_CASE("text without quotes is told to be put in quotes") {
  CHECK(mistake("title = Data engineer # c\n") ==
        "a.toml:1:9: error: text must be in quotes\n"
        "   1 | title = Data engineer # c\n"
        "     |         ^~~~~~~~~~~~~\n"
        "     = write \"Data engineer\"\n");
  // toml++ takes these for `true`, `inf` and `nan`.
  for (const std::string word : {"Trainer", "Intro", "nice"})
    CHECK(mistake("t = " + word) ==
          "a.toml:1:5: error: text must be in quotes\n   1 | t = " + word + "\n     |     ^" +
              std::string(word.size() - 1, '~') + "\n     = write \"" + word + "\"\n");
  CHECK(mistake("a = [\"x\", mid level, y]") ==
        "a.toml:1:11: error: text must be in quotes\n"
        "   1 | a = [\"x\", mid level, y]\n"
        "     |           ^~~~~~~~~\n"
        "     = write \"mid level\"\n");
  CHECK(mistake("a = { id = python, n = 1 }") ==
        "a.toml:1:12: error: text must be in quotes\n"
        "   1 | a = { id = python, n = 1 }\n"
        "     |            ^~~~~~\n"
        "     = write \"python\"\n");
  CHECK(mistake("n = 5 years\n") ==
        "a.toml:1:5: error: text must be in quotes\n"
        "   1 | n = 5 years\n"
        "     |     ^~~~~~~\n"
        "     = write \"5 years\"\n");
  CHECK(mistake("n = \u201cx\u201d\n") ==
        "a.toml:1:5: error: text must be in quotes\n"
        "   1 | n = \u201cx\u201d\n"
        "     |     ^~~\n"
        "     = write \"x\"\n");
}

TEST_CASE("yes, no and null are told what TOML has for them") {
  CHECK(mistake("draft = True\n") ==
        "a.toml:1:9: error: text must be in quotes\n"
        "   1 | draft = True\n"
        "     |         ^~~~\n"
        "     = write \"True\", or true for yes\n");
  CHECK(mistake("draft = no\n") ==
        "a.toml:1:9: error: text must be in quotes\n"
        "   1 | draft = no\n"
        "     |         ^~\n"
        "     = write \"no\", or false for no\n");
  CHECK(mistake("a = null\n") ==
        "a.toml:1:5: error: TOML has no null\n"
        "   1 | a = null\n"
        "     |     ^~~~\n"
        "     = remove the key, or write \"\" for empty text\n");
}

TEST_CASE("a text that is never closed is an error at its opening quote") {
  CHECK(mistake("title = \"Data\nb = 1\n") ==
        "a.toml:1:9: error: this text has no closing quote\n"
        "   1 | title = \"Data\n"
        "     |         ^~~~~\n"
        "     = put \" after it; text of several lines goes between \"\"\" and \"\"\"\n");
  CHECK(mistake("l = ['a',\r\n'b\r\n]\r\n") ==
        "a.toml:2:1: error: this text has no closing quote\n"
        "   2 | 'b\n"
        "     | ^~\n"
        "     = put ' after it; text of several lines goes between ''' and '''\n");
  CHECK(mistake("a = 1\ntitle = \"\"\"Data\nb = 1\n") ==
        "a.toml:2:9: error: this text has no closing \"\"\"\n"
        "   2 | title = \"\"\"Data\n"
        "     |         ^~~\n"
        "     = put \"\"\" after its last word\n");
}

TEST_CASE("what may not stand in a text is named") {
  CHECK(mistake("a = \"C:\\data\"\n") ==
        "a.toml:1:8: error: \\d is not an escape sequence\n"
        "   1 | a = \"C:\\data\"\n"
        "     |        ^~\n"
        "     = write \\\\ for a backslash\n");
  CHECK(mistake("a = \"\\u12\"\n") ==
        "a.toml:1:10: error: \\u takes four hexadecimal digits, \\U eight\n"
        "   1 | a = \"\\u12\"\n"
        "     |          ^\n"
        "     = write \\\\ for a backslash\n");
  CHECK(mistake("a = \"x\x01y\"\n") ==
        "a.toml:1:7: error: the control character U+0001 is not allowed in text\n"
        "   1 | a = \"x\uFFFDy\"\n"
        "     |       ^\n"
        "     = remove it\n");
  CHECK(mistake("a = \"say \"hi\"\"\n") ==
        "a.toml:1:11: error: this follows the closing quote of the text\n"
        "   1 | a = \"say \"hi\"\"\n"
        "     |           ^~~~\n"
        "     = a quote inside text is written \\\"\n");
}

TEST_CASE("a missing equals sign is an error at its key") {
  for (const std::string line : {"title \"Data\"", "title: Data", "title"})
    CHECK(mistake(line + "\nb = 1\n") ==
          "a.toml:1:1: error: \"=\" is missing after the key \"title\"\n   1 | " + line +
              "\n     | ^~~~~\n     = a key and its value are written title = \"text\"\n");
}

TEST_CASE("a key without a value is an error at the key") {
  for (const std::string text : {"title =", "title = \nb = 1\n", "title = # c\n"}) {
    const std::string line = text.substr(0, text.find('\n'));
    CHECK(mistake(text) ==
          "a.toml:1:1: error: the key \"title\" has no value\n   1 | " + line +
              "\n     | ^~~~~\n     = write \"\" for empty text, or remove the key\n");
  }
}

TEST_CASE("a list that is never closed is an error at its opening bracket") {
  for (const std::string text : {"a = [\"x\", \"y\"\nb = 1\n", "a = [\"x\", \"y\"\n[t]\n",
                                 "a = [\"x\", \"y\"\n", "a = [\"x\", \"y\",\nb = 1\n"})
    CHECK(mistake(text) == "a.toml:1:5: error: this list has no closing ]\n   1 | " +
                               text.substr(0, text.find('\n')) +
                               "\n     |     ^\n     = put ] after its last value\n");
}

TEST_CASE("a missing comma is an error at the value behind it") {
  CHECK(mistake("a = [\"x\" \"y\"]\n") ==
        "a.toml:1:10: error: a comma is missing before this value\n"
        "   1 | a = [\"x\" \"y\"]\n"
        "     |          ^~~\n");
  CHECK(mistake("a = [\n  { id = 1 }\n  { id = 2 }\n]\n") ==
        "a.toml:3:3: error: a comma is missing before this value\n"
        "   3 |   { id = 2 }\n"
        "     |   ^\n");
  CHECK(mistake("a = { x = 1 y = 2 }\n") ==
        "a.toml:1:13: error: a comma is missing before this key\n"
        "   1 | a = { x = 1 y = 2 }\n"
        "     |             ^\n");
}

TEST_CASE("a comma too many is an error at the comma") {
  CHECK(mistake("a = [1,,2]\n") ==
        "a.toml:1:8: error: a value is missing before this comma\n"
        "   1 | a = [1,,2]\n"
        "     |        ^\n");
  CHECK(mistake("a = [{x = 1}, }\n") ==
        "a.toml:1:15: error: this } closes no table\n"
        "   1 | a = [{x = 1}, }\n"
        "     |               ^\n");
  CHECK(mistake("a = { x = 1, }\n") ==
        "a.toml:1:12: error: a comma is not allowed before }\n"
        "   1 | a = { x = 1, }\n"
        "     |            ^\n"
        "     = remove it\n");
  CHECK(mistake("a = \"x\",\nb = 1\n") ==
        "a.toml:1:8: error: a comma is not allowed after a value\n"
        "   1 | a = \"x\",\n"
        "     |        ^\n"
        "     = remove it\n");
}

TEST_CASE("a table between braces that goes on to the next line is an error at its brace") {
  CHECK(mistake("a = { x = 1,\n  y = 2 }\n") ==
        "a.toml:1:5: error: this table has no closing } on its line\n"
        "   1 | a = { x = 1,\n"
        "     |     ^~~~~~~~\n"
        "     = a table between { and } goes on one line\n");
}

TEST_CASE("a key that is set twice is an error with a note on the first") {
  CHECK(mistake("title = \"a\"\nb = 1\ntitle = \"c\"\n") ==
        "a.toml:3:1: error: the key \"title\" is already set\n"
        "   3 | title = \"c\"\n"
        "     | ^~~~~\n"
        "     = first set here: a.toml:1:1\n");
  CHECK(mistake("[[s]]\nid = 1\n[[s]]\nid = 2\n\"id\" = 3\n") ==
        "a.toml:5:1: error: the key \"id\" is already set\n"
        "   5 | \"id\" = 3\n"
        "     | ^~~~\n"
        "     = first set here: a.toml:4:1\n");
  CHECK(mistake("l = [{ id = 1 }, { id = 2, id = 3 }]\n") ==
        "a.toml:1:28: error: the key \"id\" is already set\n"
        "   1 | l = [{ id = 1 }, { id = 2, id = 3 }]\n"
        "     |                            ^~\n"
        "     = first set here: a.toml:1:20\n");
  CHECK(mistake("a.b = 1\na.b = 2\n") ==
        "a.toml:2:3: error: the key \"b\" is already set\n"
        "   2 | a.b = 2\n"
        "     |   ^\n"
        "     = first set here: a.toml:1:3\n");
  CHECK(mistake("a = 1\na.b = 2\n") ==
        "a.toml:2:1: error: the key \"a\" is already set\n"
        "   2 | a.b = 2\n"
        "     | ^\n"
        "     = first set here: a.toml:1:1\n");
}

TEST_CASE("a table that is defined twice is an error at the second header") {
  CHECK(mistake("[a]\nx = 1\n[a]\n") ==
        "a.toml:3:2: error: the key \"a\" is already set\n"
        "   3 | [a]\n"
        "     |  ^\n"
        "     = first set here: a.toml:1:2\n");
  CHECK(mistake("[x.a]\n[[x.a]]\n[b]\n") ==
        "a.toml:2:5: error: the key \"a\" is already set\n"
        "   2 | [[x.a]]\n"
        "     |     ^\n"
        "     = first set here: a.toml:1:4\n");
  CHECK(mistake("a = { x = 1 }\n[a.b]\n[c]\n") ==
        "a.toml:2:2: error: the key \"a\" is already set\n"
        "   2 | [a.b]\n"
        "     |  ^\n"
        "     = first set here: a.toml:1:1\n");
}

TEST_CASE("what looks like a date and is none is told how dates are written") {
  for (const std::string date : {"2026-13-40", "2026-02-30", "21-11-2026", "2026/11/21",
                                 "21.11.2026", "2026-1-2", "2026-11-21T25:00:00"})
    CHECK(mistake("d = " + date) ==
          "a.toml:1:5: error: " + date + " is not a date\n   1 | d = " + date + "\n     |     ^" +
              std::string(date.size() - 1, '~') +
              "\n     = write year, month and day, such as 2026-11-21, or \"" + date +
              "\" for text\n");
  CHECK(mistake("t = 10:30") ==
        "a.toml:1:5: error: 10:30 is not a time\n"
        "   1 | t = 10:30\n"
        "     |     ^~~~~\n"
        "     = write hours, minutes and seconds, such as 10:30:00, or \"10:30\" for text\n");
}

TEST_CASE("numbers in other notations are told how TOML writes them") {
  CHECK(mistake("n = 1,160,000\n") ==
        "a.toml:1:5: error: a number is written without commas\n"
        "   1 | n = 1,160,000\n"
        "     |     ^~~~~~~~~\n"
        "     = write 1160000\n");
  CHECK(mistake("n = 007\n") ==
        "a.toml:1:5: error: a number does not begin with 0\n"
        "   1 | n = 007\n"
        "     |     ^~~\n"
        "     = leave the 0 out, or write \"007\" for text\n");
  CHECK(mistake("n = .5\n") ==
        "a.toml:1:5: error: a decimal point needs a digit on both sides\n"
        "   1 | n = .5\n"
        "     |     ^~\n");
  CHECK(mistake("n = 99999999999999999999\n") ==
        "a.toml:1:5: error: this number is too large\n"
        "   1 | n = 99999999999999999999\n"
        "     |     ^~~~~~~~~~~~~~~~~~~~\n");
  CHECK(mistake("n = 5-10\n") ==
        "a.toml:1:5: error: text must be in quotes\n"
        "   1 | n = 5-10\n"
        "     |     ^~~~\n"
        "     = write \"5-10\"\n");
}

TEST_CASE("broken table headers are explained") {
  CHECK(mistake("[[a]\nb = 1\n") ==
        "a.toml:1:1: error: this header has no closing ]]\n"
        "   1 | [[a]\n"
        "     | ^~~~\n");
  CHECK(mistake("[a b]\n") ==
        "a.toml:1:4: error: this is not allowed in a table's header\n"
        "   1 | [a b]\n"
        "     |    ^\n"
        "     = put a name that has other than letters, digits, \"-\" and \"_\" in quotes\n");
  CHECK(mistake("[]\n") ==
        "a.toml:1:1: error: this header names no table\n"
        "   1 | []\n"
        "     | ^~\n"
        "     = write the table's name between the brackets\n");
  CHECK(mistake("[a] b = 1\n") ==
        "a.toml:1:5: error: something follows the table's header\n"
        "   1 | [a] b = 1\n"
        "     |     ^~~~~\n"
        "     = put it on a line of its own\n");
}

TEST_CASE("lines that are not TOML are explained") {
  CHECK(mistake("// c\n") ==
        "a.toml:1:1: error: this is not a line of TOML\n"
        "   1 | // c\n"
        "     | ^~\n"
        "     = a comment begins with #\n");
  CHECK(mistake("* item\n") ==
        "a.toml:1:1: error: this is not a line of TOML\n"
        "   1 | * item\n"
        "     | ^~~~~~\n"
        "     = a line is written key = value\n");
  CHECK(mistake("l\u00e4nge = 1\n") ==
        "a.toml:1:1: error: this key must be in quotes\n"
        "   1 | l\u00e4nge = 1\n"
        "     | ^~~~~\n"
        "     = write \"l\u00e4nge\"\n");
  CHECK(mistake("\u00e9t\u00e9 = 1\n") ==
        "a.toml:1:1: error: this key must be in quotes\n"
        "   1 | \u00e9t\u00e9 = 1\n"
        "     | ^~~\n"
        "     = write \"\u00e9t\u00e9\"\n");
  CHECK(mistake("a = 1 b = 2\n") ==
        "a.toml:1:7: error: this follows a complete value\n"
        "   1 | a = 1 b = 2\n"
        "     |       ^~~~~\n"
        "     = each key begins a line of its own\n");
  CHECK(mistake("a = 1\rb = 2\n") ==
        "a.toml:1:7: error: a line ends in CR alone here\n"
        "   1 | a = 1\uFFFDb = 2\n"
        "     |       ^\n"
        "     = save the file with LF or CRLF at the ends of lines\n");
  CHECK(mistake("a\u00a0= 1\n") ==
        "a.toml:1:2: error: this looks like a space but is a different character\n"
        "   1 | a\u00a0= 1\n"
        "     |  ^\n"
        "     = type an ordinary space\n");
}

TEST_CASE("nesting without end is refused, not followed") {
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  for (const std::string& text :
       {dotted + " = 1\n", "[" + dotted + "]\n", "x = " + std::string(100'000, '['),
        "x = { " + dotted + " = 1 }\n"}) {
    Read read(text);
    CHECK(!read.table);
    REQUIRE(read.out.all().size() == 1);
    CHECK(read.out.all().front().message == "values are nested too deeply here");
    CHECK(read.out.all().front().span.begin < 300);
  }
}

TEST_CASE("many dots and brackets that do not nest are read") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\"k" + std::to_string(i) + "\" = [1.5, 'a.b.c', [2.5]]\n";
  text += "prose = \"" + std::string(500, '.') + std::string(500, '[') + "\"\n";
  CHECK(Read(text).table);
}
