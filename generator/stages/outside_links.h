// Finds the links of a guide that lead to other sites.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/page.h"

namespace waymark {

struct OutsideLink {
  std::string url;  // without its #fragment
  Span place;       // where an author, else a template wrote it
};

// Each http:// or https:// address once, by url. Left out: what is below `base_url`, and what the
// program put together itself, as the links that edit a page.
std::vector<OutsideLink> find_outside_links(const Sources& sources, const Pages& pages,
                                            std::string_view base_url);

}  // namespace waymark
