// The picture of a shared link: templates/card.svg with what the page says of itself.
#pragma once

#include <string>
#include <string_view>

#include "model/page.h"
#include "stages/pages/page_view.h"

namespace waymark {

inline constexpr std::string_view card_folder = "cards/";
inline constexpr std::string_view card_template = "card.svg";

// Whether the site asks for them and this program can draw.
bool has_cards(const Guide& guide);
// Of a page that is filled. Its path holds a hash of the SVG.
Page make_card(PageView& page, std::string_view title);
// For those who do not see it.
std::string card_in_words(const Card& card, std::string_view title);

}  // namespace waymark
