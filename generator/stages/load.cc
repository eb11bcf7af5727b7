#include "stages/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/hash.h"
#include "base/parallel.h"
#include "stages/load/entries.h"
#include "stages/load/tables.h"

namespace waymark {

namespace {

// Who reads which file: the whole content folder in one list.
struct Reader {
  std::string_view path;  // a file, or a folder when it ends in a slash
  bool markdown;
  bool toml;
  void (*read)(const ContentFile&);
};

constexpr std::array<Reader, 14> readers{{
    {"site.toml", false, true, read_settings},
    {"taxonomies.toml", false, true, read_taxonomies},
    {"home.md", true, false, read_home},
    {"sources.toml", false, true, read_sources},
    {"disputes.toml", false, true, read_disputes},
    {"titles.toml", false, true, read_titles},
    {"redirects.toml", false, true, read_redirects},
    {"articles/", true, true, read_article},
    {"roles/", true, true, read_role},
    {"skills/", true, true, read_skill},
    {"certifications/", true, true, read_certification},
    {"pages/", true, true, read_page},
    {"salaries/", false, true, read_salaries},
    {"figures/", false, true, read_figures},
}};

const Reader* reader_of(const ContentFile& file) {
  const std::string_view folder = file.path.substr(0, file.path.size() - file.name().size());
  for (const Reader& reader : readers) {
    const bool is_inside =
        folder == reader.path || (file.is_bundle() && folder.starts_with(reader.path));
    const bool here = reader.path.ends_with('/') ? is_inside : file.path == reader.path;
    if (here && (file.is_markdown() ? reader.markdown : reader.toml)) return &reader;
  }
  return nullptr;
}

void report_unread(const ContentFile& file) {
  Diagnostic& error = file.out.error(file.start(), "nothing reads this file");
  std::vector<std::string_view> places;
  for (const Reader& reader : readers) places.push_back(reader.path);
  const std::size_t slash = file.path.find('/');
  const std::string_view place =
      slash == std::string_view::npos ? file.path : file.path.substr(0, slash + 1);
  suggest(error, place, places);
  if (error.notes.empty())
    error.notes.push_back({fmt::format("content/ holds {}", fmt::join(places, ", ")), {}});
}

void load_file(const ContentFile& file) {
  const bool is_record = file.is_markdown() || file.path.ends_with(".toml");
  if (!is_record) {
    file.to.assets.push_back({std::string(file.path), file.id});
    return;
  }
  const Reader* reader = reader_of(file);
  if (reader != nullptr)
    reader->read(file);
  else
    report_unread(file);
}

void merge(Catalog& to, Catalog& from) {
  if (from.settings.place.known()) to.settings = std::move(from.settings);
  if (from.home.place.known()) to.home = std::move(from.home);
  const auto append = [](auto& all, auto& part) {
    std::move(part.begin(), part.end(), std::back_inserter(all));
  };
  std::apply(
      [&](auto&... all) {
        std::apply([&](auto&... part) { (append(all, part), ...); }, lists(from));
      },
      lists(to));
  append(to.assets, from.assets);
  append(to.withheld, from.withheld);
  append(to.redirects, from.redirects);
}

template <class... T>
void sort_by_id(std::vector<T>&... records) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  (std::stable_sort(records.begin(), records.end(), by_id), ...);
}

LoadedFile read_file(const Sources& sources, SourceId id, const LoadOptions& options) {
  constexpr std::string_view folder = "content/";
  const std::string_view path = sources.path(id);
  LoadedFile file;
  if (path.starts_with("assets/")) file.catalog.assets.push_back({std::string(path), id});
  if (path.starts_with(folder))
    load_file({sources, id, path.substr(folder.size()), options, file.catalog, file.found});
  return file;
}

Catalog merged(LoadedFiles files, Diagnostics& out) {
  Catalog catalog;
  for (LoadedFile& file : files) {
    merge(catalog, file.catalog);
    out.append(std::move(file.found));
  }
  sort_by_id(catalog.articles, catalog.roles, catalog.skills, catalog.certifications, catalog.pages,
             catalog.figures, catalog.disputes, catalog.sources, catalog.titles);
  return catalog;
}

}  // namespace

Catalog load(const Sources& sources, const LoadOptions& options, Diagnostics& out) {
  LoadedFiles files(sources.size());
  for_each_index(files.size(), options.jobs, [&](std::size_t i) {
    files[i] = read_file(sources, static_cast<SourceId>(i), options);
  });
  return merged(std::move(files), out);
}

Catalog load(const Sources& sources, const LoadOptions& options, LoadedFiles& last,
             Diagnostics& out) {
  last.resize(sources.size());
  LoadedFiles files(sources.size());
  for_each_index(files.size(), options.jobs, [&](std::size_t i) {
    const auto id = static_cast<SourceId>(i);
    const std::string_view path = sources.path(id);
    const std::uint64_t hash = hash64(sources.text(id));
    if (last[i].path != path || last[i].hash != hash) {
      last[i] = read_file(sources, id, options);
      last[i].path = path;
      last[i].hash = hash;
    }
    files[i] = last[i];
  });
  return merged(std::move(files), out);
}

}  // namespace waymark
