#include "stages/pages/api/shape.h"

#include <utility>

namespace waymark {

namespace schema {
namespace {

Json type(std::string_view name) { return {Json::Members{{"type", json_text(name)}}}; }

Json formatted(std::string_view format) {
  return {Json::Members{{"type", json_text("string")}, {"format", json_text(format)}}};
}

}  // namespace

Json text() { return type("string"); }
Json number() { return type("number"); }
Json whole_number() { return type("integer"); }
Json boolean() { return type("boolean"); }
Json date() { return formatted("date"); }
Json address() { return formatted("uri"); }

Json part(std::string_view name) {
  return {Json::Members{{"$ref", {"#/$defs/" + std::string(name)}}}};
}

Json id_of(std::string_view kind) { return part("id_of_" + std::string(kind)); }

Json words(std::vector<Json> values) { return {Json::Members{{"enum", {std::move(values)}}}}; }

Json list(Json of) {
  return {Json::Members{{"type", json_text("array")}, {"items", std::move(of)}}};
}

Json nullable(Json of) {
  return {Json::Members{{"anyOf", {std::vector<Json>{std::move(of), type("null")}}}}};
}

Json constant(Json value) { return {Json::Members{{"const", std::move(value)}}}; }

}  // namespace schema

Json object_schema(std::string_view help, Json::Members properties) {
  std::vector<Json> required;
  for (const auto& [name, schema] : properties) required.push_back({name});
  return {Json::Members{{"description", json_text(help)},
                        {"type", json_text("object")},
                        {"required", {std::move(required)}},
                        {"properties", {std::move(properties)}}}};
}

Json with_help(Json schema, std::string_view help) {
  if (!help.empty())
    std::get<Json::Members>(schema.data).emplace_back("description", json_text(help));
  return schema;
}

}  // namespace waymark
