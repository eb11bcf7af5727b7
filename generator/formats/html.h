// Escapes for HTML and URLs.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

void append_escaped(std::string_view text, std::string& html);  // & < > " ': text and attributes
std::string escaped(std::string_view text);

// False for javascript:, vbscript:, file: and data:, however spelt; data: images of a raster format
// count as safe. What has no scheme is safe.
bool is_safe_url(std::string_view url);
// Percent-encodes what may not stand in a URL and leaves what is encoded already.
std::string encoded_url(std::string_view url);

}  // namespace waymark
