// waymark init: begin a guide.
#include <fmt/format.h>

#include <algorithm>

#include "commands/commands.h"
#include "commands/environment.h"
#include "commands/schema/content_schemas.h"

namespace waymark {

namespace {

// The guide that is copied, in the folder of the program's own files.
constexpr std::string_view starter_folder = "docs/starter";

// Whether nothing of the author's can be in the way; a new clone holds only .git.
bool is_free(const std::vector<FolderEntry>& entries) {
  return std::all_of(entries.begin(), entries.end(), [](const FolderEntry& entry) {
    return entry.path == ".git" || entry.path.starts_with(".git/");
  });
}

Result<Done> copy_folder(FileSystem& files, const std::string& from, const std::string& to) {
  const auto entries = files.list(from);
  if (!entries) return entries.failure();
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != EntryKind::file) continue;
    const auto text = files.read(join_path(from, entry.path));
    if (!text) return text.failure();
    if (auto written = files.write(join_path(to, entry.path), *text); !written)
      return written.failure();
  }
  return Done{};
}

}  // namespace

int run_init(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const std::string folder = absolute_path(options.folder);
  const EntryKind there = files->kind(folder);
  if (there != EntryKind::none && there != EntryKind::directory)
    return fail(usage, fmt::format("{} is there already and is no folder", options.folder));
  const auto entries = files->list(folder);
  if (!entries) return fail(environment, entries.failure().message);
  if (!is_free(*entries))
    return fail(usage,
                fmt::format("{} is not empty; name a folder that is new or empty", options.folder));

  const auto theme = find_theme(*files);
  if (!theme) return fail(environment, theme.failure().message);
  const std::string starter = join_path(*theme, starter_folder);
  if (files->kind(starter) != EntryKind::directory)
    return fail(environment, fmt::format("{} is missing: install waymark again", starter));
  if (auto copied = copy_folder(*files, starter, folder); !copied)
    return fail(environment, copied.failure().message);
  if (auto written = write_schemas(*files, join_path(folder, schema_folder)); !written)
    return fail(environment, written.failure().message);
  const std::string_view quote = options.folder.find(' ') == std::string::npos ? "" : "\"";
  const std::string go_there =
      options.folder == "." ? "" : fmt::format("cd {0}{1}{0}, ", quote, options.folder);
  fmt::print(
      "{} holds a small guide to the electrical trades, to be changed into yours\n"
      "next: {}run \"waymark serve\", and begin with content/site.toml; README.md tells more\n",
      options.folder, go_there);
  return done;
}

}  // namespace waymark
