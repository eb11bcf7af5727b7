// Which words of a text are worth finding it by: those that the fewest texts have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// In lower case, each once, sorted; those of three characters or more.
std::vector<std::string> words_of(std::string_view text);

// Of each list of words those `most` that the fewest lists have, sorted; ties by alphabet. So the
// words of every sentence ("the", "with") fall out, in any language.
void keep_rarest(std::vector<std::vector<std::string>>& lists, std::size_t most);

}  // namespace waymark
