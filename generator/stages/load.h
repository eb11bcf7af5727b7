// Turns the files of content/ into typed records; references stay names.
#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "model/catalog.h"

namespace waymark {

struct LoadOptions {
  Date as_of;           // decides what is scheduled and what has expired
  bool drafts = false;  // publish drafts and scheduled entries too
  unsigned jobs = 1;
};

// Reports syntax errors, unknown and missing keys, wrong types, dates and words, files that nothing
// reads. What could be read is in the catalog, so that link can go on and find more.
Catalog load(const Sources& sources, const LoadOptions& options, Diagnostics& out);

}  // namespace waymark
