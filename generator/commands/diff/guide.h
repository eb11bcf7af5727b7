// A published guide, as far as two of them are compared.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"
#include "model/page.h"

namespace waymark {

struct ComparedPage {
  std::string title;        // its <title>, as written in HTML
  std::string forwards_to;  // the URL that it leads on to; empty: it is a page of its own
  std::uint64_t hash = 0;   // of what stands in <main>: menus are the same on all pages
};

// A number that a reader may quote.
struct ComparedNumber {
  std::string kind;   // "figure", "salary", "certification"
  std::string name;   // what it counts: "Growth of data scientists", "... , median"
  std::string value;  // as a reader would say it: "+34% (2024 to 2034)", "USD 112,590"
};

struct ComparedGuide {
  std::map<std::string, ComparedPage> pages;      // by URL from the guide's root
  std::map<std::string, ComparedNumber> numbers;  // by kind, id, statistic
};

// Of a folder that `build` wrote. Errors: unreadable, or its api/ is no JSON.
Result<ComparedGuide> compared_guide(const FileSystem& files, const std::string& folder);
// Of pages that are not written yet.
Result<ComparedGuide> compared_guide(const Pages& pages, const Sources& sources);

}  // namespace waymark
