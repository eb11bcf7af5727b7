// Lines and columns, for messages.
#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"

namespace waymark {

// Where a person finds a byte: both 1-based, the column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Borrows: the sources.
// Cost: the first question about a file reads it once; every other reads 4 KB at most.
class Positions {
 public:
  explicit Positions(const Sources& sources) : sources_(sources), landmarks_(sources.size()) {}

  Position of(SourceId id, std::uint32_t offset);

 private:
  const Sources& sources_;
  std::vector<std::vector<Position>> landmarks_;  // by file: of its every 4096th byte
};

}  // namespace waymark
