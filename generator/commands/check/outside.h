// Follows the links to other sites, gently: one question at a time for each host, with a pause.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "commands/check/link_cache.h"
#include "stages/outside_links.h"

namespace waymark {

struct OutsideCounts {
  std::size_t dead = 0;     // the page is not there
  std::size_t unknown = 0;  // the server refused, or did not answer
};

// Warns of each link that leads nowhere or could not be checked. Each question is a HEAD, then a
// GET where the server does not take that; up to five redirects are followed; what may pass (no
// answer, a server's fault) is asked three times.
OutsideCounts check_outside_links(const std::vector<OutsideLink>& links, LinkCache& cache,
                                  Diagnostics& out);

}  // namespace waymark
