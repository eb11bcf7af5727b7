// Letters of any script: what is one, and its lower case.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// Letters, marks, digits and connectors such as "_": what words are made of. Unicode 14.
bool is_word_character(char32_t c);
// Spaces of every width, tabs, line ends.
bool is_blank(char32_t c);
// Of Latin, Greek, Cyrillic and Armenian; other letters stay as they are.
char32_t to_lower(char32_t c);

// Lower case, single spaces, none at the ends: equal for names that differ in nothing else.
std::string folded(std::string_view text);

}  // namespace waymark
