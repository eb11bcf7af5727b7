// waymark diff: tell what differs between two published guides.
#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/diff/changes.h"
#include "commands/environment.h"
#include "commands/last_changes.h"

namespace waymark {

namespace {

// A guide, or the exit status of what is said already.
using Found = std::variant<ComparedGuide, int>;

Found found(Result<ComparedGuide> guide) {
  if (!guide) return fail(environment, guide.failure().message);
  return std::move(*guide);
}

Found published(const FileSystem& files, const std::string& folder) {
  const std::string path = absolute_path(folder);
  if (files.kind(join_path(path, manifest_name)) != EntryKind::file)
    return fail(usage,
                fmt::format("{} is no published guide: it has no {}", folder, manifest_name));
  return found(compared_guide(files, path));
}

// What `build` would publish now.
Found made_now(const FileSystem& files, const Options& options) {
  auto asked = request_of(options, files);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  BuildRequest& request = std::get<BuildRequest>(asked);
  request.changed = last_changes(request.root);
  const MadeGuide guide = make_guide(files, request);
  if (guide.failure) return fail(environment, guide.failure->message);
  if (guide.pages) return found(compared_guide(*guide.pages, guide.sources));
  print_report(guide.found, guide.sources, options);
  return content_errors;
}

std::string told(const GuideChanges& changes, DiffFormat format) {
  switch (format) {
    case DiffFormat::text:
      return text_report(changes);
    case DiffFormat::markdown:
      return markdown_report(changes);
    case DiffFormat::json:
      return json_report(changes);
  }
  return {};
}

}  // namespace

int run_diff(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const bool is_against = !options.against.empty();
  const Found before = published(*files, is_against ? options.against : options.old_folder);
  if (const int* status = std::get_if<int>(&before)) return *status;
  const Found after =
      is_against ? made_now(*files, options) : published(*files, options.new_folder);
  if (const int* status = std::get_if<int>(&after)) return *status;
  const GuideChanges changes =
      changes_between(std::get<ComparedGuide>(before), std::get<ComparedGuide>(after));
  fmt::print("{}", told(changes, options.diff_format));
  return done;
}

}  // namespace waymark
