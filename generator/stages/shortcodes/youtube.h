// Which video of YouTube an author means. Private to link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

// The id in any of the addresses that YouTube gives out, or `text` itself where it is an id.
std::optional<std::string> youtube_id(std::string_view text);

}  // namespace waymark
