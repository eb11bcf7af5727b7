// Turns the files of content/ into typed records; references stay names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

// What one file came to.
struct LoadedFile {
  std::string path;
  std::uint64_t hash = 0;
  Catalog catalog;
  Diagnostics found;
};

// What the last run with these options came to, by SourceId.
using LoadedFiles = std::vector<LoadedFile>;

// The same, for a program that loads again and again: a file that stands where it stood in the last
// run, with the same bytes, is not parsed but copied from there.
Catalog load(const Sources& sources, const LoadOptions& options, LoadedFiles& last,
             Diagnostics& out);

}  // namespace waymark
