// Text in pictures, which SVG does not wrap.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// At most `most` lines of at most `width` times the size of the letters, broken between words, or
// within one that is too long for a line; the last ends in "…" where there is more text. A line's
// width is an estimate for the wide faces that Linux comes with: others leave room.
std::vector<std::string> picture_lines(std::string_view text, double width, std::size_t most);

}  // namespace waymark
