#include "formats/report.h"

#include <ctime>

#include "catch.h"

using namespace waymark;

namespace {

// A file with one mistake over [begin, end).
struct Sample {
  Sources sources;
  SourceId id;
  Diagnostics out;

  explicit Sample(std::string text, std::string path = "a.md")
      : id(sources.add(std::move(path), std::move(text))) {}
  Span span(std::uint32_t begin, std::uint32_t end) const { return {id, begin, end}; }
  std::string text(bool color = false) const {
    return report(out, sources, {ReportFormat::text, color});
  }
  std::string github() const { return report(out, sources, {ReportFormat::github, false}); }
  std::string json() const { return report(out, sources, {ReportFormat::json, false}); }
};

// The source line and the caret line of a mistake.
std::string excerpt(std::string line, std::uint32_t begin, std::uint32_t end) {
  Sample sample(std::move(line));
  sample.out.error(sample.span(begin, end), "m");
  const std::string all = sample.text();
  return all.substr(all.find('\n') + 1);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("a mistake is its place, its message, the line and a caret under the span") {
  Sample sample("title = \"x\"\nlevel = 1\nrequires = [\"linux\", \"kuberentes\", \"sql\"]\n",
                "content/roles/backend.toml");
  sample.out.error(sample.span(43, 55), "unknown skill \"kuberentes\"")
      .notes.push_back({"did you mean \"kubernetes\"?", {}});
  CHECK(sample.text() ==
        "content/roles/backend.toml:3:22: error: unknown skill \"kuberentes\"\n"
        "   3 | requires = [\"linux\", \"kuberentes\", \"sql\"]\n"
        "     |                      ^~~~~~~~~~~~\n"
        "     = did you mean \"kubernetes\"?\n");
}

TEST_CASE("a note with a place names it") {
  Sample sample("a = 1\na = 2\n");
  sample.out.warning(sample.span(6, 7), "twice").notes.push_back({"first", sample.span(0, 1)});
  CHECK(sample.text() ==
        "a.md:2:1: warning: twice\n"
        "   2 | a = 2\n"
        "     | ^\n"
        "     = first: a.md:1:1\n");
}

TEST_CASE("mistakes follow one another in their order") {
  Sample sample("ab\n");
  sample.out.error(sample.span(1, 2), "second");
  sample.out.error(sample.span(0, 1), "first");
  CHECK(sample.text() ==
        "a.md:1:2: error: second\n   1 | ab\n     |  ^\n"
        "a.md:1:1: error: first\n   1 | ab\n     | ^\n");
}

TEST_CASE("a mistake without a span names the file, or the program") {
  Sample sample("");
  sample.out.error_in_file("content/site.toml", "the file is missing")
      .notes.push_back({"waymark init makes one", {}});
  sample.out.error({}, "no content");
  CHECK(sample.text() ==
        "content/site.toml: error: the file is missing\n"
        "     = waymark init makes one\n"
        "waymark: error: no content\n");
}

TEST_CASE("line numbers of more than four digits widen the gutter of their mistake") {
  Sample sample(repeated("\n", 12344) + "abc");
  sample.out.error(sample.span(12344, 12345), "m").notes.push_back({"n", {}});
  CHECK(sample.text() ==
        "a.md:12345:1: error: m\n"
        "12345 | abc\n"
        "      | ^\n"
        "      = n\n");
}

TEST_CASE("a span without width is one caret, at the end of a line too") {
  CHECK(excerpt("abc", 1, 1) == "   1 | abc\n     |  ^\n");
  CHECK(excerpt("abc\r\nd", 3, 3) == "   1 | abc\n     |    ^\n");
  CHECK(excerpt("abc\r\nd", 4, 4) == "   1 | abc\n     |    ^\n");
  CHECK(excerpt("", 0, 0) == "   1 |\n     | ^\n");
}

TEST_CASE("a span of several lines is marked to the end of the first") {
  CHECK(excerpt("ab {\n}\n", 3, 6) == "   1 | ab {\n     |    ^\n");
  CHECK(excerpt("ab {cd\n}\n", 3, 8) == "   1 | ab {cd\n     |    ^~~\n");
}

TEST_CASE("the caret counts characters, not bytes, and wide ones twice") {
  CHECK(excerpt("h\u00e9\u00e9 x", 6, 7) == "   1 | h\u00e9\u00e9 x\n     |     ^\n");
  CHECK(excerpt("\u4e09\u65e5 x", 0, 6) == "   1 | \u4e09\u65e5 x\n     | ^~~~\n");
  CHECK(excerpt("\u4e09\u65e5 x", 7, 8) == "   1 | \u4e09\u65e5 x\n     |      ^\n");
  CHECK(excerpt("e\u0301 x", 4, 5) == "   1 | e\u0301 x\n     |   ^\n");
}

TEST_CASE("tabs before the caret are kept so that it aligns") {
  CHECK(excerpt("\ta\tb", 3, 4) == "   1 | \ta\tb\n     | \t \t^\n");
}

TEST_CASE("a long line is cut around the caret") {
  const std::string dots = repeated(".", 300);
  CHECK(excerpt(dots + "X" + dots, 300, 301) == "   1 | \u2026" + repeated(".", 60) + "X" +
                                                    repeated(".", 99) + "\u2026\n     |  " +
                                                    repeated(" ", 60) + "^\n");
  CHECK(excerpt("X" + dots, 0, 1) == "   1 | X" + repeated(".", 159) + "\u2026\n     | ^\n");
  CHECK(excerpt(dots + "X", 300, 301) ==
        "   1 | \u2026" + repeated(".", 159) + "X\n     |  " + repeated(" ", 159) + "^\n");
  CHECK(excerpt(repeated("X", 300), 0, 300) ==
        "   1 | " + repeated("X", 160) + "\u2026\n     | ^" + repeated("~", 159) + "\n");
}

TEST_CASE("a long line costs its mistakes no more than a short one") {
  const auto cost = [](std::size_t length) {
    Sample sample(std::string(length, '.'));
    for (std::size_t i = 0; i < 500; ++i) {
      const auto at = static_cast<std::uint32_t>(length / 500 * i);
      sample.out.error(sample.span(at, at + 1), "m").notes.push_back({"n", sample.span(at, at)});
    }
    const std::clock_t begin = std::clock();
    CHECK(sample.text().size() < 500 * 500);
    return std::clock() - begin;
  };
  CHECK(cost(1 << 20) < 4 * cost(1 << 14));  // reading on from the line's begin: 60 times
}

TEST_CASE("a line of 160 characters is not cut") {
  const std::string line = repeated("\u00e9", 160);
  CHECK(excerpt(line, 0, 2) == "   1 | " + line + "\n     | ^\n");
}

TEST_CASE("control characters of the content reach no terminal") {
  Sample sample("a\x1b[31mb\x7f\u009b\u202e\xFF", "p\x1b.md");
  sample.out.error(sample.span(0, 1), "bad \x1b[0m\n\"x\"").notes.push_back({"note \x07", {}});
  CHECK(sample.text() ==
        "p\uFFFD.md:1:1: error: bad \uFFFD[0m\uFFFD\"x\"\n"
        "   1 | a\uFFFD[31mb\uFFFD\uFFFD\uFFFD\uFFFD\n"
        "     | ^\n"
        "     = note \uFFFD\n");
  for (const std::string& all : {sample.text(), sample.github(), sample.json()})
    CHECK(all.find('\x1b') == std::string::npos);
}

TEST_CASE("color is used only when asked for") {
  Sample sample("ab");
  sample.out.error(sample.span(1, 2), "m");
  sample.out.warning(sample.span(0, 1), "w");
  CHECK(sample.text(true) ==
        "\x1b[1ma.md:1:2:\x1b[0m \x1b[1;31merror:\x1b[0m m\n"
        "   1 | ab\n     |  \x1b[1;32m^\x1b[0m\n"
        "\x1b[1ma.md:1:1:\x1b[0m \x1b[1;35mwarning:\x1b[0m w\n"
        "   1 | ab\n     | \x1b[1;32m^\x1b[0m\n");
}

TEST_CASE("GitHub gets one annotation a mistake, with the notes in it") {
  Sample sample("ab\ncd\n");
  sample.out.error(sample.span(1, 4), "m").notes = {{"one", {}}, {"two", sample.span(0, 1)}};
  sample.out.error_in_file("b.md", "missing");
  sample.out.warning({}, "general");
  CHECK(sample.github() ==
        "::error file=a.md,line=1,col=2,endLine=2,endColumn=2::m%0Aone%0Atwo: a.md:1:1\n"
        "::error file=b.md::missing\n"
        "::warning::general\n");
}

TEST_CASE("what GitHub's commands give a meaning to is escaped") {
  Sample sample("ab", "a,b:c%.md");
  sample.out.error(sample.span(0, 1), "50%: a, b\r\n::error::x");
  CHECK(sample.github() ==
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=2::"
        "50%25: a, b%0D%0A::error::x\n");
}

TEST_CASE("JSON gives one object a line") {
  Sample sample("ab\n\u00e9d\n");
  sample.out.error(sample.span(1, 5), "say \"x\"").notes = {{"one", {}},
                                                            {"two", sample.span(0, 1)}};
  sample.out.warning({}, "general");
  CHECK(sample.json() ==
        R"({"severity":"error","path":"a.md","line":1,"column":2,"end_line":2,"end_column":2,)"
        R"("message":"say \"x\"","notes":["one","two: a.md:1:1"]})"
        "\n"
        R"({"severity":"warning","path":"","message":"general","notes":[]})"
        "\n");
}
