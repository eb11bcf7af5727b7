// Values of api/: what is not known is null, never 0; whole numbers have no point; a record is
// named by its id.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json.h"
#include "model/fields.h"
#include "stages/pages/page_view.h"

namespace waymark {

// What the files are made from.
class ApiGuide {
 public:
  explicit ApiGuide(const Guide& guide);

  const Guide& guide;
  const Site& site;
  const Derived& derived;

  // Rows of pay have no id of their own: theirs is made of what they are about.
  std::string_view id(Id<Salary> row) const { return salary_ids_[row.index]; }
  template <class T>
  std::string_view id(Id<T> record) const {
    return site[record].id;
  }

 private:
  std::vector<std::string> salary_ids_;
};

Json json_text(std::string_view text);
Json json_text_or_null(std::string_view text);  // null where it is empty
Json json_number(double number);
Json json_count(std::size_t count);
Json json_whole(std::optional<int> number);
Json json_flag(bool flag);
Json json_date(std::optional<Date> date);
Json json_texts(const std::vector<std::string>& texts);

template <class E>
Json json_word(std::optional<E> value) {
  return value ? json_text(word(*value)) : Json{};
}

template <class Range, class Make>
Json json_list(const Range& range, Make make) {
  std::vector<Json> items;
  items.reserve(std::size(range));
  for (const auto& element : range) items.push_back(make(element));
  return {std::move(items)};
}

template <class T>
Json json_id(const ApiGuide& api, Id<T> record) {
  return record.valid() ? json_text(api.id(record)) : Json{};
}
template <class T>
Json json_id(const ApiGuide& api, const Ref<T>& reference) {
  return json_id(api, reference.id);
}
template <class References>
Json json_ids(const ApiGuide& api, const References& references) {
  return json_list(references, [&](const auto& each) { return json_id(api, each); });
}

// Items of comparisons.json and paths.json.
std::string comparison_id(const ApiGuide& api, const Comparison& comparison);  // "a-vs-b"
std::string path_id(const ApiGuide& api, const CareerPath& path);              // "a-to-b"

}  // namespace waymark
