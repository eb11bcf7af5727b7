// The objects of api/, each declared once: what a property is called, what it may hold, what it
// means, and how it is made. The files and their schema (JSON Schema 2020-12) both come from that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/json.h"
#include "stages/pages/api/values.h"

namespace waymark {

// What a property may hold.
namespace schema {
Json text();
Json number();
Json whole_number();
Json boolean();
Json date();
Json address();                        // absolute, on the web
Json part(std::string_view name);      // another object of the schema
Json id_of(std::string_view kind);     // of an item of that file: "roles"
Json words(std::vector<Json> values);  // one of them
Json list(Json of);
Json nullable(Json of);
Json constant(Json value);
// Of an enumeration that authors write in words.
template <class E>
Json one_of() {
  std::vector<Json> values;
  for (const std::string_view word : Words<E>::words) values.push_back(json_text(word));
  return words(std::move(values));
}
}  // namespace schema

template <class T>
struct Property {
  std::string_view name;
  Json schema;
  std::string_view help;
  Json (*value)(const T&);
};

template <class T>
using Shape = std::vector<Property<T>>;

template <class T>
Json make_object(const Shape<T>& shape, const T& from) {
  Json::Members members;
  members.reserve(shape.size());
  for (const Property<T>& property : shape)
    members.emplace_back(property.name, property.value(from));
  return {std::move(members)};
}

// An object of which every property is there.
Json object_schema(std::string_view help, std::vector<std::pair<std::string, Json>> properties);
// The schema of a property with its line of help.
Json with_help(Json schema, std::string_view help);

template <class T>
Json schema_of(const Shape<T>& shape, std::string_view help) {
  Json::Members properties;
  for (const Property<T>& property : shape)
    properties.emplace_back(property.name, with_help(property.schema, property.help));
  return object_schema(help, std::move(properties));
}

// First the properties of `shape`, then those of `more`.
template <class T>
Shape<T> operator+(Shape<T> shape, const Shape<T>& more) {
  shape.insert(shape.end(), more.begin(), more.end());
  return shape;
}

}  // namespace waymark
