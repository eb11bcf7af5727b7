// One file of the published guide.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"

namespace waymark {

struct Page {
  std::string path;  // from the output folder: "roles/ai-engineer/index.html"
  std::string bytes;
  SourceId copy_of = SourceId::none;  // published as it was read, instead of `bytes`
};

using Pages = std::vector<Page>;

}  // namespace waymark
