// How the GitHub Flavored Markdown specification escapes what it puts into HTML.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// Leaves apostrophes as they are, unlike append_escaped of formats/html.h.
void append_markdown_text(std::string_view text, std::string& out);

// For an attribute between double quotes; what a URL may not hold is percent-encoded.
void append_markdown_url(std::string_view url, std::string& out);

// Raw HTML, in which the tag filter defuses the tags that the specification lists.
void append_filtered_html(std::string_view html, std::string& out);

}  // namespace waymark
