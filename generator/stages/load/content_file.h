// One file of content/ while it is read, and what all kinds of file have in common.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/front_matter.h"
#include "model/fields.h"
#include "stages/field_reader.h"
#include "stages/load.h"

namespace waymark {

// One file of content/ on its way into the catalog.
struct ContentFile {
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
  // Hugo's articles/x/index.md, with its pictures beside it, is the article x.
  bool is_bundle() const {
    return name() == "index.md" && std::count(path.begin(), path.end(), '/') == 2;
  }
  std::string_view stem() const {
    const std::string_view folder = path.substr(0, path.rfind('/'));
    return is_bundle() ? folder.substr(folder.rfind('/') + 1) : name().substr(0, name().rfind('.'));
  }
  bool is_markdown() const { return path.ends_with(".md"); }
};

// Reports top-level keys that are not in `known`.
void only_keys(const ContentFile& file, const Table& table,
               const std::vector<std::string_view>& known);
// The front matter and where the prose begins; nothing where the file cannot be read.
std::optional<FrontMatter> read_matter(const ContentFile& file);
// A file that holds nothing but data; where it cannot be read, nobody is told that its records of
// these kinds are unknown.
std::optional<Table> read_toml(const ContentFile& file, std::initializer_list<Kind> kinds);
void read_body(const ContentFile& file, Span span, Body& body);
// Each occupation must have a code or an address.
void check_occupations(const ContentFile& file, const Record& record,
                       const std::vector<Occupation>& occupations);

template <class T>
void read_fields(const ContentFile& file, const Table& table, Span place, std::string_view owner,
                 T& record) {
  FieldReader<T>(file.sources, file.out, table, place, owner, record).read();
}

// The `[[key]]` tables of a file; null, and a message, where something else bears the name.
const Array* tables_of(const ContentFile& file, const Value& list, std::string_view key);

// The `[[key]]` tables of a file, each a record.
template <class T>
void read_list(const ContentFile& file, const Table& table, std::string_view key,
               std::vector<T>& to) {
  const Value* list = find(table, key);
  if (list == nullptr) return;
  const Array* tables = tables_of(file, *list, key);
  if (tables == nullptr) return file.withhold(kind_of<T>, {});
  const std::string owner = std::string("the ").append(kind_name(kind_of<T>));
  for (const Value& value : *tables) {
    T& record = to.emplace_back();
    record.place = value.span;
    read_fields(file, *value.as<Table>(), value.span, owner, record);
  }
}

}  // namespace waymark
