#include "commands/new/record_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "formats/json.h"

namespace waymark {

namespace {

constexpr std::size_t most_listed = 12;  // ids in a comment

// TOML's escapes are JSON's.
std::string in_quotes(std::string_view text) { return write_json({std::string(text)}); }

std::vector<std::string_view> ids_of(const Catalog& site, Kind kind) {
  std::vector<std::string_view> ids;
  const auto add = [&]<class T>(const std::vector<T>& records) {
    if (kind_of<T> != kind) return;
    for (const T& record : records) ids.push_back(record.id);
  };
  std::apply([&](const auto&... records) { (add(records), ...); }, lists(site));
  return ids;
}

bool is_taxonomy(Kind kind) { return kind >= Kind::level; }

// "One of: entry, senior.", "One of 120 sources.", or nothing.
std::string choices(const FieldForm& form, const NewRecord& record) {
  if (form.form == Form::word) return fmt::format(" One of: {}.", fmt::join(form.words, ", "));
  if (form.form != Form::reference) return {};
  const std::vector<std::string_view> ids = ids_of(record.site, form.refers_to);
  const std::string_view each = form.is_list ? "Each one of" : "One of";
  if (ids.empty()) return fmt::format(" There is no {} yet.", kind_name(form.refers_to));
  if (ids.size() > most_listed)
    return fmt::format(" {} the {} in content/{}.", each, ids.size(),
                       is_taxonomy(form.refers_to) ? "taxonomies.toml"
                       : form.refers_to == Kind::source
                           ? "sources.toml"
                           : std::string(kind_folder(form.refers_to)) + "/");
  return fmt::format(" {}: {}.", each, fmt::join(ids, ", "));
}

std::string value_text(const FieldForm& form, const NewRecord& record);

// { id = "wiring", importance = 1 }
std::string table_text(const FieldForm& form, const NewRecord& record) {
  std::vector<std::string> members;
  for (const FieldForm& inner : form.members)
    if (inner.field.required)
      members.push_back(fmt::format("{} = {}", inner.field.name, value_text(inner, record)));
  return members.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(members, ", "));
}

// Where no draft protects the reader, a reference that cannot be guessed stays open.
std::string reference_text(const FieldForm& form, const NewRecord& record) {
  const std::vector<std::string_view> ids = ids_of(record.site, form.refers_to);
  const bool is_guess =
      form.field.required && record.placeholder.empty() && !is_taxonomy(form.refers_to);
  return in_quotes(ids.empty() || is_guess ? "" : ids.front());
}

std::string text_of(const Field& field, const NewRecord& record) {
  if (field.name == "title") return in_quotes(record.title);
  if (field.name == "currency") return in_quotes(record.site.settings.currency);
  return in_quotes(field.is_url ? "https://example.org/" : record.placeholder);
}

std::string whole_number_text(const Field& field, const NewRecord& record) {
  if (field.name == "year") return std::to_string(record.as_of.year);
  return fmt::format("{}", std::max(field.min, 0.0));
}

std::string element_text(const FieldForm& form, const NewRecord& record) {
  switch (form.form) {
    case Form::text:
      return text_of(form.field, record);
    case Form::boolean:
      return "true";
    case Form::whole_number:
      return whole_number_text(form.field, record);
    case Form::number:
    case Form::amount:
      return "0";
    case Form::date:
      return iso(record.as_of);
    case Form::word:
      return in_quotes(form.words.front());
    case Form::id:
      return in_quotes(record.id);
    case Form::reference:
      return reference_text(form, record);
    case Form::path:
      return in_quotes("old/path/");
    case Form::table:
    case Form::any_table:
      return table_text(form, record);
  }
  return {};
}

std::string value_text(const FieldForm& form, const NewRecord& record) {
  const std::string element = element_text(form, record);
  return form.is_list ? "[" + element + "]" : element;
}

}  // namespace

std::string record_text(const std::vector<FieldForm>& forms, const NewRecord& record) {
  std::string must;
  std::string may;
  for (const FieldForm& form : forms) {
    const Field& field = form.field;
    const std::string meaning = fmt::format("# {}{}\n", field.help, choices(form, record));
    const std::string line = fmt::format("{} = {}\n", field.name, value_text(form, record));
    const bool is_filled =
        std::find(record.filled.begin(), record.filled.end(), field.name) != record.filled.end();
    if (field.required || is_filled)
      must += meaning + line;
    else
      may += meaning + "# " + line;
  }
  return must + "\n# The rest may be left out.\n" + may;
}

}  // namespace waymark
