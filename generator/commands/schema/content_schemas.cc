#include "commands/schema/content_schemas.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "model/field_form.h"

namespace waymark {

namespace {

constexpr std::string_view id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";
constexpr std::string_view url_pattern = "^https?://[^/]";
constexpr std::string_view floor_pattern = "^ *>= *[0-9]+([.][0-9]+)? *$";

Json text(std::string_view written) { return {std::string(written)}; }

Json number(double value) {
  if (std::trunc(value) == value) return {static_cast<std::int64_t>(value)};
  return {value};
}

Json::Members typed(std::string_view type) { return {{"type", text(type)}}; }

Json::Members texts(std::string_view pattern) {
  return {{"type", text("string")}, {"pattern", text(pattern)}};
}

Json::Members table_schema(const std::vector<FieldForm>& forms);

// "Who says so. The id of a source."
std::string help_of(const FieldForm& form) {
  std::string help(form.field.help);
  if (form.form != Form::reference) return help;
  const std::string_view kind = kind_name(form.refers_to);
  const bool opens_with_vowel =
      std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
  return help + fmt::format(" {} of {} {}.", form.is_list ? "Ids, each" : "The id",
                            opens_with_vowel ? "an" : "a", kind);
}

// Of one value, where the field is a list of one element.
Json::Members element_schema(const FieldForm& form) {
  switch (form.form) {
    case Form::text:
      if (form.field.is_url) return texts(url_pattern);
      return {{"type", text("string")}, {"minLength", number(1)}};
    case Form::boolean:
      return typed("boolean");
    case Form::whole_number:
      return typed("integer");
    case Form::number:
      return typed("number");
    case Form::date:
      return texts(date_pattern);
    case Form::amount:
      return {{"type", {std::vector<Json>{text("number"), text("string")}}},
              {"pattern", text(floor_pattern)}};
    case Form::word: {
      std::vector<Json> words;
      for (const std::string_view word : form.words) words.push_back(text(word));
      return {{"enum", {std::move(words)}}};
    }
    case Form::id:
    case Form::reference:
      return texts(id_pattern);
    case Form::path:
      return {{"type", text("string")}, {"minLength", number(1)}};
    case Form::table:
      return table_schema(form.members);
    case Form::any_table:
      return typed("object");
  }
  return {};
}

Json field_schema(const FieldForm& form, std::string_view help) {
  Json::Members element = element_schema(form);
  if (std::isfinite(form.field.min)) element.emplace_back("minimum", number(form.field.min));
  if (std::isfinite(form.field.max)) element.emplace_back("maximum", number(form.field.max));
  Json::Members schema{{"description", text(help)}};
  if (form.is_list) {
    schema.emplace_back("type", text("array"));
    schema.emplace_back("items", Json{std::move(element)});
    if (form.field.required) schema.emplace_back("minItems", number(1));
  } else {
    schema.insert(schema.end(), element.begin(), element.end());
  }
  return {std::move(schema)};
}

// One of several names must be there.
Json any_name_of(const Field& field) {
  const auto required = [](std::string_view name) {
    return Json{Json::Members{{"required", {std::vector<Json>{text(name)}}}}};
  };
  std::vector<Json> choices{required(field.name)};
  for (const std::string_view synonym : field.synonyms) choices.push_back(required(synonym));
  return {Json::Members{{"anyOf", {std::move(choices)}}}};
}

// An object whose keys are declared, and no others.
Json::Members table_schema(const std::vector<FieldForm>& forms) {
  Json::Members properties;
  std::vector<Json> required;
  std::vector<Json> one_name_each;
  for (const FieldForm& form : forms) {
    const Field& field = form.field;
    properties.emplace_back(field.name, field_schema(form, help_of(form)));
    for (const std::string_view synonym : field.synonyms)
      properties.emplace_back(synonym,
                              field_schema(form, fmt::format("The same as \"{}\".", field.name)));
    if (!field.required) continue;
    if (field.synonyms.empty())
      required.push_back(text(field.name));
    else
      one_name_each.push_back(any_name_of(field));
  }
  Json::Members schema{{"type", text("object")}};
  if (!required.empty()) schema.emplace_back("required", Json{std::move(required)});
  if (!one_name_each.empty()) schema.emplace_back("allOf", Json{std::move(one_name_each)});
  schema.emplace_back("properties", Json{std::move(properties)});
  schema.emplace_back("additionalProperties", Json{false});
  return schema;
}

ContentSchema named(std::string_view name, std::string_view title, Json::Members content) {
  Json::Members schema{{"$schema", text("http://json-schema.org/draft-07/schema#")},
                       {"title", text(title)}};
  schema.insert(schema.end(), content.begin(), content.end());
  return {std::string(name), {std::move(schema)}};
}

template <class T>
ContentSchema record(std::string_view name, std::string_view title) {
  return named(name, title, table_schema(forms_of<T>()));
}

// [[key]] tables, each a T.
template <class T>
std::pair<std::string, Json> rows(std::string_view key) {
  return {std::string(key),
          {Json::Members{{"type", text("array")}, {"items", {table_schema(forms_of<T>())}}}}};
}

// A file of nothing but tables.
Json::Members file_of(Json::Members keys) {
  return {{"type", text("object")},
          {"properties", {std::move(keys)}},
          {"additionalProperties", {false}}};
}

// [source.ID]
Json::Members sources() {
  Json::Members by_id{{"type", text("object")},
                      {"propertyNames", {texts(id_pattern)}},
                      {"additionalProperties", {table_schema(forms_of<Source>())}}};
  return file_of({{"source", {std::move(by_id)}}});
}

// "old/path/" = "new/path/", or false.
Json::Members redirects() {
  const std::vector<Json> targets{
      {Json::Members{{"type", text("string")},
                     {"minLength", number(1)},
                     {"description", text("The page that took its place, from the site's root.")}}},
      {Json::Members{{"const", {false}}, {"description", text("The page is gone for good.")}}}};
  return {{"type", text("object")},
          {"additionalProperties", {Json::Members{{"anyOf", {targets}}}}}};
}

}  // namespace

std::vector<ContentSchema> content_schemas() {
  return {
      record<SiteSettings>("site", "content/site.toml: the guide's settings"),
      named("taxonomies", "content/taxonomies.toml: the words that records choose from",
            file_of({rows<Level>("level"), rows<Region>("region"), rows<Industry>("industry"),
                     rows<Tag>("tag"), rows<SkillKind>("skill_kind"), rows<Family>("family"),
                     rows<EducationLevel>("education")})),
      record<Home>("home", "content/home.md: the first page"),
      record<Role>("role", "content/roles/: a role"),
      record<Skill>("skill", "content/skills/: a skill"),
      record<Certification>("certification", "content/certifications/: a certification"),
      record<Article>("article", "content/articles/: an article"),
      record<PlainPage>("page", "content/pages/: a page of its own"),
      named("salaries", "content/salaries/: rows of pay", file_of({rows<Salary>("salary")})),
      named("figures", "content/figures/: numbers with a source",
            file_of({rows<Figure>("figure")})),
      named("disputes", "content/disputes.toml: where sources disagree",
            file_of({rows<Dispute>("dispute")})),
      named("sources", "content/sources.toml: who says so", sources()),
      named("titles", "content/titles.toml: names that employers use",
            file_of({rows<JobTitle>("title")})),
      named("redirects", "content/redirects.toml: old addresses", redirects()),
  };
}

Result<Done> write_schemas(FileSystem& files, const std::string& folder) {
  for (const ContentSchema& schema : content_schemas()) {
    const std::string path = join_path(folder, schema.name + ".json");
    if (auto written = files.write(path, write_pretty_json(schema.schema)); !written)
      return written.failure();
  }
  return Done{};
}

}  // namespace waymark
