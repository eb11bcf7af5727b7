#include "stages/redirects.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/url.h"
#include "model/urls.h"

namespace waymark {

namespace {

// "/roles/welder" and "roles/welder/index.html" are "roles/welder/"; nothing for what is no path.
std::optional<std::string> tidy(std::string_view written) {
  const auto is_bad = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':' || c == '?' ||
           c == '#';
  };
  if (trim(written) != written || std::any_of(written.begin(), written.end(), is_bad))
    return std::nullopt;
  auto path = resolve_path("", percent_decoded(written));
  if (!path) return std::nullopt;
  constexpr std::string_view index = "index.html";
  if (*path == index || path->ends_with("/index.html")) path->resize(path->size() - index.size());
  const std::string_view name = std::string_view(*path).substr(path->rfind('/') + 1);
  const bool is_folder = !name.empty() && name.find('.') == std::string_view::npos;
  if (is_folder) *path += '/';
  return path;
}

class RedirectLinker {
 public:
  RedirectLinker(const PathOwners& taken, Catalog& catalog, Diagnostics& out)
      : taken_(taken), catalog_(catalog), out_(out) {}

  void run() {
    add_former_paths(catalog_.articles);
    add_former_paths(catalog_.roles);
    add_former_paths(catalog_.skills);
    add_former_paths(catalog_.certifications);
    add_former_paths(catalog_.pages);
    std::erase_if(catalog_.redirects, [&](Redirect& redirect) { return !is_sound(redirect); });
    for (std::size_t i = 0; i < catalog_.redirects.size(); ++i)
      by_file_.emplace(file_of(catalog_.redirects[i].from.url), i);

    std::vector<Redirect> direct;
    for (std::size_t i = 0; i < catalog_.redirects.size(); ++i)
      if (auto redirect = follow(i)) direct.push_back(std::move(*redirect));
    catalog_.redirects = std::move(direct);
  }

 private:
  template <class T>
  void add_former_paths(std::vector<T>& records) {
    for (const T& record : records)
      for (const SitePath& path : record.former_paths)
        catalog_.redirects.push_back({path, SitePath{url_of(kind_of<T>, record.id), path.span}});
  }

  bool is_sound(Redirect& redirect) {
    const bool from = tidy_path(redirect.from, {});
    if (!from) return false;
    if (redirect.to) {
      const std::string url = redirect.to->url;
      const std::string_view fragment = split_url(url).fragment;
      redirect.to->url.resize(url.size() - fragment.size());
      if (!tidy_path(*redirect.to, fragment)) return false;
    }
    return hides_nothing(redirect) && is_page(redirect) && is_first(redirect);
  }

  bool tidy_path(SitePath& path, std::string_view fragment) {
    auto url = tidy(path.url);
    if (!url) {
      out_.error(path.span, fmt::format("\"{}\" is no path of the guide", path.url))
          .notes.push_back({"write it from the site's root: roles/welder/", {}});
      return false;
    }
    path.url = std::move(*url);
    path.url += fragment;
    return true;
  }

  bool hides_nothing(const Redirect& redirect) {
    const std::string file = file_of(redirect.from.url);
    auto owner = taken_.find(file);
    // A file in the way of a folder: "sitemap.xml/old/".
    for (std::size_t slash = 0; owner == taken_.end(); ++slash) {
      slash = file.find('/', slash);
      if (slash == std::string::npos) return true;
      owner = taken_.find(file.substr(0, slash));
    }
    Diagnostic& error = out_.error(
        redirect.from.span,
        redirect.to ? fmt::format("a redirect from \"{}\" would hide a page", redirect.from.url)
                    : fmt::format("\"{}\" is not gone: it is a page", redirect.from.url));
    if (owner->second.known()) error.notes.push_back({"it is made from here", owner->second});
    return false;
  }

  // What leads on is a page, and no host serves a page at an address of another type.
  bool is_page(const Redirect& redirect) {
    const std::string file = file_of(redirect.from.url);
    if (!redirect.to || file.ends_with(".html") || file.ends_with(".htm")) return true;
    out_.error(redirect.from.span,
               fmt::format("\"{}\" cannot lead on: it is no address of a page", redirect.from.url))
        .notes.push_back({"only addresses that end in /, .html or .htm can", {}});
    return false;
  }

  bool is_first(const Redirect& redirect) {
    const auto [first, is_new] = first_.emplace(file_of(redirect.from.url), redirect.from.span);
    if (!is_new)
      out_.error(redirect.from.span,
                 fmt::format("a second redirect from \"{}\"", redirect.from.url))
          .notes.push_back({"the first one is here", first->second});
    return is_new;
  }

  // The redirect with the page at the end of its way; nothing where there is none.
  std::optional<Redirect> follow(std::size_t start) {
    Redirect redirect = catalog_.redirects[start];
    if (!redirect.to) return redirect;
    std::vector<std::size_t> way{start};
    while (true) {
      const std::string_view fragment = split_url(redirect.to->url).fragment;
      const std::string file = file_of(redirect.to->url);
      if (taken_.contains(file)) return redirect;
      const auto next = by_file_.find(file);
      if (next == by_file_.end() && is_pair_url(redirect.to->url)) return redirect;
      if (next == by_file_.end() || !catalog_.redirects[next->second].to) {
        report_unknown(*redirect.to);
        return std::nullopt;
      }
      if (std::find(way.begin(), way.end(), next->second) != way.end()) {
        report_circle(way, next->second);
        return std::nullopt;
      }
      way.push_back(next->second);
      std::string url = catalog_.redirects[next->second].to->url;
      if (!fragment.empty()) url = url.substr(0, url.find('#')).append(fragment);
      redirect.to->url = std::move(url);
    }
  }

  void report_unknown(const SitePath& to) {
    const std::string url = to.url.substr(0, to.url.find('#'));
    for (const Withheld& record : catalog_.withheld) {
      if (record.id.empty() || url_of(record.kind, record.id) != url) continue;
      if (!record.why.empty())
        out_.error(to.span,
                   fmt::format("{} \"{}\" {}", kind_name(record.kind), record.id, record.why));
      return;
    }
    std::vector<std::string> urls;
    for (const auto& [file, owner] : taken_)
      if (file.ends_with("/index.html")) urls.push_back(file.substr(0, file.rfind('/') + 1));
    suggest(out_.error(to.span, fmt::format("no page \"{}\"", url)), url,
            {urls.begin(), urls.end()});
  }

  // Once, from the redirect that comes first.
  void report_circle(const std::vector<std::size_t>& way, std::size_t met) {
    const auto begin = std::find(way.begin(), way.end(), met);
    if (begin != way.begin() || *std::min_element(begin, way.end()) != met) return;
    std::string circle;
    for (const std::size_t i : way) circle += catalog_.redirects[i].from.url + " -> ";
    out_.error(catalog_.redirects[met].from.span,
               "redirects go in a circle: " + circle + catalog_.redirects[met].from.url);
  }

  const PathOwners& taken_;
  Catalog& catalog_;
  Diagnostics& out_;
  PathOwners first_;
  std::unordered_map<std::string, std::size_t> by_file_;
};

}  // namespace

void link_redirects(const PathOwners& taken, Catalog& catalog, Diagnostics& out) {
  RedirectLinker(taken, catalog, out).run();
}

}  // namespace waymark
