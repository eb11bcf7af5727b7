// Writes and reads JSON. nlohmann-json below.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark {

// A JSON document; members keep their order.
struct Json {
  using Members = std::vector<std::pair<std::string, Json>>;
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, std::vector<Json>, Members>
      data = nullptr;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&data);
  }
};

std::string write_json(const Json& value);         // one line, no spaces
std::string write_pretty_json(const Json& value);  // two spaces, a final newline
// One line that means the same and may stand inside a <script>: no "<", ">", "&", U+2028, U+2029.
std::string write_script_json(const Json& value);

// Nothing for what is no JSON, or is nested over 100 deep. Of members with one name the last
// counts.
std::optional<Json> read_json(std::string_view text);
// The member of an object; null where it has none, or `object` is something else.
const Json& member(const Json& object, std::string_view name);

}  // namespace waymark
