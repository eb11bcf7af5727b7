// Text in charts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// In lines of at most `limit` characters, broken between words; a word that is too long for a line
// is broken itself. SVG does not wrap text, and no part of a name may be lost.
std::vector<std::string> wrapped(std::string_view text, std::size_t limit);

}  // namespace waymark
