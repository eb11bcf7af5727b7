// The links and the anchors of an HTML page, found in one pass over its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// The value of href, src, srcset, imagesrcset, action, formaction, poster or data; each candidate
// of a srcset is a link of its own.
struct HtmlLink {
  std::string url;          // without character references
  std::uint32_t begin = 0;  // bytes of the page: the value as it stands there
  std::uint32_t end = 0;
};

struct HtmlLinks {
  std::vector<HtmlLink> links;       // in the order of the page
  std::vector<std::string> anchors;  // every id, and the name of an <a>; sorted
};

// Reads HTML as browsers do, as far as tags, comments, scripts, styles, titles and text areas go.
// Cost: linear.
HtmlLinks find_html_links(std::string_view html);

}  // namespace waymark
