#include "base/positions.h"

#include "catch.h"

using namespace waymark;

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;

Place place(Positions& positions, SourceId id, std::size_t offset) {
  const Position position = positions.of(id, static_cast<std::uint32_t>(offset));
  return {position.line, position.column};
}

}  // namespace

TEST_CASE("a position counts lines and code points from 1") {
  Sources sources;
  const SourceId id = sources.add("a.md", "one\n\xC3\xA9t\xC3\xA9 x\nlast");
  Positions positions(sources);
  CHECK(place(positions, id, 0) == Place(1, 1));
  CHECK(place(positions, id, 3) == Place(1, 4));  // the line break itself
  CHECK(place(positions, id, 4) == Place(2, 1));
  CHECK(place(positions, id, 10) == Place(2, 5));  // x, behind two two-byte letters
  CHECK(place(positions, id, 16) == Place(3, 5));  // the end of the file
}

TEST_CASE("positions in long files and long lines are counted as in short ones, in any order") {
  Sources sources;
  std::string text = "\n";
  for (int i = 0; i < 5000; ++i) text += "\xC3\xA9x";  // one line of 15,000 bytes
  const std::size_t second = text.size();
  for (int i = 0; i < 10000; ++i) text += "\na";
  text.resize(8 * 4096);  // to the end of a landmark's stretch
  const SourceId id = sources.add("a.md", text);
  Positions positions(sources);
  CHECK(place(positions, id, text.size()) == Place(8886, 1));
  CHECK(place(positions, id, second + 9999) == Place(5002, 1));
  CHECK(place(positions, id, second) == Place(2, 10001));
  CHECK(place(positions, id, 4096) ==
        Place(2, 2731));  // 4095 bytes of the line: 1365 times two letters
  CHECK(place(positions, id, 4098) == Place(2, 2732));
  CHECK(place(positions, id, 1) == Place(2, 1));
}
