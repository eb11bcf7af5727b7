// Makes the output folder equal to the pages, touching only what differs.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "formats/picture.h"
#include "model/page.h"

namespace waymark {

struct PublishSummary {
  std::size_t pages = 0;  // HTML pages
  std::size_t files = 0;  // everything, pages included
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;  // that an earlier run made and this one did not
};

using Draw = std::function<Result<std::string>(std::string_view svg)>;

// Each changed file is staged inside `folder` and then renamed, all staging before the first
// rename, so that a full disk leaves the old site whole. Only files that the manifest
// (.waymark-manifest) lists are ever removed. Refused: a folder that is not empty and has no
// manifest, one that another run holds, a path that would leave the folder. What has to be drawn is
// drawn while it is staged; what an earlier run drew is not even read.
// Threads: at most `jobs` of its own, to draw, to stage and to rename files.
Result<PublishSummary> publish(FileSystem& files, const std::string& folder, const Pages& pages,
                               const Sources& sources, unsigned jobs = 1,
                               const Draw& draw = draw_png);

}  // namespace waymark
