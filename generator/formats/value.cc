#include "formats/value.h"

#include <algorithm>
#include <array>

namespace waymark {

const Value* find(const Table& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Member& m) { return m.key == key; });
  return found == table.end() ? nullptr : &found->value;
}

std::string_view type_name(const Value& value) {
  // In the order of the variant's alternatives.
  static constexpr std::array<std::string_view, 8> names{"nothing",  "true or false", "a whole number",
                                                         "a number", "a text",      "a date",
                                                         "a list",   "a table"};
  static_assert(std::variant_size_v<decltype(Value::data)> == names.size());
  return names[value.data.index()];
}

}  // namespace waymark
