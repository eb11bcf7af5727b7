#include "stages/lost_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "model/urls.h"

namespace waymark {

namespace {

using Paths = std::set<std::string, std::less<>>;

constexpr std::string_view index = "/index.html";

std::string_view folder_of(std::string_view url) {
  url.remove_suffix(url.ends_with('/') ? 1 : 0);
  return url.substr(0, url.rfind('/') + 1);
}

// The one new page in the folder of a lost one: its record was probably renamed.
std::string_view heir_of(std::string_view lost, const std::vector<std::string>& new_urls) {
  std::string_view heir;
  for (const std::string& url : new_urls) {
    if (folder_of(url) != folder_of(lost)) continue;
    if (!heir.empty()) return {};
    heir = url;
  }
  return heir;
}

void report(std::string_view url, std::string_view heir, Diagnostics& out) {
  Diagnostic& warning = out.warning({}, fmt::format("{} was published and is gone", url));
  warning.path = "content/redirects.toml";
  warning.notes.push_back(
      {fmt::format("write \"{}\" = \"{}\", so that old links lead on; or = false, if it is gone "
                   "for good",
                   url, heir.empty() ? "its/new/path/" : heir),
       {}});
}

}  // namespace

void report_lost_pages(const std::vector<std::string>& published, const Site& site,
                       const Pages& pages, Diagnostics& out) {
  Paths kept;
  for (const Page& page : pages) kept.insert(page.path);
  std::vector<std::string> new_urls;
  for (const std::string& path : kept)
    if (path.ends_with(index) && !std::binary_search(published.begin(), published.end(), path))
      new_urls.push_back(path.substr(0, path.size() - index.size() + 1));
  for (const Redirect& redirect : site->redirects) kept.insert(file_of(redirect.from.url));
  for (const Withheld& record : site->withheld)
    kept.insert(file_of(url_of(record.kind, record.id)));

  for (const std::string& path : published) {
    if (!path.ends_with(index) || kept.contains(path)) continue;
    const std::string url = path.substr(0, path.size() - index.size() + 1);
    report(url, heir_of(url, new_urls), out);
  }
}

}  // namespace waymark
