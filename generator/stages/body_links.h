// Finds where the links of a Markdown body lead. Private to link.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/catalog.h"

namespace waymark {

// What a link can lead to, by the path of its file below content/ and by its address in the guide.
// Borrows: the catalog, whose lists must not change while it lives.
class PageFinder {
 public:
  struct Page {
    std::string url;  // from the site's root
    std::optional<RecordRef> record;
    const Document* document = nullptr;  // whose headings can be linked to
  };

  PageFinder(const Sources& sources, const Catalog& catalog);

  const Page* by_file(std::string_view path) const;  // "roles/ai-engineer.md"
  const Page* by_url(std::string_view url) const;    // "roles/ai-engineer/"
  bool has(std::string_view url) const { return by_url(url) != nullptr; }
  const Withheld* withheld(std::string_view path) const;  // a file whose record is not published
  std::vector<std::string_view> files() const;

 private:
  void add(std::string file, Page page);

  std::vector<Page> pages_;
  std::unordered_map<std::string, std::size_t> files_;
  std::unordered_map<std::string, std::size_t> urls_;
  std::unordered_map<std::string, const Withheld*> withheld_;
};

// Sets body.targets. Links to Markdown files become links to pages, file and anchor checked; other
// relative links must name a file beside the content; `/roles/` starts at the site's root.
void link_body(const Sources& sources, const PageFinder& pages, Body& body, Diagnostics& out);

}  // namespace waymark
