// What a link can lead to. Private to link.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "model/catalog.h"

namespace waymark {

// Pages and assets by the path of their file below content/, by their address in the guide and,
// those of records, by the names that they go by.
// Borrows: the catalog, whose lists must not change while it lives.
class PageFinder {
 public:
  struct Page {
    std::string url;  // from the site's root
    std::optional<RecordRef> record;
    const Document* document = nullptr;  // whose headings can be linked to
    std::string_view id = {};            // of the record, as its title
    std::string_view title = {};
  };

  PageFinder(const Sources& sources, const Catalog& catalog);

  const Page* by_file(std::string_view path) const;  // "roles/ai-engineer.md"
  const Page* by_url(std::string_view url) const;    // "roles/ai-engineer/"
  bool has(std::string_view url) const { return by_url(url) != nullptr; }
  // All whose id, title or alias it is, in any case; in order of kind and id.
  std::vector<const Page*> by_name(std::string_view name) const;
  const Page* by_id(Kind kind, std::string_view id) const;
  std::string full_name(const Page& page) const;  // of a record: "role:electrician"

  const Withheld* withheld(std::string_view path) const;  // a file whose record is not published
  // One of this id; or one without an id, whose file could not be read.
  const Withheld* withheld_record(std::optional<Kind> kind, std::string_view id) const;

  // The file that was probably meant: in this one's folder by nearly its name, or elsewhere by the
  // very same; else empty.
  std::string near_file(std::string_view path) const;
  std::vector<std::string_view> names() const;

 private:
  std::size_t add(std::string file, Page page);
  void add_name(std::string_view name, std::size_t page);
  const Page* find(const std::unordered_map<std::string, std::size_t>& places,
                   std::string_view key) const;

  const Catalog& catalog_;
  std::vector<Page> pages_;
  std::unordered_map<std::string, std::size_t> files_;
  std::unordered_map<std::string, std::size_t> urls_;
  std::unordered_map<std::string, std::vector<std::size_t>> names_;  // folded
  std::vector<std::string_view> written_names_;
  std::unordered_map<std::string, const Withheld*> withheld_;
};

}  // namespace waymark
