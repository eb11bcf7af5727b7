#include "stages/body_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/url.h"
#include "model/urls.h"

namespace waymark {

namespace {

constexpr std::string_view content = "content/";

LinkTarget outside(std::string url) { return {std::move(url), false, std::nullopt, {}}; }

// The links of one body, one after the other.
class BodyLinker {
 public:
  BodyLinker(const Sources& sources, const PageFinder& pages, const Body& body, Diagnostics& out)
      : pages_(pages), body_(body), out_(out) {
    const std::string_view path = sources.path(body.span.source);
    folder_ =
        path.substr(content.size(), std::max(path.rfind('/') + 1, content.size()) - content.size());
  }

  LinkTarget target_of(const Link& link) {
    if (!scheme_of(link.url).empty() || link.url.starts_with("//")) return external(link);
    const UrlParts url = split_url(link.url);
    if (url.path.empty()) return to_anchor(link, url);
    const bool from_root = url.path.front() == '/';
    const auto path = resolve_path(from_root ? "" : folder_, percent_decoded(url.path));
    if (!path) {
      out_.error(link.span, fmt::format("the link \"{}\" leaves the site", link.url));
      return outside(link.url);
    }
    const PageFinder::Page* page =
        from_root && !pages_.by_file(*path) ? pages_.by_url(*path) : pages_.by_file(*path);
    if (page == nullptr) return report_dead(link, *path);
    return to_page(link, url, *page);
  }

 private:
  LinkTarget external(const Link& link) {
    if (auto mistake = external_mistake(link.url))
      out_.error(link.span, std::move(mistake->message)).notes.push_back({mistake->note, {}});
    return outside(link.url);
  }

  LinkTarget to_anchor(const Link& link, const UrlParts& url) {
    check_anchor(link, url, body_.document, "this page");
    return outside(std::string(url.fragment));
  }

  LinkTarget to_page(const Link& link, const UrlParts& url, const PageFinder::Page& page) {
    if (page.document != nullptr) check_anchor(link, url, *page.document, quoted(page.url));
    LinkTarget target;
    target.url = page.url + std::string(url.query) + std::string(url.fragment);
    target.internal = true;
    target.record = page.record;
    return target;
  }

  void check_anchor(const Link& link, const UrlParts& url, const Document& document,
                    std::string_view page) {
    if (url.fragment.size() <= 1) return;
    const std::string anchor = percent_decoded(url.fragment.substr(1));
    std::vector<std::string_view> known;
    for (const Heading& heading : document.headings) known.push_back(heading.anchor);
    if (std::find(known.begin(), known.end(), anchor) != known.end()) return;
    Diagnostic& error =
        out_.error(link.span, fmt::format("no heading \"#{}\" on {}", anchor, page));
    suggest(error, anchor, known);
  }

  LinkTarget report_dead(const Link& link, const std::string& path) {
    if (const Withheld* record = pages_.withheld(path)) {
      if (!record->why.empty())
        out_.error(link.span, fmt::format("the link \"{}\" leads nowhere: {} \"{}\" {}", link.url,
                                          kind_name(record->kind), record->id, record->why));
      return outside(link.url);
    }
    if (link.form == LinkForm::image) {
      suggest(out_.error(link.span, fmt::format("there is no image \"{}\"", link.url)), path,
              pages_.files());
      return outside(link.url);
    }
    Diagnostic& error =
        out_.error(link.span, fmt::format("the link \"{}\" leads nowhere", link.url));
    const std::string as_url = path.ends_with('/') ? path : path + '/';
    const PageFinder::Page* page = pages_.by_url(as_url);
    if (page != nullptr && page->record) {
      error.notes.push_back(
          {fmt::format("link to the file: /{}.md", as_url.substr(0, as_url.size() - 1)), {}});
    } else if (page != nullptr) {
      error.notes.push_back({fmt::format("write /{}", page->url), {}});
    } else {
      suggest(error, path, pages_.files());
    }
    return outside(link.url);
  }

  const PageFinder& pages_;
  const Body& body_;
  Diagnostics& out_;
  std::string_view folder_;
};

}  // namespace

PageFinder::PageFinder(const Sources& sources, const Catalog& catalog) {
  const auto file_of_source = [&](SourceId id) {
    const std::string_view path = sources.path(id);
    return std::string(path.substr(std::min(content.size(), path.size())));
  };
  for (const Withheld& record : catalog.withheld)
    withheld_.emplace(file_of_source(record.source), &record);
  for (const std::string_view url : section_urls()) add({}, {std::string(url), {}, nullptr});
  if (catalog.home.place.known()) add("home.md", {"", {}, &catalog.home.body.document});
  const auto add_records = [&]<class T>(const std::vector<T>& records) {
    for (std::uint32_t i = 0; i < records.size(); ++i)
      add(file_of_source(records[i].place.source),
          {url_of(kind_of<T>, records[i].id), RecordRef{kind_of<T>, i}, &records[i].body.document});
  };
  add_records(catalog.articles);
  add_records(catalog.roles);
  add_records(catalog.skills);
  add_records(catalog.certifications);
  for (const Asset& asset : catalog.assets) add(asset.path, {asset.path, {}, nullptr});
}

void PageFinder::add(std::string file, Page page) {
  if (!file.empty()) files_.emplace(std::move(file), pages_.size());
  urls_.emplace(page.url, pages_.size());
  pages_.push_back(std::move(page));
}

const PageFinder::Page* PageFinder::by_file(std::string_view path) const {
  const auto found = files_.find(std::string(path));
  return found == files_.end() ? nullptr : &pages_[found->second];
}

const PageFinder::Page* PageFinder::by_url(std::string_view url) const {
  const auto found = urls_.find(std::string(url));
  return found == urls_.end() ? nullptr : &pages_[found->second];
}

const Withheld* PageFinder::withheld(std::string_view path) const {
  const auto found = withheld_.find(std::string(path));
  return found == withheld_.end() ? nullptr : found->second;
}

std::vector<std::string_view> PageFinder::files() const {
  std::vector<std::string_view> paths;
  for (const auto& [path, page] : files_) paths.push_back(path);
  return paths;
}

void link_body(const Sources& sources, const PageFinder& pages, Body& body, Diagnostics& out) {
  if (body.document.links.empty()) return;
  BodyLinker linker(sources, pages, body, out);
  for (const Link& link : body.document.links) body.targets.push_back(linker.target_of(link));
}

}  // namespace waymark
