#include "build.h"

#include <utility>
#include <vector>

#include "stages/check_links.h"
#include "stages/derive.h"
#include "stages/link.h"
#include "stages/lost_pages.h"
#include "stages/read.h"

namespace waymark {

namespace {

// Runs the stages up to the pages; there is no Derived where the content has errors.
void link_sources(const BuildRequest& request, MadeGuide& guide) {
  Diagnostics& found = guide.found;
  const LoadOptions options{request.as_of, request.drafts, request.jobs};
  Catalog catalog = request.loaded == nullptr
                        ? load(guide.sources, options, found)
                        : load(guide.sources, options, *request.loaded, found);
  request.on_stage("load");
  guide.site = link(guide.sources, std::move(catalog), found);
  request.on_stage("link");
  if (!guide.site || found.has_errors()) return;
  // Beyond this point every reference is valid, and the site is const.

  guide.derived = derive(*guide.site, request.as_of);
  request.on_stage("derive");
}

}  // namespace

const std::string& base_url_of(const BuildRequest& request, const Site& site) {
  return request.base_url.empty() ? site->settings.base_url : request.base_url;
}

MadeGuide link_guide(const FileSystem& files, const BuildRequest& request) {
  MadeGuide guide;
  Result<Sources> sources = read(files, request.root, request.theme, request.jobs, guide.found);
  request.on_stage("read");
  auto published = read_published(files, request.output_folder);
  if (sources && published) {
    guide.sources = std::move(*sources);
    guide.published = std::move(*published);
    // Beyond this point no input is read.
    link_sources(request, guide);
  } else {
    guide.failure = sources ? published.failure() : sources.failure();
  }
  guide.found.sort(guide.sources);
  return guide;
}

Rendering prepare_pages(const BuildRequest& request, const MadeGuide& guide, Diagnostics& out) {
  const std::string& base_url = base_url_of(request, *guide.site);
  return Rendering(guide.sources, *guide.site, guide.derived,
                   {base_url, request.as_of, request.jobs, request.fingerprints, request.changed},
                   out);
}

std::optional<Pages> make_pages(const BuildRequest& request, const MadeGuide& guide,
                                const Rendering& rendering, Diagnostics& out) {
  Pages pages = rendering.all(out);
  request.on_stage("render");
  if (out.has_errors()) return std::nullopt;

  check_links(guide.sources, pages, base_url_of(request, *guide.site), request.jobs, out);
  report_lost_pages(guide.published, *guide.site, pages, out);
  request.on_stage("check");
  const bool is_refused = out.has_errors() || (request.strict && out.warnings() > 0);
  return is_refused ? std::nullopt : std::optional(std::move(pages));
}

MadeGuide make_guide(const FileSystem& files, const BuildRequest& request) {
  MadeGuide guide = link_guide(files, request);
  if (!guide.site || guide.found.has_errors()) return guide;
  const Rendering rendering = prepare_pages(request, guide, guide.found);
  if (!guide.found.has_errors()) guide.pages = make_pages(request, guide, rendering, guide.found);
  guide.found.sort(guide.sources);
  return guide;
}

BuildOutcome build(FileSystem& files, const BuildRequest& request) {
  MadeGuide guide = make_guide(files, request);
  BuildOutcome outcome;
  if (guide.pages) {
    // Beyond this point nothing can fail but the disk; until here the old site is untouched.
    Result<PublishSummary> summary =
        publish(files, request.output_folder, *guide.pages, guide.sources, request.jobs);
    request.on_stage("publish");
    if (summary)
      outcome.published = *summary;
    else
      outcome.failure = summary.failure();
  } else {
    outcome.failure = std::move(guide.failure);
  }
  outcome.sources = std::move(guide.sources);
  outcome.found = std::move(guide.found);
  return outcome;
}

}  // namespace waymark
