#include "commands/last_changes.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.h"

namespace waymark {
namespace {

constexpr std::int64_t end_of_9999 = 253402300799;  // seconds; who commits chooses the date

// What Git prints. It writes nothing, asks no other machine, and starts no program that a setting
// of the repository names: a pager, a hook, a monitor of files, a check of signatures. Filters of
// files, such as LFS has, stay: without them every file that they change would seem edited.
std::optional<std::string> git(const std::string& root,
                               std::initializer_list<std::string_view> arguments) {
  std::vector<std::string> words{"git", "-C", root, "--no-pager", "--no-optional-locks"};
  for (const char* setting :
       {"core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false",
        "log.showSignature=false", "protocol.allow=never"})
    words.insert(words.end(), {"-c", setting});
  words.insert(words.end(), arguments.begin(), arguments.end());
  return output_of(std::move(words));
}

// visit(part) for each one that is not empty.
template <class Visit>
void each_part(std::string_view text, char separator, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

// A line of seconds, then the files that a commit changed; the newest commit first. A name in
// quotes, which has strange characters, is no page's.
FileDays days_of(std::string_view log) {
  FileDays days;
  Date day;
  each_part(log, '\n', [&](std::string_view line) {
    if (line.starts_with("content/")) {
      days.emplace(line, day);
      return;
    }
    std::int64_t seconds = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), seconds);
    if (parsed.ec != std::errc()) return;
    day = from_unix(std::clamp<std::int64_t>(seconds, 0, end_of_9999));
  });
  return days;
}

}  // namespace

FileDays last_changes(const std::string& root) {
  // "false" and "guide/": whether it is shallow, and where below its top the site lies.
  const auto about = git(root, {"rev-parse", "--is-shallow-repository", "--show-prefix"});
  constexpr std::string_view whole = "false\n";
  if (!about || !about->starts_with(whole)) return {};
  const auto log = git(root, {"log", "--format=%ct", "--name-only", "--relative", "--no-renames",
                              "--no-ext-diff", "--no-color", "HEAD", "--", "content"});
  const auto changed = git(root, {"status", "--porcelain", "-z", "--no-renames",
                                  "--untracked-files=no", "--ignore-submodules", "--", "content"});
  if (!log || !changed) return {};
  FileDays days = days_of(*log);
  constexpr std::size_t marks = 3;  // " M " before the path from the repository's top
  const std::size_t prefix = about->size() - whole.size() - 1;  // without the end of its line
  each_part(*changed, '\0', [&](std::string_view entry) {
    const std::string_view path = entry.substr(std::min(marks + prefix, entry.size()));
    if (const auto file = days.find(path); file != days.end()) days.erase(file);
  });
  return days;
}

}  // namespace waymark
