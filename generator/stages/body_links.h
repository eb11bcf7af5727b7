// Finds where the links of a Markdown body lead. Private to link.
#pragma once

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/records.h"
#include "stages/page_finder.h"

namespace waymark {

// Sets body.targets. Links to Markdown files become links to pages, file and anchor checked; other
// relative links must name a file beside the content; `/roles/` starts at the site's root. Wiki
// links name a record; those without a text of their own get its name as written, or its title
// where that is its id.
void link_body(const Sources& sources, const PageFinder& pages, Body& body, Diagnostics& out);

}  // namespace waymark
