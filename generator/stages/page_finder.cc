#include "stages/page_finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/letters.h"
#include "base/suggest.h"
#include "model/urls.h"

namespace waymark {

PageFinder::PageFinder(const Sources& sources, const Catalog& catalog) : catalog_(catalog) {
  constexpr std::string_view content = "content/";
  const auto file_of_source = [&](SourceId id) {
    const std::string_view path = sources.path(id);
    return std::string(path.substr(std::min(content.size(), path.size())));
  };
  for (const Withheld& record : catalog.withheld)
    withheld_.emplace(file_of_source(record.source), &record);
  for (const std::string_view url : section_urls(catalog)) add({}, {std::string(url), {}});
  if (catalog.home.place.known()) add("home.md", {"", {}, &catalog.home.body.document});
  const auto add_records = [&]<class T>(const std::vector<T>& records) {
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const T& record = records[i];
      const std::size_t page = add(file_of_source(record.place.source),
                                   {url_of(kind_of<T>, record.id), RecordRef{kind_of<T>, i},
                                    &record.body.document, record.id, record.title});
      add_name(record.id, page);
      add_name(record.title, page);
      for (const std::string& alias : record.aliases) add_name(alias, page);
    }
  };
  add_records(catalog.articles);
  add_records(catalog.roles);
  add_records(catalog.skills);
  add_records(catalog.certifications);
  add_records(catalog.pages);
  for (const Asset& asset : catalog.assets) add(asset.path, {asset.path, {}});
}

std::size_t PageFinder::add(std::string file, Page page) {
  const std::size_t place = pages_.size();
  if (!file.empty()) files_.emplace(std::move(file), place);
  urls_.emplace(page.url, place);
  pages_.push_back(std::move(page));
  return place;
}

void PageFinder::add_name(std::string_view name, std::size_t page) {
  std::vector<std::size_t>& pages = names_[folded(name)];
  if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  written_names_.push_back(name);
}

const PageFinder::Page* PageFinder::find(const std::unordered_map<std::string, std::size_t>& places,
                                         std::string_view key) const {
  const auto found = places.find(std::string(key));
  return found == places.end() ? nullptr : &pages_[found->second];
}

const PageFinder::Page* PageFinder::by_file(std::string_view path) const {
  return find(files_, path);
}

const PageFinder::Page* PageFinder::by_url(std::string_view url) const { return find(urls_, url); }

std::vector<const PageFinder::Page*> PageFinder::by_name(std::string_view name) const {
  std::vector<const Page*> pages;
  if (const auto found = names_.find(folded(name)); found != names_.end())
    for (const std::size_t page : found->second) pages.push_back(&pages_[page]);
  return pages;
}

const PageFinder::Page* PageFinder::by_id(Kind kind, std::string_view id) const {
  return find(urls_, url_of(kind, id));
}

std::string PageFinder::full_name(const Page& page) const {
  return fmt::format("{}:{}", kind_name(page.record->kind), page.id);
}

const Withheld* PageFinder::withheld(std::string_view path) const {
  const auto found = withheld_.find(std::string(path));
  return found == withheld_.end() ? nullptr : found->second;
}

const Withheld* PageFinder::withheld_record(std::optional<Kind> kind, std::string_view id) const {
  for (const Withheld& record : catalog_.withheld) {
    const bool is_kind = kind ? record.kind == *kind : has_page(record.kind);
    if (is_kind && (record.id.empty() || record.id == id)) return &record;
  }
  return nullptr;
}

std::string PageFinder::near_file(std::string_view path) const {
  const auto name_of = [](std::string_view file) { return file.substr(file.rfind('/') + 1); };
  const std::string_view name = name_of(path);
  const std::string_view folder = path.substr(0, path.size() - name.size());
  std::vector<std::string_view> beside;
  std::string_view elsewhere;
  for (const auto& [file, page] : files_) {
    const std::string_view other = name_of(file);
    if (std::string_view(file).substr(0, file.size() - other.size()) == folder)
      beside.push_back(other);
    else if (other == name && (elsewhere.empty() || file < elsewhere))
      elsewhere = file;
  }
  const std::string_view slip = nearest(name, beside);
  return slip.empty() ? std::string(elsewhere) : std::string(folder).append(slip);
}

std::vector<std::string_view> PageFinder::names() const { return written_names_; }

}  // namespace waymark
