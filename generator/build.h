// The pipeline: a site's folder in, a published guide out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "stages/publish.h"

namespace waymark {

struct BuildRequest {
  std::string root;   // the site's folder
  std::string theme;  // the folder with the program's own templates/ and assets/
  std::string output_folder;
  std::string base_url;  // empty: as site.toml says
  Date as_of;
  unsigned jobs = 1;
  bool drafts = false;
  bool strict = false;  // warnings stop the build as errors do
  std::function<void(std::string_view stage)> on_stage = [](std::string_view) {};  // when one ends
};

struct BuildOutcome {
  Sources sources;                          // what the diagnostics point into
  Diagnostics found;                        // sorted
  std::optional<PublishSummary> published;  // unset: the output folder was not touched,
  std::optional<Failure> failure;           // or this is why it could not be finished
};

BuildOutcome build(FileSystem& files, const BuildRequest& request);

}  // namespace waymark
