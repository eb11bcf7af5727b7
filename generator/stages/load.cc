#include "stages/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <initializer_list>
#include <iterator>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "formats/document_start.h"
#include "formats/front_matter.h"
#include "formats/markdown.h"
#include "formats/sentence.h"
#include "formats/toml.h"
#include "model/fields.h"
#include "stages/field_reader.h"

namespace waymark {

namespace {

// One file of content/ on its way into the catalog.
struct File {
  const Sources& sources;
  SourceId id;
  std::string_view path;  // below content/
  const LoadOptions& options;
  Catalog& to;
  Diagnostics& out;

  Span whole() const { return {id, 0, static_cast<std::uint32_t>(sources.text(id).size())}; }
  Span start() const { return {id, 0, 0}; }
  void withhold(Kind kind, std::string record, std::string why = {}) const {
    to.withheld.push_back({kind, std::move(record), std::move(why), id});
  }
  std::string_view name() const { return path.substr(path.rfind('/') + 1); }
  std::string_view stem() const { return name().substr(0, name().rfind('.')); }
  bool is_markdown() const { return path.ends_with(".md"); }
};

template <class T>
void read_fields(const File& file, const Table& table, Span place, std::string_view owner,
                 T& record) {
  FieldReader<T>(file.sources, file.out, table, place, owner, record).read();
}

// The `[[key]]` tables of a file, each a record.
template <class T>
void read_list(const File& file, const Table& table, std::string_view key, std::vector<T>& to) {
  const Value* list = find(table, key);
  if (list == nullptr) return;
  const Array* tables = list->as<Array>();
  const auto is_table = [](const Value& value) { return value.as<Table>() != nullptr; };
  if (tables == nullptr || !std::all_of(tables->begin(), tables->end(), is_table)) {
    file.out.error(list->span, fmt::format("\"{}\" must be tables", key))
        .notes.push_back({fmt::format("begin each with a line [[{}]]", key), {}});
    return file.withhold(kind_of<T>, {});
  }
  const std::string owner = fmt::format("the {}", kind_name(kind_of<T>));
  for (const Value& value : *tables) {
    T& record = to.emplace_back();
    record.place = value.span;
    read_fields(file, *value.as<Table>(), value.span, owner, record);
  }
}

// Reports top-level keys that are not in `known`.
void only_keys(const File& file, const Table& table, const std::vector<std::string_view>& known) {
  ValueReader values(file.sources, file.out);
  for (const Member& member : table)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      values.unknown_key(member, known, "this file");
}

bool is_utf8(const File& file) {
  const std::string_view text = file.sources.text(file.id);
  const auto invalid = first_invalid_utf8(text);
  if (!invalid) return true;
  const auto at = static_cast<std::uint32_t>(*invalid);
  file.out
      .error({file.id, at, at + 1}, fmt::format("the file is not UTF-8: byte 0x{:02X}",
                                                static_cast<unsigned char>(text[at])))
      .notes.push_back({"save it with the encoding UTF-8", {}});
  return false;
}

std::optional<FrontMatter> read_matter(const File& file) {
  if (!is_utf8(file)) return std::nullopt;
  return read_front_matter(file.sources, file.id, file.out);
}

// A file that holds nothing but data; where it cannot be read, nobody is told that its records of
// these kinds are unknown.
std::optional<Table> read_toml(const File& file, std::initializer_list<Kind> kinds) {
  std::optional<Table> table;
  if (is_utf8(file)) table = parse_toml(file.sources, file.whole(), file.out);
  if (!table)
    for (const Kind kind : kinds) file.withhold(kind, {});
  return table;
}

void read_body(const File& file, Span span, Body& body) {
  body.span = span;
  body.document = parse_markdown(file.sources, span, RawHtml::refused, file.out);
}

// Why an entry is not published in this run; empty where it is.
std::string withheld(const Entry& entry, const LoadOptions& options) {
  if (entry.expires && *entry.expires <= options.as_of) return "expired on " + iso(*entry.expires);
  if (options.drafts) return {};
  if (entry.draft) return "is a draft";
  if (entry.date && *entry.date > options.as_of)
    return "is not published before " + iso(*entry.date);
  return {};
}

std::string id_of_file(const File& file) {
  const std::string_view stem = file.stem();
  if (is_id(stem)) return std::string(stem);
  Diagnostic& error =
      file.out.error(file.start(), fmt::format("the file's name \"{}\" is no id", stem));
  error.notes.push_back({"an id is made of lower-case letters, digits and hyphens", {}});
  if (const std::string better = to_id(stem); !better.empty())
    error.notes.push_back(
        {fmt::format("rename it to {}{}", better, file.name().substr(stem.size())), {}});
  return {};
}

// What an imported text does not say, from its prose. Where a person should decide, a warning.
void complete(const File& file, Article& article) {
  constexpr std::size_t longest_summary = 160;  // what search engines show
  ValueReader values(file.sources, file.out);
  const Document& document = article.body.document;
  const auto lacks = [&](std::string_view key) {
    return std::none_of(article.values.begin(), article.values.end(),
                        [&](const auto& value) { return value.first == key; });
  };
  const auto warn = [&](std::string_view key, std::string_view instead, std::string_view text) {
    file.out
        .warning(article.place, fmt::format("the article has no \"{}\"; {} is used", key, instead))
        .notes.push_back({fmt::format("it reads: {}", text), {}});
  };
  if (lacks("title") && !document.headings.empty()) {
    const Heading& first = document.headings.front();
    article.title = first.text;
    if (first.level > 1) warn("title", "its first heading", first.text);
  } else if (lacks("title")) {
    values.missing_key({.name = "title", .help = "The name, as headings and links show it."},
                       article.place, "the article");
  }
  const auto text = lacks("summary") ? first_text(document) : std::nullopt;
  if (text) {
    article.summary = first_sentence(document, *text, longest_summary);
    warn("summary", "its first sentence", article.summary);
  } else if (lacks("summary")) {
    values.missing_key({.name = "summary", .help = "One sentence: what it is."}, article.place,
                       "the article");
  }
}

// Reads the file's data, and its prose where it has some; false where it cannot be read.
template <class T>
bool read_record(const File& file, T& record) {
  const std::string owner = fmt::format("the {}", kind_name(kind_of<T>));
  if (!file.is_markdown()) {
    const auto table = read_toml(file, {});
    if (table) read_fields(file, *table, record.place, owner, record);
    return table.has_value();
  }
  const auto matter = read_matter(file);
  if (!matter) return false;
  record.place = matter->fence;
  if (matter->table.empty()) {
    file.out.error(matter->fence, fmt::format("{} has no front matter", owner))
        .notes.push_back(
            {"begin the file with a line +++, then title = \"...\", then a line +++", {}});
    return false;
  }
  read_fields(file, matter->table, matter->fence, owner, record);
  read_body(file, matter->body, record.body);
  return true;
}

void check_occupations(const File& file, const Record& record,
                       const std::vector<Occupation>& occupations) {
  for (const Occupation& occupation : occupations)
    if (occupation.code.empty() && occupation.url.empty())
      file.out.error(record.at("occupations"), "an occupation has neither \"code\" nor \"url\"")
          .notes.push_back({"code: its code, 15-2051; url: its page", {}});
}

// What no single field can tell.
void check_record(const File&, const Entry&) {}
void check_record(const File& file, const Role& role) {
  check_occupations(file, role, role.occupations);
}
// Later dates may overtake a status; on the day that it was read it cannot contradict them.
void check_record(const File& file, const Certification& certification) {
  if (!certification.retires) return;
  if (certification.available && *certification.retires < *certification.available)
    file.out.error(certification.at("retires"), "the last day comes before the first one")
        .notes.push_back({"the first day is here", certification.at("available")});
  if (!certification.checked) return;
  const bool is_over = *certification.retires < *certification.checked;
  const bool is_retired = certification.status == CertificationStatus::retired;
  if (is_over == is_retired) return;
  file.out
      .error(certification.at("status"),
             fmt::format("the status is \"{}\", but the last day was {} when it was checked",
                         word(certification.status), is_over ? "over" : "still to come"))
      .notes.push_back({"the last day is here", certification.at("retires")});
}

// A record with a page: one file, the front matter its data, the rest its prose.
template <class T>
void read_entry(const File& file, std::vector<T>& to) {
  T record;
  record.id = id_of_file(file);
  record.place = file.start();
  if (!read_record(file, record)) return file.withhold(kind_of<T>, record.id);
  if constexpr (std::same_as<T, Article>) complete(file, record);
  drop_repeated_title(record.body.document, record.title);
  // Who refers to it by its better name has made no mistake.
  if (record.id.empty()) return file.withhold(kind_of<T>, to_id(file.stem()));
  check_record(file, record);
  if (std::string why = withheld(record, file.options); !why.empty()) {
    file.withhold(kind_of<T>, record.id, std::move(why));
  } else {
    to.push_back(std::move(record));
  }
}

void read_settings(const File& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  SiteSettings& settings = file.to.settings;
  settings.place = file.start();
  read_fields(file, *table, file.start(), "the site", settings);
  if (settings.base_url.find_first_of("?#") != std::string::npos)
    file.out.error(settings.at("base_url"), "\"base_url\" is no folder")
        .notes.push_back({"leave out what begins with ? or #: https://example.org/guide/", {}});
}

void read_home(const File& file) {
  const auto matter = read_matter(file);
  if (!matter) return;
  file.to.home.place = matter->fence;
  read_fields(file, matter->table, matter->fence, "the home page", file.to.home);
  read_body(file, matter->body, file.to.home.body);
}

void read_taxonomies(const File& file) {
  const auto table = read_toml(file, {Kind::level, Kind::region, Kind::industry, Kind::tag,
                                      Kind::skill_kind, Kind::family, Kind::education});
  if (!table) return;
  Taxonomies& to = file.to.taxonomies;
  only_keys(file, *table,
            {"level", "region", "industry", "tag", "skill_kind", "family", "education"});
  read_list(file, *table, "level", to.levels);
  read_list(file, *table, "region", to.regions);
  read_list(file, *table, "industry", to.industries);
  read_list(file, *table, "tag", to.tags);
  read_list(file, *table, "skill_kind", to.skill_kinds);
  read_list(file, *table, "family", to.families);
  read_list(file, *table, "education", to.education);
}

// [source.ID] tables: the key is the id.
void read_sources(const File& file) {
  const auto table = read_toml(file, {Kind::source});
  if (!table) return;
  only_keys(file, *table, {"source"});
  const Value* all = find(*table, "source");
  const Table* sources = all == nullptr ? nullptr : all->as<Table>();
  if (all != nullptr && sources == nullptr)
    file.out.error(all->span, "\"source\" must be tables")
        .notes.push_back({"begin each with a line [source.ID]", {}});
  if (sources == nullptr) return;
  ValueReader values(file.sources, file.out);
  for (const Member& member : *sources) {
    Source record;
    record.place = member.key_span;
    const Field id{.name = "source", .help = "Its id."};
    if (!values.id({member.key, member.key_span}, id, record.id)) continue;
    const Table* fields = values.table(member.value, id);
    if (fields == nullptr) continue;
    read_fields(file, *fields, member.key_span, "the source", record);
    file.to.sources.push_back(std::move(record));
  }
}

// The amounts of a row must grow with the percentile, and there must be one.
void check_amounts(const File& file, const Salary& row) {
  const std::array<std::pair<std::string_view, const std::optional<Amount>*>, 5> percentiles{
      {{"p10", &row.p10},
       {"p25", &row.p25},
       {"median", &row.median},
       {"p75", &row.p75},
       {"p90", &row.p90}}};
  const std::pair<std::string_view, const std::optional<Amount>*>* last = nullptr;
  for (const auto& percentile : percentiles) {
    if (!percentile.second->has_value()) continue;
    if (last != nullptr && (*percentile.second)->value < (*last->second)->value)
      file.out.error(row.at(percentile.first),
                     fmt::format("\"{}\" is smaller than \"{}\"", percentile.first, last->first));
    last = &percentile;
  }
  if (last == nullptr && !row.mean)
    file.out.error(row.place, "the salary has no amount")
        .notes.push_back({"give one or more of p10, p25, median, p75, p90, mean", {}});
}

void read_salaries(const File& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  only_keys(file, *table, {"salary"});
  read_list(file, *table, "salary", file.to.salaries);
  for (const Salary& row : file.to.salaries) {
    check_amounts(file, row);
    if (row.role.name.empty() && row.occupation.empty())
      file.out.error(row.place, "the salary has neither \"role\" nor \"occupation\"")
          .notes.push_back({"role: the role it is for; occupation: an official code, 15-2051", {}});
    if (!row.role.name.empty() && !row.occupation.empty())
      file.out.error(row.at("occupation"), "the salary has both \"role\" and \"occupation\"")
          .notes.push_back({"keep the one that its source speaks of", {}});
  }
}

void read_figures(const File& file) {
  const auto table = read_toml(file, {Kind::figure});
  if (!table) return;
  only_keys(file, *table, {"figure"});
  read_list(file, *table, "figure", file.to.figures);
}

void read_disputes(const File& file) {
  const auto table = read_toml(file, {Kind::dispute});
  if (!table) return;
  only_keys(file, *table, {"dispute"});
  read_list(file, *table, "dispute", file.to.disputes);
}

void read_titles(const File& file) {
  const auto table = read_toml(file, {Kind::title});
  if (!table) return;
  only_keys(file, *table, {"title"});
  read_list(file, *table, "title", file.to.titles);
  for (const JobTitle& title : file.to.titles) check_occupations(file, title, title.occupations);
}

// "old/path/" = "new/path/", or = false where a page is gone on purpose.
void read_redirects(const File& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  const ValueReader values(file.sources, file.out);
  for (const auto& [from, from_span, value] : *table) {
    Redirect redirect{{from, from_span}, std::nullopt};
    const auto* to = value.as<std::string>();
    const auto* published = value.as<bool>();
    if (to != nullptr) redirect.to = SitePath{*to, values.inner(value)};
    if (to == nullptr && (published == nullptr || *published))
      file.out.error(value.span, fmt::format("\"{}\" leads neither to a page nor to false", from))
          .notes.push_back({"write the page's path, \"roles/welder/\", or false without quotes "
                            "where there is none any more",
                            {}});
    else
      file.to.redirects.push_back(std::move(redirect));
  }
}

// Who reads which file: the whole content folder in one list.
struct Reader {
  std::string_view path;  // a file, or a folder when it ends in a slash
  bool markdown;
  bool toml;
  void (*read)(const File&);
};

constexpr std::array<Reader, 14> readers{{
    {"site.toml", false, true, read_settings},
    {"taxonomies.toml", false, true, read_taxonomies},
    {"home.md", true, false, read_home},
    {"sources.toml", false, true, read_sources},
    {"disputes.toml", false, true, read_disputes},
    {"titles.toml", false, true, read_titles},
    {"redirects.toml", false, true, read_redirects},
    {"articles/", true, true, [](const File& file) { read_entry(file, file.to.articles); }},
    {"roles/", true, true, [](const File& file) { read_entry(file, file.to.roles); }},
    {"skills/", true, true, [](const File& file) { read_entry(file, file.to.skills); }},
    {"certifications/", true, true,
     [](const File& file) { read_entry(file, file.to.certifications); }},
    {"pages/", true, true, [](const File& file) { read_entry(file, file.to.pages); }},
    {"salaries/", false, true, read_salaries},
    {"figures/", false, true, read_figures},
}};

const Reader* reader_of(const File& file) {
  const std::string_view folder = file.path.substr(0, file.path.size() - file.name().size());
  for (const Reader& reader : readers) {
    const bool here = reader.path.ends_with('/') ? folder == reader.path : file.path == reader.path;
    if (here && (file.is_markdown() ? reader.markdown : reader.toml)) return &reader;
  }
  return nullptr;
}

void report_unread(const File& file) {
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

void load_file(const File& file) {
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
