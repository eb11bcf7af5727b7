#include "formats/front_matter.h"

#include "catch.h"
#include "formats/report.h"

using namespace waymark;

namespace {

struct Read {
  Sources sources;
  Diagnostics out;
  std::optional<FrontMatter> matter;

  explicit Read(std::string text) {
    const SourceId id = sources.add("page.md", std::move(text));
    matter = read_front_matter(sources, id, out);
  }
  std::string title() const {
    const Value* value = find(matter->table, "title");
    return value == nullptr ? "" : *value->as<std::string>();
  }
  std::string_view body() const { return sources.text(matter->body); }
  std::string report() { return waymark::report(out, sources, {}); }
};

}  // namespace

TEST_CASE("TOML front matter stands between plus signs") {
  const Read read("+++\ntitle = \"A\"\n+++\n# Body\n");
  REQUIRE(read.matter);
  CHECK(read.title() == "A");
  CHECK(read.body() == "# Body\n");
  CHECK(read.matter->fence == Span{SourceId{0}, 0, 3});
}

TEST_CASE("YAML front matter stands between dashes") {
  const Read read("---\ntitle: A\n---\n# Body\n");
  REQUIRE(read.matter);
  CHECK(read.title() == "A");
  CHECK(read.body() == "# Body\n");
}

TEST_CASE("CRLF, blanks after a fence and blank lines before it are accepted") {
  const Read read("\r\n \r\n---  \r\ntitle: A\r\n---\t\r\nBody\r\n");
  REQUIRE(read.matter);
  CHECK(read.title() == "A");
  CHECK(read.body() == "Body\r\n");
  CHECK(read.sources.text(read.matter->fence) == "---");
}

TEST_CASE("a closing fence may be the end of the file") {
  const Read read("+++\ntitle = \"A\"\n+++");
  REQUIRE(read.matter);
  CHECK(read.title() == "A");
  CHECK(read.body().empty());
}

TEST_CASE("front matter may be empty") {
  const Read read("---\n---\nBody");
  REQUIRE(read.matter);
  CHECK(read.matter->table.empty());
  CHECK(read.body() == "Body");
}

TEST_CASE("a file without front matter is all body") {
  for (const std::string text : {"", "\n\n", "# Body\n\n---\n\ntitle: no\n\n---\n", "----\nx\n"}) {
    const Read read(text);
    REQUIRE(read.matter);
    CHECK(read.matter->table.empty());
    CHECK(read.body() == text);
    CHECK(read.matter->fence == Span{SourceId{0}, 0, 0});
  }
}

TEST_CASE("a thematic break in the body is no fence") {
  const Read read("---\ntitle: A\n---\none\n\n---\n\ntwo\n+++\n");
  REQUIRE(read.matter);
  CHECK(read.title() == "A");
  CHECK(read.body() == "one\n\n---\n\ntwo\n+++\n");
}

TEST_CASE("dashes inside TOML front matter do not close it") {
  const Read read("+++\ntitle = '''\n---\n'''\n+++\nBody");
  REQUIRE(read.matter);
  CHECK(read.title() == "---\n");
}

TEST_CASE("a fence that is never closed is an error at its opening line") {
  Read read("\n+++ \ntitle = \"A\"\n\n# Body\n---\n");
  CHECK(!read.matter);
  CHECK(read.report() ==
        "page.md:2:1: error: the front matter that opens here is never closed\n"
        "   2 | +++ \n"
        "     | ^~~\n"
        "     = put a line \"+++\" below the last line of the front matter\n");
}

TEST_CASE("a mistake inside is reported at its place in the file") {
  Read toml("\n+++\ntitle = \"A\"\nlevel = senior\n+++\nBody\n");
  CHECK(!toml.matter);
  CHECK(toml.report() ==
        "page.md:4:9: error: text must be in quotes\n"
        "   4 | level = senior\n"
        "     |         ^~~~~~\n"
        "     = write \"senior\"\n");
  Read yaml("---\r\ntitle: \u00e9\r\ntitle: b\r\n---\r\nBody\r\n");
  CHECK(!yaml.matter);
  CHECK(yaml.report() ==
        "page.md:3:1: error: the key \"title\" is already set\n"
        "   3 | title: b\n"
        "     | ^~~~~\n"
        "     = first set here: page.md:2:1\n");
}
