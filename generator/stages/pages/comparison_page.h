// The page of two roles side by side.
#pragma once

#include "stages/pages/page_view.h"

namespace waymark {

// `listing` is how many roles list skills: what makes a skill rare is counted among them.
void fill_comparison(PageView& page, const Comparison& comparison, std::size_t listing);

}  // namespace waymark
