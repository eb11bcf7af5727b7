#include "formats/json.h"

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

using nlohmann::ordered_json;

ordered_json convert(const Json& value) {
  return std::visit(
      [](const auto& data) -> ordered_json {
        using T = std::decay_t<decltype(data)>;
        if constexpr (std::is_same_v<T, std::vector<Json>>) {
          ordered_json list = ordered_json::array();
          for (const Json& item : data) list.push_back(convert(item));
          return list;
        } else if constexpr (std::is_same_v<T, Json::Members>) {
          ordered_json object = ordered_json::object();
          for (const auto& [name, member] : data) object[name] = convert(member);
          return object;
        } else {
          return data;
        }
      },
      value.data);
}

// Bytes that are not UTF-8 become U+FFFD; numbers that JSON cannot say (NaN) become null.
std::string write(const Json& value, int indent) {
  return convert(value).dump(indent, ' ', false, ordered_json::error_handler_t::replace);
}

constexpr int deepest = 100;

Json convert(const ordered_json& value) {
  if (value.is_boolean()) return {value.get<bool>()};
  if (value.is_string()) return {value.get<std::string>()};
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX)
    return {value.get<double>()};
  if (value.is_number_integer()) return {value.get<std::int64_t>()};
  if (value.is_number()) return {value.get<double>()};
  if (value.is_array()) {
    std::vector<Json> list;
    for (const ordered_json& item : value) list.push_back(convert(item));
    return {std::move(list)};
  }
  if (!value.is_object()) return {};
  Json::Members members;
  for (const auto& [name, item] : value.items()) members.emplace_back(name, convert(item));
  return {std::move(members)};
}

}  // namespace

std::string write_json(const Json& value) { return write(value, -1); }
std::string write_pretty_json(const Json& value) { return write(value, 2) + "\n"; }

// All of these stand in texts only, where an escape means the character.
std::string write_script_json(const Json& value) {
  constexpr std::string_view line_separators = "\xE2\x80";  // and A8 or A9
  const std::string json = write_json(value);
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = std::string_view(json).substr(i);
    if (rest.front() == '<') {
      safe += "\\u003c";
    } else if (rest.front() == '>') {
      safe += "\\u003e";
    } else if (rest.front() == '&') {
      safe += "\\u0026";
    } else if (rest.starts_with(line_separators) && (rest[2] == '\xA8' || rest[2] == '\xA9')) {
      safe += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      safe += rest.front();
    }
  }
  return safe;
}

std::optional<Json> read_json(std::string_view text) {
  bool is_too_deep = false;
  const auto watch_depth = [&](int depth, ordered_json::parse_event_t, ordered_json&) {
    is_too_deep = is_too_deep || depth > deepest;
    return !is_too_deep;
  };
  const ordered_json value = ordered_json::parse(text, watch_depth, false);
  if (value.is_discarded() || is_too_deep) return std::nullopt;
  return convert(value);
}

const Json& member(const Json& object, std::string_view name) {
  static const Json nothing;
  if (const auto* members = object.as<Json::Members>())
    for (const auto& [key, value] : *members)
      if (key == name) return value;
  return nothing;
}

}  // namespace waymark
