// Resolves every reference and every link of a body.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/site.h"

namespace waymark {

// Reports unknown names (with the nearest known one), two records with one id, two pages with one
// path, prerequisites and redirects that go in a circle, links and anchors that lead nowhere. A Site only where
// everything resolves.
std::optional<Site> link(const Sources& sources, Catalog catalog, Diagnostics& out);

}  // namespace waymark
