#include "stages/small_site.h"

#include "formats/report.h"
#include "stages/link.h"

namespace waymark {

SmallSite::SmallSite(Files files, LoadOptions options) {
  for (const auto& [path, text] : files) sources.add(path, text);
  catalog = waymark::load(sources, options, found);
}

SmallSite::~SmallSite() = default;

std::optional<Site> SmallSite::link() { return waymark::link(sources, catalog, found); }

std::string SmallSite::messages() {
  found.sort(sources);
  return report(found, sources, {});
}

std::pair<std::string, std::string> skill(const std::string& id, const std::string& more,
                                          const std::string& body) {
  return {"content/skills/" + id + ".md", "+++\ntitle = \"" + id +
                                              "\"\nsummary = \"A skill.\"\nkind = \"tool\"\n" +
                                              more + "+++\n" + body};
}

std::pair<std::string, std::string> role(const std::string& id, const std::string& more,
                                         const std::string& body) {
  return {"content/roles/" + id + ".md",
          "+++\ntitle = \"" + id +
              "\"\nsummary = \"A role.\"\nfamily = \"work\"\nlevels = [\"entry\"]\n" + more +
              "+++\n" + body};
}

std::pair<std::string, std::string> site_settings() {
  return {"content/site.toml",
          "title = \"Guide\"\nbase_url = \"https://example.org/\"\ndescription = \"A "
          "guide.\"\ncurrency = \"USD\"\n"};
}

std::pair<std::string, std::string> taxonomies() {
  return {"content/taxonomies.toml",
          "[[level]]\nid = \"entry\"\ntitle = \"Entry\"\n[[level]]\nid = \"senior\"\ntitle = "
          "\"Senior\"\n"
          "[[region]]\nid = \"us\"\ntitle = \"United States\"\ncurrency = \"USD\"\n"
          "[[skill_kind]]\nid = \"tool\"\ntitle = \"Tool\"\n[[family]]\nid = \"work\"\ntitle = "
          "\"Work\"\n"};
}

}  // namespace waymark
