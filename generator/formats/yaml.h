// Reads YAML front matter: one mapping. yaml-cpp below.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "formats/value.h"

namespace waymark {

// As parse_toml. Plain scalars become what YAML 1.2's core schema says, and dates; quoted ones stay
// strings. Anchors and aliases are expanded to at most 10,000 values; more is reported. An empty
// document is an empty table.
std::optional<Table> parse_yaml(const Sources& sources, Span span, Diagnostics& out);

}  // namespace waymark
