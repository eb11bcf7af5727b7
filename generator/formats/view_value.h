// What a View builds and a template reads: one node of the tree, and the links that hold the tree.
#pragma once

#include <cstdint>
#include <string_view>

#include "formats/view.h"

namespace waymark {

// Names are compared by hash first; only equal hashes compare their text.
constexpr std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

struct ViewItem;

struct ViewValue {
  enum class Kind : std::uint8_t { nothing, boolean, integer, real, text, markup, object, list };

  Kind kind = Kind::nothing;
  bool open = false;  // object: a name that it lacks is nothing, and no mistake
  union {
    bool boolean;
    std::int64_t integer = 0;
    double real;
    struct {
      const char* data;
      std::size_t size;
    } chars;  // text and markup
    struct {
      ViewItem* first;
      ViewItem* last;
    } items;  // objects and lists
  };

  std::string_view text() const { return {chars.data, chars.size}; }
};

// A member of an object, or an element of a list (which has no name). Linked, so that a value never
// moves while handles to it exist.
struct ViewItem {
  ViewItem* next = nullptr;
  std::string_view name;
  std::uint32_t hash = 0;
  ViewValue value;
};

const ViewValue* find_member(const ViewValue& object, std::string_view name, std::uint32_t hash);

}  // namespace waymark
