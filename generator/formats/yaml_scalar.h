// YAML scalars as text: where they end, and what they mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "formats/value.h"

namespace waymark {

bool is_yaml_blank(char c);
// Where blanks, line breaks and comments end.
std::size_t skip_yaml_comments(std::string_view text, std::size_t at);

// One past the scalar that begins at `begin`: in quotes (nothing where they are not closed), as a
// block (`|` or `>`), or plain, which was read as `value`.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin);
std::size_t end_of_block(std::string_view text, std::size_t begin);
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value);

// What YAML 1.2's core schema makes of a scalar without quotes; and dates.
decltype(Value::data) plain_scalar(const std::string& text);

}  // namespace waymark
