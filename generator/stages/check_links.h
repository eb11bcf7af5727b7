// Follows every link of every page of the finished guide.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/page.h"

namespace waymark {

// Reports links to pages, files and anchors that are not there, at the place where an author or a
// template wrote them; of links that lead out of the guide, their scheme and syntax. What begins
// with `base_url` is in the guide. The same messages for any `jobs`. Cost: linear in the links.
void check_links(const Sources& sources, const Pages& pages, std::string_view base_url,
                 unsigned jobs, Diagnostics& out);

}  // namespace waymark
