#include "commands/check/link_cache.h"

#include <cstdlib>

#include "formats/json.h"

namespace waymark {
namespace {

constexpr std::int64_t days_kept = 7;

std::optional<std::string> cache_path() {
  const auto folder = [](const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value != '/' ? std::string() : std::string(value);
  };
  std::string cache = folder("XDG_CACHE_HOME");
  if (cache.empty() && !folder("HOME").empty()) cache = join_path(folder("HOME"), ".cache");
  if (cache.empty()) return std::nullopt;
  return join_path(cache, "waymark/links.json");
}

}  // namespace

LinkCache::LinkCache(const FileSystem& files, std::int64_t today)
    : path_(cache_path()), today_(today) {
  if (!path_ || files.kind(*path_) != EntryKind::file) return;
  const auto text = files.read(*path_);
  const auto json = text ? read_json(*text) : std::nullopt;
  if (!json) return;
  const auto* links = member(*json, "links").as<Json::Members>();
  if (links == nullptr) return;
  for (const auto& [url, day] : *links) {
    const auto* number = day.as<std::int64_t>();
    const bool is_fresh = number != nullptr && *number <= today && *number > today - days_kept;
    if (is_fresh) days_[url] = *number;
  }
}

Result<Done> LinkCache::write(FileSystem& files) const {
  if (!path_) return Done{};
  Json::Members links;
  for (const auto& [url, day] : days_) links.emplace_back(url, Json{day});
  const Json json{Json::Members{{"links", {std::move(links)}}}};
  const std::string staged = *path_ + ".new";  // two runs at once leave a whole file
  auto written = files.write(staged, write_pretty_json(json));
  if (!written) return written;
  return files.rename(staged, *path_);
}

}  // namespace waymark
