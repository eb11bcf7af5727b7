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

// Runs the stages up to the pages; nothing where the content has errors.
std::optional<Pages> make_pages(const BuildRequest& request, const Sources& sources,
                                const std::vector<std::string>& published, Diagnostics& found) {
  Catalog catalog = load(sources, {request.as_of, request.drafts, request.jobs}, found);
  request.on_stage("load");
  std::optional<Site> site = link(sources, std::move(catalog), found);
  request.on_stage("link");
  if (!site || found.has_errors()) return std::nullopt;
  // Beyond this point every reference is valid, and the site is const.

  const Derived derived = derive(*site, request.as_of);
  request.on_stage("derive");
  const std::string& base_url =
      request.base_url.empty() ? (*site)->settings.base_url : request.base_url;
  Pages pages = render(sources, *site, derived, {base_url, request.as_of, request.jobs}, found);
  request.on_stage("render");
  if (found.has_errors()) return std::nullopt;

  check_links(sources, pages, base_url, request.jobs, found);
  report_lost_pages(published, *site, pages, found);
  request.on_stage("check");
  return pages;
}

}  // namespace

BuildOutcome build(FileSystem& files, const BuildRequest& request) {
  BuildOutcome outcome;
  Diagnostics& found = outcome.found;

  Result<Sources> sources = read(files, request.root, request.theme, request.jobs, found);
  request.on_stage("read");
  const auto published = read_published(files, request.output_folder);
  if (!sources || !published) {
    outcome.failure = sources ? published.failure() : sources.failure();
    found.sort(outcome.sources);
    return outcome;
  }
  outcome.sources = std::move(*sources);
  // Beyond this point no input is read.

  const std::optional<Pages> pages = make_pages(request, outcome.sources, *published, found);
  found.sort(outcome.sources);
  const bool is_refused = found.has_errors() || (request.strict && found.warnings() > 0);
  if (!pages || is_refused) return outcome;
  // Beyond this point nothing can fail but the disk; until here the old site is untouched.

  Result<PublishSummary> summary =
      publish(files, request.output_folder, *pages, outcome.sources, request.jobs);
  request.on_stage("publish");
  if (summary)
    outcome.published = *summary;
  else
    outcome.failure = summary.failure();
  return outcome;
}

}  // namespace waymark
