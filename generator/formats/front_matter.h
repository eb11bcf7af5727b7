// Splits a Markdown file into its front matter and its body.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "formats/value.h"

namespace waymark {

struct FrontMatter {
  Table table;  // empty where there is none
  Span fence;   // the opening line; the file's first byte where there is no front matter
  Span body;    // what follows, to the end of the file
};

// TOML between `+++` lines, YAML between `---` lines, or none. The fence is the file's first line
// that is not blank. CRLF and blanks after a fence are accepted; a fence that is never closed is
// reported at the opening line. Nothing is returned after an error.
std::optional<FrontMatter> read_front_matter(const Sources& sources, SourceId id, Diagnostics& out);

}  // namespace waymark
