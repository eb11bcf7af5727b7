#include "stages/taken_paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/urls.h"

namespace waymark {
namespace {

class Paths {
 public:
  explicit Paths(const Pages& pages) : pages_(pages) {}

  std::ptrdiff_t count(std::string_view path) const {
    const auto first = find(path);
    return std::find_if(first, pages_.end(), [&](const Page& page) { return page.path != path; }) -
           first;
  }
  bool is_folder(const std::string& path) const {
    const auto below = find(path + "/");
    return below != pages_.end() && below->path.starts_with(path + "/");
  }
  // "feed.xml/old/index.html": there is a file "feed.xml".
  bool is_below_a_file(std::string_view path) const {
    for (std::size_t slash = 0; (slash = path.find('/', slash)) != path.npos; ++slash)
      if (count(path.substr(0, slash)) > 0) return true;
    return false;
  }

 private:
  Pages::const_iterator find(std::string_view path) const {
    return std::lower_bound(pages_.begin(), pages_.end(), path,
                            [](const Page& page, std::string_view key) { return page.path < key; });
  }

  const Pages& pages_;
};

}  // namespace

void report_taken_paths(const Site& site, const Pages& pages, Diagnostics& out) {
  const Paths paths(pages);
  for (const Asset& asset : site->assets) {
    const Span place{asset.source, 0, 0};
    if (paths.count(asset.path) > 1)
      out.error(place, fmt::format("another page is published as \"{}\"", asset.path));
    if (paths.is_folder(asset.path))
      out.error(place, fmt::format("the guide needs a folder \"{}\" here, not a file", asset.path));
  }
  for (const auto& [from, to] : site->redirects) {
    const std::string path = file_of(from.url);
    const bool is_taken = paths.count(path) > (to ? 1 : 0) || paths.is_below_a_file(path);
    if (!is_taken) continue;
    out.error(from.span, to ? fmt::format("a redirect from \"{}\" would hide a page", from.url)
                            : fmt::format("\"{}\" is not gone: it is a page", from.url));
  }
}

}  // namespace waymark
