// The tables of docs/templates.md, written from the templates and from what they are given.
//
// The document says where they stand, each between a line of these and "<!-- end -->":
//   <!-- every page -->              values that all page templates are given
//   <!-- template role -->           what templates/role.html fills and calls, and its own values
//   <!-- group pay-row: p10 p25 -->  members of every group of values that has these among its own;
//                                    other tables name it instead of repeating them
//   <!-- partials -->                the partials, with the names that they read
#pragma once

#include <map>
#include <string>
#include <vector>

#include "template_values.h"

namespace waymark {

// What a template says of itself; names in the order of their first use.
struct TemplateFacts {
  std::string takes;  // of a shortcode: its declaration
  bool extends_base = false;
  std::vector<std::string> fills;   // blocks of base
  std::vector<std::string> blocks;  // its own
  std::vector<std::string> calls;
  std::vector<std::string> reads;
};

// By name: "role", "partials/mark".
using TemplateFactsByName = std::map<std::string, TemplateFacts, std::less<>>;
TemplateFactsByName read_templates();

// The document with its tables written anew.
std::string reference_of(const std::string& document, const TemplateValues& values,
                         const TemplateFactsByName& templates);

}  // namespace waymark
