#include "template_values.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "catch.h"
#include "formats/report.h"
#include "formats/view_value.h"
#include "memory_file_system.h"
#include "stages/derive.h"
#include "stages/link.h"
#include "stages/load.h"
#include "stages/read.h"
#include "stages/render.h"

namespace waymark {
namespace {

namespace fs = std::filesystem;
using ValueKind = ViewValue::Kind;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Files that come later take the place of those of the same path.
void put_files(const fs::path& from, const std::string& to, MemoryFileSystem& files) {
  if (!fs::is_directory(from)) return;
  for (const auto& entry : fs::recursive_directory_iterator(from))
    if (entry.is_regular_file())
      files.put(to + fs::relative(entry.path(), from).generic_string(), text_of(entry.path()));
}

void put_site(const fs::path& site, MemoryFileSystem& files) {
  for (const std::string folder : {"content/", "assets/"})
    put_files(site / folder, "site/" + folder, files);
}

Sources read_site(const fs::path& site, Diagnostics& out) {
  const fs::path root = WAYMARK_SOURCE_DIR;
  MemoryFileSystem files;
  put_files(root / "templates", "theme/templates/", files);
  if (fs::exists(site / "extends"))
    put_site(root / "tests/sites" / std::string(trim(text_of(site / "extends"))), files);
  put_site(site, files);
  auto sources = read(files, "site", "theme", 1, out);
  REQUIRE(sources);
  return std::move(*sources);
}

void add_values(const fs::path& folder, TemplateValues& values) {
  Diagnostics out;
  const Sources sources = read_site(folder, out);
  const Date day{2026, 11, 21};
  const auto site = link(sources, load(sources, {day, false, 1}, out), out);
  INFO(report(out, sources, {}));
  REQUIRE((site && !out.has_errors()));
  RenderOptions options{"https://example.org/trades/", day};
  options.fingerprints = false;
  options.on_values = [&](std::string_view name, const View& shared, const View& own) {
    values[""].merge(shared.value());
    values[std::string(name)].merge(own.value());
  };
  render(sources, *site, derive(*site, day), options, out);
}

std::string_view kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::boolean:
      return "yes or no";
    case ValueKind::integer:
    case ValueKind::real:
      return "number";
    case ValueKind::text:
      return "text";
    case ValueKind::markup:
      return "markup";
    case ValueKind::object:
      return "group";
    case ValueKind::list:
      return "list";
    case ValueKind::nothing:
      break;
  }
  return {};
}

std::string example_of(const ViewValue& value) {
  switch (value.kind) {
    case ValueKind::boolean:
      return value.boolean ? "yes" : "no";
    case ValueKind::integer:
      return std::to_string(value.integer);
    case ValueKind::real:
      return (std::ostringstream() << value.real).str();
    case ValueKind::text:
    case ValueKind::markup:
      return std::string(value.text());
    default:
      return {};
  }
}

// "trades" first, for its examples.
std::vector<fs::path> sites() {
  const fs::path root = fs::path(WAYMARK_SOURCE_DIR) / "tests/sites";
  std::set<fs::path> cases;
  for (const auto& feature : fs::directory_iterator(root)) {
    if (!feature.is_directory()) continue;
    for (const auto& entry : fs::directory_iterator(feature)) {
      const bool is_whole =
          fs::exists(entry.path() / "extends") && !fs::exists(entry.path() / "removed");
      const bool has_mistakes = fs::exists(entry.path() / "expected.stderr");
      if (is_whole && !has_mistakes && !fs::exists(entry.path() / "templates")) cases.insert(entry);
    }
  }
  std::vector<fs::path> found{root / "trades"};
  found.insert(found.end(), cases.begin(), cases.end());
  return found;
}

}  // namespace

TemplateValues find_template_values() {
  TemplateValues values;
  for (const fs::path& site : sites()) add_values(site, values);
  return values;
}

void ValueShape::merge(const ViewValue& value) {
  if (value.kind == ValueKind::nothing) return;
  kinds.emplace(kind_name(value.kind));
  is_open = is_open || value.open;
  if (example.empty()) example = example_of(value);
  if (value.kind == ValueKind::object)
    for (const ViewItem* item = value.items.first; item; item = item->next)
      members[std::string(item->name)].merge(item->value);
  if (value.kind == ValueKind::list)
    for (const ViewItem* item = value.items.first; item; item = item->next) {
      if (!element) element = std::make_unique<ValueShape>();
      element->merge(item->value);
    }
}

void ValueShape::merge(const ValueShape& other) {
  kinds.insert(other.kinds.begin(), other.kinds.end());
  is_open = is_open || other.is_open;
  if (example.empty()) example = other.example;
  for (const auto& [name, member] : other.members) members[name].merge(member);
  if (!other.element) return;
  if (!element) element = std::make_unique<ValueShape>();
  element->merge(*other.element);
}

}  // namespace waymark
