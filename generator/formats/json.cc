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

}  // namespace

std::string write_json(const Json& value) { return write(value, -1); }
std::string write_pretty_json(const Json& value) { return write(value, 2) + "\n"; }

}  // namespace waymark
