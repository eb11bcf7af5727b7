// Strings: UTF-8, letters, lines. No locale is ever asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// The offset of the first byte that is not well-formed UTF-8 (RFC 3629), if there is one.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Decodes the code point at `offset` and moves past it; U+FFFD and one byte for a malformed one.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);
// The byte offset of the code point with this index, or text.size().
std::size_t offset_of_code_point(std::string_view text, std::size_t index);

std::string ascii_lower(std::string_view text);
std::string_view trim(std::string_view text);  // ASCII white space, both ends
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
bool is_digit(char c);
bool is_ascii_letter(char c);

// Lower-case letters, digits and single hyphens between them: what an id, and so a URL, is made of.
bool is_id(std::string_view text);
std::string to_id(std::string_view title);  // "C++ & Go" -> "c-go"; may be empty

std::string quoted(std::string_view text);  // "text", for messages
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string with_thousands(std::int64_t number);           // 1234567 -> 1,234,567
std::string counted(std::size_t n, std::string_view one);  // 1 error, 2 errors

}  // namespace waymark
