// One file of the published guide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace waymark {

// What a page leads to, for the check that it is there.
struct PageLink {
  std::string url;  // as the reader's browser gets it: "../../skills/sql/#learn"
  Span place;       // who wrote it: an author, else a template
};

struct Page {
  std::string path;  // from the output folder: "roles/ai-engineer/index.html"
  std::string bytes;
  SourceId copy_of = SourceId::none;  // published as it was read, instead of `bytes`
  // `bytes` are an SVG, published as the PNG that it draws. The path holds a hash of them, so that
  // what was published there before shows the same, and is not drawn again.
  bool is_drawn = false;
  std::vector<PageLink> links = {};
  std::vector<std::string> anchors = {};  // where links can lead to within it; sorted
};

using Pages = std::vector<Page>;

// In the output folder: the paths that the last run published there, one a line, sorted.
inline constexpr std::string_view manifest_name = ".waymark-manifest";

}  // namespace waymark
