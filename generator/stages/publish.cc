#include "stages/publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/parallel.h"

namespace waymark {

namespace {

constexpr std::string_view staging_name = ".waymark-staging";
constexpr std::string_view manifest_header =
    "# Files made by waymark, which it may replace and remove. Others in this folder stay.\n";
constexpr std::size_t longest_name = 255;  // bytes; what every common file system allows

using Paths = std::set<std::string, std::less<>>;

// What the output folder holds, without the manifest and the staging folder.
struct Found {
  std::map<std::string, FolderEntry, std::less<>> entries;
  std::string manifest;               // its text
  Paths ours;                         // files there that the manifest lists
  Paths our_folders;                  // of all that it lists: a crash may have left them empty
  std::vector<std::string> leftover;  // of a run that crashed while staging; children first
};

struct Plan {
  std::vector<const Page*> writes;
  // Children before their folders: what makes room for a page, and what only has to go.
  std::vector<std::string> removals_before;
  std::vector<std::string> removals_after;
  std::string manifest_during;  // lists the old files and the new ones, so that a crash loses none
  std::string manifest_after;
  PublishSummary summary;
};

std::string_view bytes_of(const Page& page, const Sources& sources) {
  return page.copy_of == SourceId::none ? page.bytes : sources.text(page.copy_of);
}

// "a/b/c" -> "a", "a/b".
std::vector<std::string_view> folders_of(std::string_view path) {
  std::vector<std::string_view> folders;
  for (std::size_t at = 0; (at = path.find('/', at)) != std::string_view::npos; ++at)
    folders.push_back(path.substr(0, at));
  return folders;
}

bool is_plain_name(std::string_view name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return !name.empty() && name != "." && name != ".." && name.size() <= longest_name &&
         std::none_of(name.begin(), name.end(), is_control);
}

// The one rule that keeps what we write and remove inside the output folder.
bool stays_inside(std::string_view path) {
  for (const std::string_view folder : folders_of(path))
    if (!is_plain_name(folder.substr(folder.rfind('/') + 1))) return false;
  const std::string_view first = path.substr(0, path.find('/'));
  return is_plain_name(path.substr(path.rfind('/') + 1)) && first != manifest_name &&
         first != staging_name;
}

// The pages' paths, if they can all stand in one folder.
Result<Paths> paths_of(const Pages& pages) {
  Paths paths;
  for (const Page& page : pages) {
    if (!stays_inside(page.path))
      return Failure{
          fmt::format("cannot publish \"{}\": not a path inside the output folder", page.path)};
    if (!paths.insert(page.path).second)
      return Failure{fmt::format("cannot publish \"{}\": two pages have this path", page.path)};
  }
  for (const std::string& path : paths)
    for (const std::string_view folder : folders_of(path))
      if (paths.contains(folder))
        return Failure{
            fmt::format("cannot publish \"{}\": \"{}\" is a page, not a folder", path, folder)};
  return paths;
}

std::string manifest_of(const Paths& paths) {
  std::string text(manifest_header);
  for (const std::string& path : paths) fmt::format_to(std::back_inserter(text), "{}\n", path);
  return text;
}

// Takes from the manifest what the folder really holds. Anybody may have written the manifest:
// lines that lead out, also through a link, find no entry.
void read_manifest(Found& found) {
  const auto is_there = [&](std::string_view path, EntryKind kind) {
    const auto entry = found.entries.find(path);
    return entry != found.entries.end() && entry->second.kind == kind;
  };
  std::string_view rest = found.manifest;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (is_there(line, EntryKind::file)) found.ours.emplace(line);
    for (const std::string_view folder : folders_of(line))
      if (is_there(folder, EntryKind::directory)) found.our_folders.emplace(folder);
  }
}

Result<Found> find_output(const FileSystem& files, const std::string& folder) {
  auto entries = files.list(folder);
  if (!entries) return entries.failure();
  Found found;
  bool has_manifest = false;
  for (FolderEntry& entry : *entries) {
    if (entry.path.substr(0, entry.path.find('/')) == staging_name) {
      found.leftover.insert(found.leftover.begin(), entry.path);
    } else if (entry.path == manifest_name && entry.kind == EntryKind::file) {
      has_manifest = true;
    } else {
      std::string path = entry.path;
      found.entries.emplace(std::move(path), std::move(entry));
    }
  }
  if (!has_manifest) {
    if (found.entries.empty()) return found;
    return Failure{
        fmt::format("{} is not empty and was not made by waymark (it has no {}); choose "
                    "another folder with -o, or empty this one",
                    folder, manifest_name)};
  }
  auto manifest = files.read(join_path(folder, manifest_name));
  if (!manifest) return manifest.failure();
  found.manifest = std::move(*manifest);
  read_manifest(found);
  return found;
}

// Our files that are no longer made, and our folders that hold nothing else.
Paths find_removals(const Found& found, const Paths& pages) {
  Paths stale;
  std::set_difference(found.ours.begin(), found.ours.end(), pages.begin(), pages.end(),
                      std::inserter(stale, stale.end()));
  Paths folders = found.our_folders;
  const auto keep_folders_of = [&](std::string_view path) {
    for (const std::string_view folder : folders_of(path))
      if (const auto at = folders.find(folder); at != folders.end()) folders.erase(at);
  };
  for (const std::string& path : pages) keep_folders_of(path);
  for (const auto& [path, entry] : found.entries)
    if (!stale.contains(path) && !found.our_folders.contains(path)) keep_folders_of(path);

  stale.merge(folders);
  return stale;
}

Failure in_the_way(const std::string& folder, std::string_view path, const Page& page) {
  return {
      fmt::format("{} was not made by waymark and is in the way of {}; move it out of the folder",
                  join_path(folder, path), join_path(folder, page.path))};
}

// Nothing but a folder may stand where a page needs a folder, and nothing but our file, the same
// bytes, or nothing at all where the page itself goes.
Result<Done> place(const FileSystem& files, const std::string& folder, const Found& found,
                   const Paths& removals, const Page& page, std::string_view bytes, Plan& plan) {
  for (const std::string_view parent : folders_of(page.path)) {
    const auto at = found.entries.find(parent);
    if (at == found.entries.end() || removals.contains(parent)) break;
    if (at->second.kind != EntryKind::directory) return in_the_way(folder, parent, page);
  }
  const auto at = found.entries.find(page.path);
  if (at == found.entries.end() || removals.contains(page.path)) {
    plan.writes.push_back(&page);
    return Done{};
  }
  if (at->second.kind != EntryKind::file) return in_the_way(folder, page.path, page);
  if (page.is_drawn && found.ours.contains(page.path)) {
    ++plan.summary.unchanged;
    return Done{};
  }
  const auto old = files.read(join_path(folder, page.path));
  if (!old) return old.failure();
  if (*old == bytes) {
    ++plan.summary.unchanged;
  } else if (found.ours.contains(page.path)) {
    plan.writes.push_back(&page);
  } else {
    return in_the_way(folder, page.path, page);
  }
  return Done{};
}

// Old pages go last, so that no link of the old site breaks before its page is replaced; only what
// has the place of a new page goes first.
void order_removals(const Paths& removals, const Paths& pages, Plan& plan) {
  Paths page_folders;
  for (const std::string& path : pages)
    for (const std::string_view folder : folders_of(path)) page_folders.emplace(folder);
  const auto is_page = [&](std::string_view path) { return pages.contains(path); };
  for (auto path = removals.rbegin(); path != removals.rend(); ++path) {
    const auto above = folders_of(*path);
    const bool is_before = is_page(*path) || page_folders.contains(*path) ||
                           std::any_of(above.begin(), above.end(), is_page);
    (is_before ? plan.removals_before : plan.removals_after).push_back(*path);
  }
}

Result<Plan> make_plan(const FileSystem& files, const std::string& folder, const Found& found,
                       const Pages& pages, const Paths& paths, const Sources& sources) {
  Plan plan;
  const Paths removals = find_removals(found, paths);
  for (const Page& page : pages) {
    auto placed = place(files, folder, found, removals, page, bytes_of(page, sources), plan);
    if (!placed) return placed.failure();
    plan.summary.pages += page.path.ends_with(".html") ? 1 : 0;
  }
  order_removals(removals, paths, plan);
  plan.summary.files = pages.size();
  plan.summary.written = plan.writes.size();
  for (const std::string& path : removals)
    plan.summary.removed += found.ours.contains(path) ? 1 : 0;

  plan.manifest_after = manifest_of(paths);
  Paths all = paths;
  all.insert(found.ours.begin(), found.ours.end());
  plan.manifest_during = manifest_of(all);
  return plan;
}

// Carries a plan out in one folder. Making a file takes the lock of its folder, so each thread
// stages into a folder of its own.
class Publication {
 public:
  Publication(FileSystem& files, const std::string& folder, const Plan& plan, unsigned jobs,
              const Draw& draw)
      : files_(files),
        folder_(folder),
        staging_(join_path(folder, staging_name)),
        plan_(plan),
        jobs_(jobs),
        draw_(draw),
        staged_(plan.writes.size()) {}

  Result<Done> remove_all(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
      if (auto done = files_.remove(join_path(folder_, path)); !done) return done;
    return Done{};
  }

  // Everything that needs room on the disk; the old site stays as it is.
  Result<Done> stage(const Sources& sources) {
    auto done = for_each_write([&](std::size_t i, unsigned worker) {
      staged_[i] = staged(join_path(worker == 0 ? "" : thread_folder(worker), std::to_string(i)));
      const Page& page = *plan_.writes[i];
      return page.is_drawn ? write_drawn(staged_[i], page)
                           : files_.write(staged_[i], bytes_of(page, sources));
    });
    if (!done) return done;
    done = files_.write(staged("manifest-during"), plan_.manifest_during);
    return done ? files_.write(staged("manifest-after"), plan_.manifest_after) : done;
  }

  Result<Done> commit() {
    const std::string manifest = join_path(folder_, manifest_name);
    if (auto done = files_.rename(staged("manifest-during"), manifest); !done) return done;
    if (auto done = remove_all(plan_.removals_before); !done) return done;
    auto done = for_each_write([&](std::size_t i, unsigned) {
      return files_.rename(staged_[i], join_path(folder_, plan_.writes[i]->path));
    });
    if (!done) return done;
    if (done = remove_all(plan_.removals_after); !done) return done;
    if (done = files_.rename(staged("manifest-after"), manifest); !done) return done;
    return remove_staging();
  }

  // After a failure, which is what the caller has to hear about: gives the room back if it can.
  void abandon() {
    for (const std::string& path : staged_)
      if (!path.empty()) static_cast<void>(files_.remove(path));
    for (const char* name : {"manifest-during", "manifest-after"})
      static_cast<void>(files_.remove(staged(name)));
    static_cast<void>(remove_staging());
  }

 private:
  std::string staged(std::string_view name) const { return join_path(staging_, name); }
  static std::string thread_folder(unsigned worker) { return fmt::format("thread-{}", worker); }

  Result<Done> write_drawn(const std::string& path, const Page& page) {
    const auto bytes = draw_(page.bytes);
    if (!bytes)
      return Failure{fmt::format("cannot draw {}: {}", page.path, bytes.failure().message)};
    return files_.write(path, *bytes);
  }

  // task(index, worker) for each write; the failure of the first one by index.
  template <class Task>
  Result<Done> for_each_write(Task task) {
    std::vector<std::optional<Failure>> failures(plan_.writes.size());
    std::atomic<bool> has_failed = false;
    for_each_index(failures.size(), jobs_, [&](std::size_t i, unsigned worker) {
      if (has_failed) return;
      if (auto done = task(i, worker); !done) {
        failures[i] = done.failure();
        has_failed = true;
      }
    });
    for (std::optional<Failure>& failure : failures)
      if (failure) return std::move(*failure);
    return Done{};
  }

  Result<Done> remove_staging() {
    for (unsigned worker = 1; worker < jobs_; ++worker) {
      const std::string folder = staged(thread_folder(worker));
      if (files_.kind(folder) == EntryKind::none) continue;
      if (auto done = files_.remove(folder); !done) return done;
    }
    return files_.remove(staging_);
  }

  FileSystem& files_;
  const std::string& folder_;
  std::string staging_;
  const Plan& plan_;
  unsigned jobs_;
  const Draw& draw_;
  std::vector<std::string> staged_;  // where each write of the plan waits
};

}  // namespace

Result<PublishSummary> publish(FileSystem& files, const std::string& folder, const Pages& pages,
                               const Sources& sources, unsigned jobs, const Draw& draw) {
  const auto paths = paths_of(pages);
  if (!paths) return paths.failure();
  if (files.kind(folder) == EntryKind::file)
    return Failure{fmt::format("{} is a file; choose a folder with -o", folder)};
  const auto lock = files.lock(folder);
  if (!lock) return lock.failure();
  const auto found = find_output(files, folder);
  if (!found) return found.failure();
  const auto plan = make_plan(files, folder, *found, pages, *paths, sources);
  if (!plan) return plan.failure();

  Publication publication(files, folder, *plan, jobs, draw);
  if (auto done = publication.remove_all(found->leftover); !done) return done.failure();
  const bool is_done = plan->writes.empty() && found->manifest == plan->manifest_after;
  if (is_done) return plan->summary;

  auto done = publication.stage(sources);
  if (done) done = publication.commit();
  if (!done) {
    publication.abandon();
    return done.failure();
  }
  return plan->summary;
}

}  // namespace waymark
