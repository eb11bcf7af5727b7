#include "build.h"

#include <utility>
#include <vector>

#include "stages/check_links.h"
#include "stages/derive.h"
#include "stages/link.h"
#include "stages/load.h"
#include "stages/lost_pages.h"
#include "stages/read.h"
#include "stages/render.h"

namespace waymark {

namespace {

// Runs the stages up to the pages; there are none where the content has errors.
void make_pages(const BuildRequest& request, const std::vector<std::string>& published,
                MadeGuide& guide) {
  Diagnostics& found = guide.found;
  Catalog catalog = load(guide.sources, {request.as_of, request.drafts, request.jobs}, found);
  request.on_stage("load");
  guide.site = link(guide.sources, std::move(catalog), found);
  request.on_stage("link");
  if (!guide.site || found.has_errors()) return;
  // Beyond this point every reference is valid, and the site is const.

  const Site& site = *guide.site;
  guide.derived = derive(site, request.as_of);
  request.on_stage("derive");
  const std::string& base_url =
      request.base_url.empty() ? site->settings.base_url : request.base_url;
  Pages pages =
      render(guide.sources, site, guide.derived, {base_url, request.as_of, request.jobs}, found);
  request.on_stage("render");
  if (found.has_errors()) return;

  check_links(guide.sources, pages, base_url, request.jobs, found);
  report_lost_pages(published, site, pages, found);
  request.on_stage("check");
  const bool is_refused = found.has_errors() || (request.strict && found.warnings() > 0);
  if (!is_refused) guide.pages = std::move(pages);
}

}  // namespace

MadeGuide make_guide(const FileSystem& files, const BuildRequest& request) {
  MadeGuide guide;
  Result<Sources> sources = read(files, request.root, request.theme, request.jobs, guide.found);
  request.on_stage("read");
  const auto published = read_published(files, request.output_folder);
  if (sources && published) {
    guide.sources = std::move(*sources);
    // Beyond this point no input is read.
    make_pages(request, *published, guide);
  } else {
    guide.failure = sources ? published.failure() : sources.failure();
  }
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
