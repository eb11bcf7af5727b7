// What the last checks found out about addresses of other sites, kept between runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.h"

namespace waymark {

// Remembers good answers only, for seven days: what was wrong is asked again.
// In waymark/links.json of the user's cache folder.
class LinkCache {
 public:
  // `today`: the real day, since 1970. A cache that cannot be read is an empty one.
  LinkCache(const FileSystem& files, std::int64_t today);

  bool knows(std::string_view url) const { return days_.contains(url); }
  void remember(const std::string& url) { days_[url] = today_; }
  // Errors: the disk's. Without a cache folder nothing is written.
  Result<Done> write(FileSystem& files) const;

 private:
  std::optional<std::string> path_;
  std::int64_t today_;
  std::map<std::string, std::int64_t, std::less<>> days_;  // url -> the day of the answer
};

}  // namespace waymark
