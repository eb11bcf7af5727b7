#include "formats/view.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <new>

#include "formats/json.h"
#include "formats/view_value.h"

namespace waymark {
namespace {

using Kind = ViewValue::Kind;

constexpr std::size_t block_size = 64 * 1024;
constexpr std::size_t alignment = alignof(ViewItem);
static_assert(alignment <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

void set_text(ViewValue& value, Kind kind, std::string_view text, Arena& arena) {
  const std::string_view copy = arena.copy(text);
  value.kind = kind;
  value.chars = {copy.data(), copy.size()};
}

void set_items(ViewValue& value, Kind kind) {
  value.kind = kind;
  value.items = {nullptr, nullptr};
}

ViewValue& append_item(ViewValue& parent, std::string_view name, Arena& arena) {
  auto* item = new (arena.allocate(sizeof(ViewItem))) ViewItem;
  item->name = arena.copy(name);
  item->hash = hash_name(name);
  (parent.items.last ? parent.items.last->next : parent.items.first) = item;
  parent.items.last = item;
  return item->value;
}

ViewValue& add_member(ViewValue& object, std::string_view name, Arena& arena) {
  assert(object.kind == Kind::object);
  assert(!find_member(object, name, hash_name(name)) && "a name is set once");
  return append_item(object, name, arena);
}

void fill(ViewValue& value, const Json& json, Arena& arena) {
  if (const auto* boolean = std::get_if<bool>(&json.data)) {
    value.kind = Kind::boolean;
    value.boolean = *boolean;
  } else if (const auto* integer = std::get_if<std::int64_t>(&json.data)) {
    value.kind = Kind::integer;
    value.integer = *integer;
  } else if (const auto* real = std::get_if<double>(&json.data)) {
    value.kind = Kind::real;
    value.real = *real;
  } else if (const auto* text = std::get_if<std::string>(&json.data)) {
    set_text(value, Kind::text, *text, arena);
  } else if (const auto* list = std::get_if<std::vector<Json>>(&json.data)) {
    set_items(value, Kind::list);
    for (const Json& element : *list) fill(append_item(value, {}, arena), element, arena);
  } else if (const auto* members = std::get_if<Json::Members>(&json.data)) {
    set_items(value, Kind::object);
    for (const auto& [name, member] : *members) fill(add_member(value, name, arena), member, arena);
  }
}

}  // namespace

const ViewValue* find_member(const ViewValue& object, std::string_view name, std::uint32_t hash) {
  for (const ViewItem* item = object.items.first; item; item = item->next) {
    if (item->hash == hash && item->name == name) return &item->value;
  }
  return nullptr;
}

void* Arena::allocate(std::size_t bytes) {
  bytes = (bytes + alignment - 1) / alignment * alignment;
  while (block_ < blocks_.size() && blocks_[block_].size - used_ < bytes) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t size = std::max(bytes, block_size);
    blocks_.push_back({std::make_unique<std::byte[]>(size), size});
  }
  void* const place = blocks_[block_].bytes.get() + used_;
  used_ += bytes;
  return place;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* const place = static_cast<char*>(allocate(text.size()));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

void Arena::reset() {
  block_ = 0;
  used_ = 0;
}

View::View(Arena& arena)
    : arena_(&arena), value_(new (arena.allocate(sizeof(ViewValue))) ViewValue) {
  set_items(*value_, Kind::object);
}

void View::set(std::string_view name, std::string_view text) {
  set_text(add_member(*value_, name, *arena_), Kind::text, text, *arena_);
}

void View::set(std::string_view name, Markup markup) {
  set_text(add_member(*value_, name, *arena_), Kind::markup, markup.html, *arena_);
}

void View::set(std::string_view name, bool value) {
  ViewValue& member = add_member(*value_, name, *arena_);
  member.kind = Kind::boolean;
  member.boolean = value;
}

void View::set(std::string_view name, std::int64_t value) {
  ViewValue& member = add_member(*value_, name, *arena_);
  member.kind = Kind::integer;
  member.integer = value;
}

void View::set(std::string_view name, double value) {
  ViewValue& member = add_member(*value_, name, *arena_);
  member.kind = Kind::real;
  member.real = value;
}

void View::set_nothing(std::string_view name) { add_member(*value_, name, *arena_); }

View View::object(std::string_view name) {
  ViewValue& member = add_member(*value_, name, *arena_);
  set_items(member, Kind::object);
  return {*arena_, &member};
}

View View::open_object(std::string_view name) {
  const View view = object(name);
  view.value_->open = true;
  return view;
}

ViewList View::list(std::string_view name) {
  ViewValue& member = add_member(*value_, name, *arena_);
  set_items(member, Kind::list);
  return {*arena_, &member};
}

View ViewList::add() {
  ViewValue& element = append_item(*value_, {}, *arena_);
  set_items(element, Kind::object);
  return {*arena_, &element};
}

void ViewList::add(std::string_view text) {
  set_text(append_item(*value_, {}, *arena_), Kind::text, text, *arena_);
}

void ViewList::add(Markup markup) {
  set_text(append_item(*value_, {}, *arena_), Kind::markup, markup.html, *arena_);
}

View from_json(const Json& json, Arena& arena) {
  auto* root = new (arena.allocate(sizeof(ViewValue))) ViewValue;
  fill(*root, json, arena);
  return {arena, root};
}

}  // namespace waymark
