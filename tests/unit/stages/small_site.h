// A site written in the test itself.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "model/site.h"
#include "stages/load.h"

namespace waymark {

// Owns what its catalog and messages point into.
class SmallSite {
 public:
  using Files = std::initializer_list<std::pair<std::string, std::string>>;

  explicit SmallSite(Files files, LoadOptions options = {{2026, 11, 21}, false, 1});
  ~SmallSite();

  std::optional<Site> link();
  // All messages as a person reads them.
  std::string messages();

  Sources sources;
  Diagnostics found;
  Catalog catalog;
};

// The smallest skill and role, with more lines of front matter where a test needs them.
std::pair<std::string, std::string> skill(const std::string& id, const std::string& more = {},
                                          const std::string& body = {});
std::pair<std::string, std::string> role(const std::string& id, const std::string& more = {},
                                         const std::string& body = {});
std::pair<std::string, std::string> site_settings();
std::pair<std::string, std::string> taxonomies();

}  // namespace waymark
