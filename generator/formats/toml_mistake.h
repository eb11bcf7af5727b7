// Says in an editor's words why a text is no TOML; toml++ finds the place and its own words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// What is open at a place of a TOML text, found without a parser so that broken text can be asked.
struct TomlContext {
  std::optional<std::size_t> string;    // the opening quote, where the place is inside a text
  std::vector<std::size_t> brackets;    // `[` and `{` of values, outermost first
  std::size_t item = 0;                 // where the key, or the value of a list, begins
  std::size_t value = 0;                // behind the key's `=`, where there is one; else `item`
  std::optional<std::size_t> too_deep;  // the first place nested so far that reading it is refused
};

TomlContext toml_context(std::string_view text, std::size_t offset);

struct TomlMistake {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string message;
  std::string note;  // what to write instead; may be empty
};

// `reason` is toml++'s description of the error at the offset.
TomlMistake explain_toml(std::string_view text, std::size_t offset, std::string_view reason);

}  // namespace waymark
