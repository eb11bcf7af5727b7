// The known word that somebody probably meant.
#pragma once

#include <string_view>
#include <vector>

namespace waymark {

// The nearest word by edit distance (a swap of neighbours counts as one edit), if it is at most
// max(1, length / 3) edits away; else empty. On a tie the first in alphabetical order.
// Cost: known.size() * length^2.
std::string_view nearest(std::string_view written, const std::vector<std::string_view>& known);

}  // namespace waymark
