// The shortcodes of a body, once it is known that their templates take what the author gave.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "model/ids.h"

namespace waymark {

struct CallValue {
  std::string text;                 // as written; of a video its id
  Span span;                        // where
  std::optional<RecordRef> record;  // whose id it is, where the template asks for one
};

// What a template gets under one name.
struct CallArgument {
  std::string name;
  bool is_list = false;
  std::vector<CallValue> values;  // none: the author left it out
};

// Made by link, one for each of document.shortcodes.
struct ShortcodeCall {
  std::string layout;      // the name of its template: "shortcodes/salary"; empty: shows nothing
  bool is_inline = false;  // part of a sentence, so that a paragraph goes around one that is alone
  std::vector<CallArgument> arguments;  // all that the template declares
  std::vector<Id<Salary>> pay;          // the rows that a salary or a chart shows

  const CallArgument* find(std::string_view name) const {
    for (const CallArgument& argument : arguments)
      if (argument.name == name) return &argument;
    return nullptr;
  }
};

}  // namespace waymark
