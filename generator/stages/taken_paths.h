// Finds what an author put in the place of a page that only render knows. Private to render.
#pragma once

#include "base/diagnostic.h"
#include "model/page.h"
#include "model/site.h"

namespace waymark {

// Link has seen to the pages of records; pages of two roles, data and tables are made behind it.
// Reports each asset and redirect that would take the path of one. `pages` is sorted by path.
void report_taken_paths(const Site& site, const Pages& pages, Diagnostics& out);

}  // namespace waymark
