// The values that a template shows: a JSON-like tree, built in an arena.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace waymark {

// HTML that we made ourselves: written as it is. Everything else is escaped for its place.
struct Markup {
  std::string_view html;
};

// Memory for the views of one page; `reset` keeps it for the next one.
class Arena {
 public:
  void* allocate(std::size_t bytes);  // aligned for a pointer, a number, a value
  std::string_view copy(std::string_view text);
  void reset();

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

struct Json;
struct ViewValue;
class ViewList;

// An object under construction: names and values, in an arena. Text is copied into the arena, so
// that nothing here points into a caller's string. A name is set once.
// A section is skipped over nothing, false, an empty text and an empty list; 0 is a number like any
// other. Numbers are written in the shortest form that reads back the same.
// Borrows: the arena. Cheap to copy: it is a handle.
class View {
 public:
  explicit View(Arena& arena);

  void set(std::string_view name, std::string_view text);
  void set(std::string_view name, const char* text) { set(name, std::string_view(text)); }
  void set(std::string_view name, Markup markup);
  void set(std::string_view name, bool value);
  void set(std::string_view name, std::int64_t value);
  void set(std::string_view name, int value) { set(name, static_cast<std::int64_t>(value)); }
  void set(std::string_view name, std::size_t value) {
    set(name, static_cast<std::int64_t>(value));
  }
  void set(std::string_view name, double value);
  // A value that is known and absent: a section over it is skipped, its name is no mistake.
  void set_nothing(std::string_view name);
  View object(std::string_view name);
  // An object whose names the site's author chose: one that it lacks is nothing, and no mistake.
  View open_object(std::string_view name);
  ViewList list(std::string_view name);

  const ViewValue& value() const { return *value_; }

 private:
  friend class ViewList;
  friend View from_json(const Json& json, Arena& arena);
  View(Arena& arena, ViewValue* value) : arena_(&arena), value_(value) {}
  Arena* arena_;
  ViewValue* value_;
};

class ViewList {
 public:
  View add();                       // an object
  void add(std::string_view text);  // a text
  void add(Markup markup);

 private:
  friend class View;
  ViewList(Arena& arena, ViewValue* value) : arena_(&arena), value_(value) {}
  Arena* arena_;
  ViewValue* value_;
};

// Any JSON value as the data of a template: a text or a list may be the root as well, read by
// {{.}}.
View from_json(const Json& json, Arena& arena);

}  // namespace waymark
