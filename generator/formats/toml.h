// Reads TOML 1.0. toml++ below.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "formats/value.h"

namespace waymark {

// Reads the bytes of `span` (a whole file, or front matter). A syntax error, a duplicate key
// included, is reported at its place in the file, and nothing is returned.
std::optional<Table> parse_toml(const Sources& sources, Span span, Diagnostics& out);

}  // namespace waymark
