// A TOML or YAML document as plain data: what was written, and where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/source.h"

namespace waymark {

struct Value;
struct Member;

using Array = std::vector<Value>;
using Table = std::vector<Member>;  // in the order of the file; a key stands once

struct Null {};  // YAML only: a key with nothing behind it

struct Value {
  std::variant<Null, bool, std::int64_t, double, std::string, Date, Array, Table> data;
  Span span;  // the value as written, quotes and brackets included

  template <class T>
  const T* as() const {
    return std::get_if<T>(&data);
  }
};

struct Member {
  std::string key;
  Span key_span;
  Value value;
};

const Value* find(const Table& table, std::string_view key);
// "a text", "a whole number", "a table": for messages.
std::string_view type_name(const Value& value);

}  // namespace waymark
