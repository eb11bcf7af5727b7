#include "stages/pages/asset_names.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 7> fingerprinted{
    "assets/compare.js", "assets/minisearch.js", "assets/planner.js", "assets/redirect.js",
    "assets/search.js",  "assets/site.js",       "assets/style.css"};
constexpr std::size_t digits = 8;

}  // namespace

AssetNames asset_names(const Sources& sources, const Site& site) {
  AssetNames names;
  for (const Asset& asset : site->assets) {
    const bool is_listed =
        std::find(fingerprinted.begin(), fingerprinted.end(), asset.path) != fingerprinted.end();
    if (!is_listed) continue;
    std::string name = asset.path;
    name.insert(name.rfind('.'), "." + hash_hex(sources.text(asset.source)).substr(0, digits));
    names.emplace(asset.path, std::move(name));
  }
  return names;
}

std::string_view published_name(const AssetNames& names, std::string_view path) {
  const auto found = names.find(path);
  return found == names.end() ? path : std::string_view(found->second);
}

}  // namespace waymark
