// The shortcodes of a body, in the HTML of the page that it stands on.
#pragma once

#include <string>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// One for each of document.shortcodes. Their marks count among the page's own.
std::vector<std::string> render_shortcodes(PageView& page, const Body& body);

// What those inside a sentence say, without marks; the others say nothing.
std::vector<std::string> shortcode_texts(const Site& site, const Body& body);

}  // namespace waymark
