// What templates are given, found by rendering: the names, their kinds and an example of each.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "formats/view.h"

namespace waymark {

// A value as all pages of a template have it between them.
struct ValueShape {
  std::set<std::string> kinds;  // "text", "markup", "number", "yes or no", "group", "list"
  std::string example;          // of the first page that has one
  bool is_open = false;         // a group whose names the site's author chose
  std::map<std::string, ValueShape> members;  // of a group
  std::unique_ptr<ValueShape> element;        // of a list

  void merge(const ViewValue& value);
  void merge(const ValueShape& other);
};

// By the name of the template; what is the same on every page is "".
using TemplateValues = std::map<std::string, ValueShape, std::less<>>;

// Of the sites below tests/sites/ that are without mistakes and templates of their own; examples
// are of "trades" where that has one.
TemplateValues find_template_values();

}  // namespace waymark
