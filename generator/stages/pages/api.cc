// Every record, comparison and path as JSON: one file for each kind, an index of them, and the
// schema that they follow.
#include <fmt/format.h>

#include "base/parallel.h"
#include "stages/pages/api/files.h"
#include "stages/pages/pages.h"

namespace waymark {
namespace {

// Of the format: a property that is added leaves it as it is; one that is removed, renamed or means
// something else makes it higher.
constexpr std::int64_t version = 1;

std::vector<ApiFile> api_files() {
  return {roles_file(),    skills_file(),      certifications_file(), articles_file(),
          salaries_file(), figures_file(),     disputes_file(),       sources_file(),
          titles_file(),   comparisons_file(), paths_file(),          taxonomies_file(),
          search_file()};
}

std::string path_of(std::string_view name) { return fmt::format("api/{}.json", name); }
std::string schema_of(std::string_view name) { return fmt::format("schema.json#/$defs/{}", name); }

// Of what every file begins with.
Json::Members header(std::string_view name) {
  return {{"$schema", {schema_of(name)}}, {"version", {version}}};
}
Json::Members header_schema(std::string_view name) {
  return {{"$schema", schema::constant({schema_of(name)})},
          {"version", with_help(schema::constant({version}), "Of the format.")}};
}

Json id_schema(std::string_view where) {
  return with_help(schema::text(), fmt::format("The id of {}.", where));
}

Json index_schema() {
  Json::Members properties = header_schema("index");
  const Json file = object_schema("A file of api/.", {{"kind", schema::text()},
                                                      {"url", schema::text()},
                                                      {"count", schema::whole_number()},
                                                      {"description", schema::text()}});
  properties.insert(
      properties.end(),
      {{"title", with_help(schema::text(), "Of the guide.")},
       {"language", schema::text()},
       {"base_url",
        with_help(schema::text(), "Where the guide is published: every `url` is relative to it.")},
       {"as_of", with_help(schema::date(), "The day for which status and age are told.")},
       {"schema", with_help(schema::text(), "This file, from the site's root.")},
       {"files", schema::list(file)}});
  return object_schema("What there is.", std::move(properties));
}

Json schema_document(const std::vector<ApiFile>& files) {
  Json::Members definitions{{"index", index_schema()}};
  for (const ApiFile& file : files) {
    Json::Members properties = header_schema(file.kind);
    properties.emplace_back("items", schema::list(schema::part(file.item)));
    definitions.emplace_back(file.kind, object_schema(file.help, std::move(properties)));
    definitions.emplace_back(file.item, file.item_schema);
    definitions.emplace_back(fmt::format("id_of_{}", file.kind),
                             id_schema(fmt::format("an item of {}.json", file.kind)));
  }
  for (const std::string_view name : taxonomy_names)
    definitions.emplace_back(fmt::format("id_of_{}", name),
                             id_schema(fmt::format("a term of {} in taxonomies.json", name)));
  for (auto& part : part_schemas()) definitions.push_back(std::move(part));
  return {Json::Members{
      {"$schema", json_text("https://json-schema.org/draft/2020-12/schema")},
      {"title", json_text("The files of api/")},
      {"description",
       json_text("Each file names its own definition. What is not known is null, never 0. Every "
                 "`url` is relative to the site's root, every `address` is absolute.")},
      {"$defs", {std::move(definitions)}}}};
}

Json index_document(const ApiGuide& api, const std::vector<ApiFile>& files,
                    const std::vector<std::size_t>& counts) {
  const SiteSettings& settings = api.site->settings;
  std::vector<Json> list;
  for (std::size_t i = 0; i < files.size(); ++i)
    list.push_back({Json::Members{{"kind", json_text(files[i].kind)},
                                  {"url", {path_of(files[i].kind)}},
                                  {"count", json_count(counts[i])},
                                  {"description", json_text(files[i].help)}}});
  Json::Members members = header("index");
  members.insert(members.end(), {{"title", json_text(settings.title)},
                                 {"language", json_text(settings.language)},
                                 {"base_url", json_text(api.guide.options.base_url)},
                                 {"as_of", {iso(api.guide.options.as_of)}},
                                 {"schema", {path_of("schema")}},
                                 {"files", {std::move(list)}}});
  return {std::move(members)};
}

}  // namespace

void add_api(const Guide& guide, Pages& pages) {
  const ApiGuide api(guide);
  const std::vector<ApiFile> files = api_files();
  std::vector<std::size_t> counts(files.size());
  Pages made(files.size());
  for_each_index(files.size(), guide.options.jobs, [&](std::size_t i, unsigned) {
    std::vector<Json> items = files[i].items(api);
    counts[i] = items.size();
    Json::Members members = header(files[i].kind);
    members.emplace_back("items", Json{std::move(items)});
    made[i] = {.path = path_of(files[i].kind), .bytes = write_json({std::move(members)})};
  });
  for (Page& page : made) pages.push_back(std::move(page));
  pages.push_back(
      {.path = path_of("index"), .bytes = write_json(index_document(api, files, counts))});
  pages.push_back({.path = path_of("schema"), .bytes = write_json(schema_document(files))});
}

}  // namespace waymark
