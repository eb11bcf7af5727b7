#include "stages/check_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "formats/url.h"
#include "model/urls.h"

namespace waymark {

namespace {

enum class Fault { none, empty, external, from_server_root, outside, nowhere, no_anchor };

// A link as the guide's own addresses, and what is wrong with it.
struct Verdict {
  Fault fault = Fault::none;
  std::string target = {};  // "roles/x/"
  std::string anchor = {};
};

struct Mistake {
  const Page* page;
  const PageLink* link;
  Verdict verdict;
};

// "roles/x/index.html" -> "roles/x/".
std::string_view url_of_file(std::string_view path) {
  constexpr std::string_view index = "index.html";
  if (path == index || path.ends_with("/index.html")) path.remove_suffix(index.size());
  return path;
}

bool is_html(const Page& page) {
  return page.copy_of == SourceId::none && page.path.ends_with(".html");
}

bool has_anchor(const Page& page, const std::string& anchor) {
  if (anchor.empty() || ascii_lower(anchor) == "top") return true;  // as browsers do
  return std::binary_search(page.anchors.begin(), page.anchors.end(), anchor);
}

class Checker {
 public:
  Checker(const Pages& pages, std::string_view base_url) : base_url_(absolute_url(base_url, "")) {
    by_path_.reserve(pages.size());
    for (const Page& page : pages) by_path_.emplace(page.path, &page);
  }

  Verdict check(const Page& page, std::string_view url) const {
    if (url.empty()) return {Fault::empty};
    const bool is_absolute = url.starts_with(base_url_);
    if (is_absolute) url.remove_prefix(base_url_.size());
    if (!is_absolute) {
      if (url.starts_with("//")) return check_external(url);
      if (url.front() == '/') return {Fault::from_server_root};
      if (!scheme_of(url).empty()) return check_external(url);
    }
    const UrlParts parts = split_url(url);
    if (parts.path.empty() && !is_absolute) return check_anchor(page, parts.fragment);
    const std::string_view folder = std::string_view(page.path).substr(0, page.path.rfind('/') + 1);
    auto target = resolve_path(is_absolute ? "" : folder, percent_decoded(parts.path));
    if (!target) return {Fault::outside};
    if (is_folder(parts.path) && !target->empty() && target->back() != '/') *target += '/';
    const auto found = by_path_.find(file_of(*target));
    if (found == by_path_.end()) return {Fault::nowhere, std::move(*target)};
    return check_anchor(*found->second, parts.fragment);
  }

  std::vector<std::string_view> urls() const {
    std::vector<std::string_view> urls;
    for (const auto& [path, page] : by_path_) urls.push_back(url_of_file(path));
    return urls;
  }

 private:
  // "..", "a/." and "b/" name folders.
  static bool is_folder(std::string_view path) {
    const std::string_view last = path.substr(path.rfind('/') + 1);
    return last.empty() || last == "." || last == "..";
  }

  static Verdict check_external(std::string_view url) {
    const bool is_inline = scheme_of(url) == "data";  // a template's; bodies may not
    return {is_inline || !external_mistake(url) ? Fault::none : Fault::external};
  }

  static Verdict check_anchor(const Page& target, std::string_view fragment) {
    constexpr std::string_view quotes_text = "#:~:";
    if (fragment.empty() || fragment.starts_with(quotes_text) || !is_html(target)) return {};
    std::string anchor = percent_decoded(fragment.substr(1));
    if (has_anchor(target, anchor)) return {};
    return {Fault::no_anchor, std::string(url_of_file(target.path)), std::move(anchor)};
  }

  std::string base_url_;  // ends in a slash
  std::unordered_map<std::string_view, const Page*> by_path_;
};

std::string page_name(std::string_view url) { return url.empty() ? "the home page" : quoted(url); }

// A template's text may hold many links.
Span narrowed(const Sources& sources, const PageLink& link) {
  Span place = link.place;
  if (!place.known()) return place;
  const std::string written = link.url.empty() ? "\"\"" : link.url;
  const std::size_t at = sources.text(place).find(written);
  if (at == std::string_view::npos) return place;
  place.begin += static_cast<std::uint32_t>(at + (link.url.empty() ? 1 : 0));
  place.end = place.begin + static_cast<std::uint32_t>(link.url.size());
  return place;
}

class Reporter {
 public:
  Reporter(const Sources& sources, const Pages& pages, const Checker& checker, Diagnostics& out)
      : sources_(sources), pages_(pages), known_urls_(checker.urls()), out_(out) {}

  void report(const Mistake& mistake) {
    const auto& [page, link, verdict] = mistake;
    const Span place = narrowed(sources_, *link);
    if (!is_new(place, link->url) || !is_new(place, target_of(verdict))) return;
    Diagnostic& error = out_.error(place, message(*link, verdict));
    if (!place.known()) error.path = page->path;
    if (const auto wrong = external_mistake(link->url); verdict.fault == Fault::external)
      error.notes.push_back({wrong->note, {}});
    if (verdict.fault == Fault::from_server_root)
      error.notes.push_back(
          {"the guide may be published below a folder; begin with {{home_url}}", {}});
    if (verdict.fault == Fault::nowhere) suggest(error, verdict.target, known_urls_);
    if (verdict.fault == Fault::no_anchor) suggest_anchor(error, verdict);
    if (is_template(place)) add_page(error, *page, verdict);
  }

 private:
  static std::string message(const PageLink& link, const Verdict& verdict) {
    switch (verdict.fault) {
      case Fault::none:
        break;
      case Fault::empty:
        return "this link is empty";
      case Fault::external:
        return external_mistake(link.url)->message;
      case Fault::from_server_root:
        return fmt::format("the link \"{}\" begins at the server's root", link.url);
      case Fault::outside:
        return fmt::format("the link \"{}\" leaves the site", link.url);
      case Fault::nowhere:
        return fmt::format("the link \"{}\" leads nowhere", link.url);
      case Fault::no_anchor:
        return fmt::format("no anchor \"#{}\" on {}", verdict.anchor, page_name(verdict.target));
    }
    return {};
  }

  // Unlike any URL that a page can hold.
  static std::string target_of(const Verdict& verdict) {
    const bool has_target = verdict.fault == Fault::nowhere || verdict.fault == Fault::no_anchor;
    return has_target ? " " + verdict.target + "#" + verdict.anchor : std::string();
  }

  // A template says the same on every page: in the same words, or of the same target.
  bool is_new(Span place, std::string what) {
    return what.empty() || said_.emplace(place.source, place.begin, std::move(what)).second;
  }

  bool is_template(Span place) const {
    return place.known() && sources_.path(place.source).starts_with("templates/");
  }

  static void add_page(Diagnostic& error, const Page& page, const Verdict& verdict) {
    std::string note = fmt::format("it stands on {}", page_name(url_of_file(page.path)));
    if (verdict.fault == Fault::nowhere) note += fmt::format(" and means \"{}\"", verdict.target);
    error.notes.push_back({std::move(note), {}});
  }

  void suggest_anchor(Diagnostic& error, const Verdict& verdict) {
    const auto target = std::find_if(pages_.begin(), pages_.end(), [&](const Page& page) {
      return url_of_file(page.path) == verdict.target;
    });
    suggest(error, verdict.anchor, {target->anchors.begin(), target->anchors.end()});
  }

  const Sources& sources_;
  const Pages& pages_;
  std::vector<std::string_view> known_urls_;
  Diagnostics& out_;
  std::set<std::tuple<SourceId, std::uint32_t, std::string>> said_;
};

}  // namespace

void check_links(const Sources& sources, const Pages& pages, std::string_view base_url,
                 unsigned jobs, Diagnostics& out) {
  const Checker checker(pages, base_url);
  std::vector<std::vector<Mistake>> mistakes(pages.size());
  for_each_index(pages.size(), jobs, [&](std::size_t i) {
    for (const PageLink& link : pages[i].links) {
      Verdict verdict = checker.check(pages[i], link.url);
      if (verdict.fault != Fault::none)
        mistakes[i].push_back({&pages[i], &link, std::move(verdict)});
    }
  });

  Reporter reporter(sources, pages, checker, out);
  for (const auto& of_page : mistakes)
    for (const Mistake& mistake : of_page) reporter.report(mistake);
}

}  // namespace waymark
