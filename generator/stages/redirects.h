// The addresses that the guide had once. Private to link.
#pragma once

#include <string>
#include <unordered_map>

#include "base/diagnostic.h"
#include "model/catalog.h"

namespace waymark {

using PathOwners = std::unordered_map<std::string, Span>;  // a file of the guide -> its author

// Adds every entry's former_paths to catalog.redirects, and lets each lead straight to a page: also
// through others. Reports what would hide a page of `taken`, leads to none or in a circle, and two
// from one address; those are dropped.
void link_redirects(const PathOwners& taken, Catalog& catalog, Diagnostics& out);

}  // namespace waymark
