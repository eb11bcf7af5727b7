// The text of a record that somebody begins: every key, with what it means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"
#include "model/field_form.h"

namespace waymark {

// What is known of a record before anybody has written it.
struct NewRecord {
  std::string id;
  std::string title;
  Date as_of;
  const Catalog& site;                        // whose ids references may name
  std::string_view placeholder;               // for texts that only the author knows
  std::vector<std::string_view> filled = {};  // keys that are filled in though they need not be
};

// Lines of TOML: first the keys that must be there, each below its meaning, then the others as
// comments.
std::string record_text(const std::vector<FieldForm>& forms, const NewRecord& record);

}  // namespace waymark
