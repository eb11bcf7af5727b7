// Fills a record from a table, by the declarations of model/fields.h, and reports what does not
// fit. Private to load.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/suggest.h"
#include "formats/value.h"
#include "model/fields.h"

namespace waymark {

// The conversions that need no type of the model, out of line. Each reports and returns false where
// the value does not fit.
class ValueReader {
 public:
  ValueReader(const Sources& sources, Diagnostics& out) : sources_(sources), out_(out) {}

  bool text(const Value& value, const Field& field, std::string& to);
  bool boolean(const Value& value, const Field& field, bool& to);
  bool integer(const Value& value, const Field& field, int& to);
  bool number(const Value& value, const Field& field, double& to);
  bool date(const Value& value, const Field& field, Date& to);
  bool amount(const Value& value, const Field& field, Amount& to);
  bool id(const Value& value, const Field& field, std::string& to);
  // The place of the word in `words`, or nothing.
  std::optional<std::size_t> word(const Value& value, const Field& field,
                                  const std::string_view* words, std::size_t count);
  const Array* list(const Value& value, const Field& field);
  const Table* table(const Value& value, const Field& field);

  // A text's place without its quotes.
  Span inner(const Value& value) const;

  void unknown_key(const Member& member, const std::vector<std::string_view>& known,
                   std::string_view owner);
  void missing_key(const Field& field, Span place, std::string_view owner);
  void said_twice(const Member& first, const Member& second);

 private:
  bool in_range(const Value& value, const Field& field, double number);
  bool mismatch(const Value& value, const Field& field, std::string_view wanted);

  const Sources& sources_;
  Diagnostics& out_;
};

// Visits the fields of one T. `owner` names it in messages: "the role", "\"cost\"".
template <class T>
class FieldReader {
 public:
  FieldReader(const Sources& sources, Diagnostics& out, const Table& table, Span place,
              std::string_view owner, T& record)
      : values_(sources, out),
        sources_(sources),
        out_(out),
        table_(table),
        place_(place),
        owner_(owner),
        record_(record) {}

  void read() {
    fields(*this, static_cast<const T*>(nullptr));
    for (const Member& member : table_) {
      if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
      values_.unknown_key(member, known_, owner_);
      // A required key that is only misspelt is one mistake, not two.
      const std::string_view meant = nearest(member.key, known_);
      std::erase_if(missing_, [&](const Field& field) { return field.name == meant; });
      if constexpr (std::derived_from<T, Record>)
        if (!meant.empty()) record_.values.emplace_back(meant, member.value.span);
    }
    for (const Field& field : missing_) values_.missing_key(field, place_, owner_);
  }

  template <class Owner, class Type>
  void operator()(Type Owner::*member, const Field& field) {
    const Member* found = find_field(field);
    if (found == nullptr) {
      if (field.required) missing_.push_back(field);
      return;
    }
    if constexpr (std::derived_from<T, Record>)
      record_.values.emplace_back(field.name, found->value.span);
    if constexpr (std::same_as<Owner, Record>) {
      values_.id(found->value, field, record_.*member);
    } else {
      convert(found->value, field, record_.*member);
    }
  }

 private:
  const Member* find_field(const Field& field) {
    const Member* found = nullptr;
    known_.push_back(field.name);
    known_.insert(known_.end(), field.synonyms.begin(), field.synonyms.end());
    for (const Member& member : table_) {
      const bool is_synonym = std::find(field.synonyms.begin(), field.synonyms.end(), member.key) !=
                              field.synonyms.end();
      if (member.key != field.name && !is_synonym) continue;
      if (found == nullptr)
        found = &member;
      else
        values_.said_twice(*found, member);
    }
    return found;
  }

  bool convert(const Value& value, const Field& field, std::string& to) {
    return values_.text(value, field, to);
  }
  bool convert(const Value& value, const Field& field, bool& to) {
    return values_.boolean(value, field, to);
  }
  bool convert(const Value& value, const Field& field, int& to) {
    return values_.integer(value, field, to);
  }
  bool convert(const Value& value, const Field& field, double& to) {
    return values_.number(value, field, to);
  }
  bool convert(const Value& value, const Field& field, Date& to) {
    return values_.date(value, field, to);
  }
  bool convert(const Value& value, const Field& field, Amount& to) {
    return values_.amount(value, field, to);
  }
  // Free data: any table.
  bool convert(const Value& value, const Field& field, Value& to) {
    if (values_.table(value, field) == nullptr) return false;
    to = value;
    return true;
  }
  template <class E>
  requires std::is_enum_v<E>
  bool convert(const Value& value, const Field& field, E& to) {
    const auto at = values_.word(value, field, Words<E>::words.data(), Words<E>::words.size());
    if (at) to = static_cast<E>(*at);
    return at.has_value();
  }
  template <class R>
  bool convert(const Value& value, const Field& field, Ref<R>& to) {
    if (!values_.text(value, field, to.name)) return false;
    to.span = values_.inner(value);
    return true;
  }
  bool convert(const Value& value, const Field& field, SitePath& to) {
    if (!values_.text(value, field, to.url)) return false;
    to.span = values_.inner(value);
    return true;
  }
  template <class R>
  bool convert(const Value& value, const Field& field, std::optional<R>& to) {
    R read{};
    if (!convert(value, field, read)) return false;
    to = std::move(read);
    return true;
  }
  template <class R>
  bool convert(const Value& value, const Field& field, std::vector<R>& to) {
    const Array* list = values_.list(value, field);
    if (list == nullptr) return false;
    for (const Value& element : *list) {
      R read{};
      if (convert(element, field, read)) to.push_back(std::move(read));
    }
    return true;
  }
  template <class R>
  requires std::is_class_v<R>
  bool convert(const Value& value, const Field& field, R& to) {
    const Table* table = values_.table(value, field);
    if (table == nullptr) return false;
    const std::string name = '"' + std::string(field.name) + '"';
    FieldReader<R>(sources_, out_, *table, value.span, name, to).read();
    if constexpr (std::derived_from<R, Record>) to.place = value.span;
    return true;
  }

  ValueReader values_;
  const Sources& sources_;
  Diagnostics& out_;
  const Table& table_;
  Span place_;
  std::string_view owner_;
  T& record_;
  std::vector<std::string_view> known_;
  std::vector<Field> missing_;
};

}  // namespace waymark
