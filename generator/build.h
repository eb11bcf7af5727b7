// The pipeline: a site's folder in, a published guide out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "model/derived.h"
#include "model/page.h"
#include "stages/load.h"
#include "stages/publish.h"
#include "stages/render.h"

namespace waymark {

struct BuildRequest {
  std::string root;   // the site's folder
  std::string theme;  // the folder with the program's own templates/ and assets/
  std::string output_folder;
  std::string base_url;  // empty: as site.toml says
  Date as_of;
  unsigned jobs = 1;
  bool drafts = false;
  bool strict = false;            // warnings stop the build as errors do
  bool fingerprints = true;       // names of styles and scripts change with their bytes
  FileDays changed = {};          // when files last changed, where somebody knows
  LoadedFiles* loaded = nullptr;  // where a guide is made again and again: what load remembers
  std::function<void(std::string_view stage)> on_stage = [](std::string_view) {};  // when one ends
};

// A guide in memory. The pages are whole, or there are none.
struct MadeGuide {
  Sources sources;                     // what the diagnostics and the site point into
  Diagnostics found;                   // sorted
  std::vector<std::string> published;  // what an earlier run published: paths
  std::optional<Site> site;            // unset where references are broken
  Derived derived;                     // of the site, where there are no errors
  std::optional<Pages> pages;          // unset where there are errors, or warnings and `strict`
  std::optional<Failure> failure;      // why there is nothing at all: a file cannot be read
};

// Everything but the disk's part: what `build` publishes and `check` judges.
MadeGuide make_guide(const FileSystem& files, const BuildRequest& request);

// Where the guide will be published.
const std::string& base_url_of(const BuildRequest& request, const Site& site);

// The same in steps, for `serve`, which shows a page before all are made: everything but the pages;
MadeGuide link_guide(const FileSystem& files, const BuildRequest& request);
// the templates, for a guide that has no errors and stays where it is;
Rendering prepare_pages(const BuildRequest& request, const MadeGuide& guide, Diagnostics& out);
// all pages, checked: nothing where there are errors, or warnings and `strict`.
std::optional<Pages> make_pages(const BuildRequest& request, const MadeGuide& guide,
                                const Rendering& rendering, Diagnostics& out);

struct BuildOutcome {
  Sources sources;                          // what the diagnostics point into
  Diagnostics found;                        // sorted
  std::optional<PublishSummary> published;  // unset: the output folder was not touched,
  std::optional<Failure> failure;           // or this is why it could not be finished
};

BuildOutcome build(FileSystem& files, const BuildRequest& request);

}  // namespace waymark
