// Writes JSON. nlohmann-json below.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark {

// A JSON document to be written; members keep their order.
struct Json {
  using Members = std::vector<std::pair<std::string, Json>>;
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, std::vector<Json>, Members>
      data = nullptr;
};

std::string write_json(const Json& value);         // one line, no spaces
std::string write_pretty_json(const Json& value);  // two spaces, a final newline
// One line that means the same and may stand inside a <script>: no "<", ">", "&", U+2028, U+2029.
std::string write_script_json(const Json& value);

}  // namespace waymark
