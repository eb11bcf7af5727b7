// What a reader can look for: every record with a page, or a place on one, of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace waymark {

// Borrows the catalog.
struct Findable {
  RecordRef record;
  std::string_view title;
  const std::vector<std::string>& aliases;
  std::string_view summary;
  const Body* body = nullptr;  // job titles have none
};

// By title without regard to capitals, then kind.
std::vector<Findable> findables(const Catalog& catalog);

}  // namespace waymark
