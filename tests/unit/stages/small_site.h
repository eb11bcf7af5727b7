// A site written in the test itself.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "formats/report.h"
#include "model/site.h"
#include "stages/link.h"
#include "stages/load.h"

namespace waymark {

// Owns what its catalog and messages point into.
class SmallSite {
 public:
  using Files = std::initializer_list<std::pair<std::string, std::string>>;

  explicit SmallSite(Files files, LoadOptions options = {{2026, 11, 21}, false, 1}) {
    for (const auto& [path, text] : files) sources.add(path, text);
    catalog = waymark::load(sources, options, found);
  }

  std::optional<Site> link() { return waymark::link(sources, catalog, found); }

  // All messages as a person reads them.
  std::string messages() {
    found.sort(sources);
    return report(found, sources, {});
  }

  Sources sources;
  Diagnostics found;
  Catalog catalog;
};

// The smallest skill and role, with more lines of front matter where a test needs them.
inline std::pair<std::string, std::string> skill(const std::string& id,
                                                 const std::string& more = {},
                                                 const std::string& body = {}) {
  return {"content/skills/" + id + ".md", "+++\ntitle = \"" + id +
                                              "\"\nsummary = \"A skill.\"\nkind = \"tool\"\n" +
                                              more + "+++\n" + body};
}

inline std::pair<std::string, std::string> role(const std::string& id, const std::string& more = {},
                                                const std::string& body = {}) {
  return {"content/roles/" + id + ".md",
          "+++\ntitle = \"" + id +
              "\"\nsummary = \"A role.\"\nfamily = \"work\"\nlevels = [\"entry\"]\n" + more +
              "+++\n" + body};
}

inline std::pair<std::string, std::string> site_settings() {
  return {"content/site.toml",
          "title = \"Guide\"\nbase_url = \"https://example.org/\"\ndescription = \"A "
          "guide.\"\ncurrency = \"USD\"\n"};
}

inline std::pair<std::string, std::string> taxonomies() {
  return {"content/taxonomies.toml",
          "[[level]]\nid = \"entry\"\ntitle = \"Entry\"\n[[level]]\nid = \"senior\"\ntitle = "
          "\"Senior\"\n"
          "[[region]]\nid = \"us\"\ntitle = \"United States\"\ncurrency = \"USD\"\n"
          "[[skill_kind]]\nid = \"tool\"\ntitle = \"Tool\"\n[[family]]\nid = \"work\"\ntitle = "
          "\"Work\"\n"};
}

}  // namespace waymark
