// Finds the pages that readers may still look for in vain.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/page.h"
#include "model/site.h"

namespace waymark {

// Warns of each page that an earlier run published and that this one neither makes nor forwards,
// unless redirects.toml says that it is gone, or its record is held back (a draft, an expired one).
void report_lost_pages(const std::vector<std::string>& published, const Site& site,
                       const Pages& pages, Diagnostics& out);

}  // namespace waymark
