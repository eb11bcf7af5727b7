// waymark build: check the content and publish the guide.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "commands/commands.h"
#include "commands/environment.h"
#include "commands/last_changes.h"

namespace waymark {

namespace {

// "2 errors, 1 warning; nothing was written"
void print_counts(const BuildOutcome& outcome) {
  std::string counts = counted(outcome.found.errors(), "error");
  if (outcome.found.warnings() > 0) counts += ", " + counted(outcome.found.warnings(), "warning");
  if (outcome.found.errors() == 0) counts = counted(outcome.found.warnings(), "warning");
  fmt::print(stderr, "{}{}\n", counts, outcome.published ? "" : "; nothing was written");
}

}  // namespace

int run_build(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  auto asked = request_of(options, *files);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  BuildRequest& request = std::get<BuildRequest>(asked);
  const auto start = std::chrono::steady_clock::now();
  request.on_stage = stage_printer(options);
  request.changed = last_changes(request.root);
  request.on_stage("git");

  const BuildOutcome outcome = build(*files, request);
  print_report(outcome.found, outcome.sources, options);
  if (outcome.failure) return fail(environment, outcome.failure->message);
  const bool has_messages = !outcome.found.all().empty();
  if (has_messages && options.format == ReportFormat::text) print_counts(outcome);
  if (!outcome.published) return content_errors;

  const PublishSummary& summary = *outcome.published;
  const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
  if (options.verbosity != Verbosity::quiet)
    fmt::print("{} as of {}: {} written, {} unchanged, {} removed, {:.0f} ms\n",
               counted(summary.pages, "page"), iso(request.as_of), summary.written,
               summary.unchanged, summary.removed, passed.count());
  return done;
}

}  // namespace waymark
