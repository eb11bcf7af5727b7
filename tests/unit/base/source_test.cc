#include "base/source.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a position counts lines and code points from 1") {
  Sources sources;
  const SourceId id = sources.add("a.md", "one\n\xC3\xA9t\xC3\xA9 x\nlast");
  const auto at = [&](std::uint32_t offset) {
    const Position position = sources.position(id, offset);
    return std::pair(position.line, position.column);
  };
  CHECK(at(0) == std::pair(1u, 1u));
  CHECK(at(3) == std::pair(1u, 4u));  // the line break itself
  CHECK(at(4) == std::pair(2u, 1u));
  CHECK(at(10) == std::pair(2u, 5u));  // x, behind two two-byte letters
  CHECK(at(16) == std::pair(3u, 5u));  // the end of the file
}

TEST_CASE("a line is given without its line break, LF or CRLF") {
  Sources sources;
  const SourceId id = sources.add("a.md", "one\r\ntwo\n\nfour");
  const auto line = [&](std::uint32_t offset) { return sources.text(sources.line(id, offset)); };
  CHECK(line(1) == "one");
  CHECK(line(4) == "one");
  CHECK(line(6) == "two");
  CHECK(line(9).empty());
  CHECK(line(14) == "four");
}
