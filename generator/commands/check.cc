// waymark check: check the content as an editor would, and publish nothing.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "commands/check/outside.h"
#include "commands/commands.h"
#include "commands/environment.h"
#include "stages/review.h"

namespace waymark {

namespace {

struct Findings {
  AdviceCounts advice{};
  OutsideCounts outside;
};

// The real day: --as-of may be any.
std::int64_t days_today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
}

OutsideCounts check_outside(FileSystem& files, MadeGuide& guide, const BuildRequest& request) {
  const std::string& base_url =
      request.base_url.empty() ? (*guide.site)->settings.base_url : request.base_url;
  LinkCache cache(files, days_today());
  const auto links = find_outside_links(guide.sources, *guide.pages, base_url);
  const OutsideCounts counts = check_outside_links(links, cache, guide.found);
  if (const auto written = cache.write(files); !written)
    fmt::print(stderr, "waymark: {}; the next check asks all servers again\n",
               written.failure().message);
  return counts;
}

std::size_t html_pages(const Pages& pages) {
  return static_cast<std::size_t>(std::count_if(
      pages.begin(), pages.end(), [](const Page& page) { return page.path.ends_with(".html"); }));
}

// "2 errors, 5 warnings: 3 stale figures, 1 orphan, 1 other"
std::string summary(const Diagnostics& found, const Findings& findings) {
  std::vector<std::string> kinds;
  std::size_t named = findings.outside.dead + findings.outside.unknown;
  for (const std::size_t count : findings.advice) named += count;
  if (const std::string advice = summary_of(findings.advice); !advice.empty())
    kinds.push_back(advice);
  if (findings.outside.dead > 0) kinds.push_back(counted(findings.outside.dead, "dead link"));
  if (findings.outside.unknown > 0)
    kinds.push_back(counted(findings.outside.unknown, "unchecked link"));
  if (named > 0 && found.warnings() > named)
    kinds.push_back(fmt::format("{} other", found.warnings() - named));
  std::string text;
  if (found.has_errors()) text = counted(found.errors(), "error");
  if (found.warnings() > 0)
    text += (text.empty() ? "" : ", ") + counted(found.warnings(), "warning");
  return kinds.empty() ? text : text + ": " + join(kinds, ", ");
}

}  // namespace

int run_check(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  auto asked = request_of(options, *files);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  BuildRequest& request = std::get<BuildRequest>(asked);
  request.strict = false;  // a warning shall not keep the others back
  request.on_stage = stage_printer(options);

  MadeGuide guide = make_guide(*files, request);
  if (guide.failure) return fail(environment, guide.failure->message);
  Findings findings;
  if (guide.pages) {
    findings.advice =
        review(guide.sources, *guide.site, guide.derived, *guide.pages, request.as_of, guide.found);
    if (options.external) findings.outside = check_outside(*files, guide, request);
    guide.found.sort(guide.sources);
  }

  print_report(guide.found, guide.sources, options);
  const bool is_clean = guide.found.all().empty();
  if (!is_clean && options.format == ReportFormat::text)
    fmt::print(stderr, "{}\n", summary(guide.found, findings));
  if (is_clean && options.verbosity != Verbosity::quiet)
    fmt::print("{} as of {}: nothing to mend\n", counted(html_pages(*guide.pages), "page"),
               iso(request.as_of));
  const bool is_refused = guide.found.has_errors() || (options.strict && !is_clean);
  return is_refused ? content_errors : done;
}

}  // namespace waymark
