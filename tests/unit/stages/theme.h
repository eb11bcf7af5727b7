// The repository's own templates, for tests that render whole pages.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/source.h"

namespace waymark {

inline void add_theme(Sources& sources) {
  const std::filesystem::path root = WAYMARK_SOURCE_DIR;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "templates")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    sources.add(std::filesystem::relative(entry.path(), root).generic_string(),
                {std::istreambuf_iterator<char>(file), {}}, Origin::theme);
  }
}

}  // namespace waymark
