// Says in an editor's words why a text is not YAML; yaml-cpp finds the place and its own words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

// The reason where a document is a list or a text; yaml-cpp has no word for it.
inline constexpr std::string_view not_a_mapping = "not a mapping";

struct YamlError {
  std::string_view text;
  std::size_t offset = 0;
  std::string_view reason;             // yaml-cpp's words
  std::optional<std::size_t> quote;    // where the text in quotes begins that was read last
  std::optional<std::size_t> bracket;  // the innermost `[` or `{` that is open
};

struct YamlMistake {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string message;
  std::string note;  // what to write instead; may be empty
};

YamlMistake explain_yaml(const YamlError& error);

}  // namespace waymark
