// Writes every page of the guide, in memory.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/derived.h"
#include "model/page.h"

namespace waymark {

struct RenderOptions {
  std::string base_url;  // for canonical links, sitemap and 404.html only
  Date as_of;
  unsigned jobs = 1;
};

// Compiles the templates (templates/ in `sources`), then renders all pages, sorted by path: pages,
// assets, sitemap.xml, robots.txt, 404.html, .nojekyll. Reports template syntax errors and names
// that a template uses and no view gives. The same input gives the same bytes for any `jobs`.
Pages render(const Sources& sources, const Site& site, const Derived& derived,
             const RenderOptions& options, Diagnostics& out);

}  // namespace waymark
