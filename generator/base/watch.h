// Tells when files below some folders change. inotify below.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"

namespace waymark {

enum class Woken { by_change, by_stop, by_time };

// Folders are watched by name: one that is renamed, removed or made anew is followed. What changed
// is not told: whoever is woken looks for himself, so that no order of events can mislead him.
// Borrows: the file system. Threads: one.
class Watcher {
 public:
  // Watches all below these folders; one that is not there yet is waited for, as long as the folder
  // that it belongs in is there.
  Watcher(const FileSystem& files, std::vector<std::string> folders);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Why each second has to count as a change, or empty: the system gives only so many watches.
  const std::string& limit() const { return limit_; }

  // Sleeps until something changes and the disk has been quiet for a moment: a burst is one change,
  // unless it lasts. Returns as well when `stop`, a file descriptor, can be read, and when the
  // patience is at its end.
  Woken wait(int stop, std::optional<std::chrono::milliseconds> patience = std::nullopt);

 private:
  void add(const std::string& folder);
  void rescan();
  bool take_events();

  const FileSystem& files_;
  std::vector<std::string> folders_;
  int events_ = -1;
  std::string limit_;
};

}  // namespace waymark
