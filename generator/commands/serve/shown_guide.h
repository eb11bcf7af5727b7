// A guide whose content has no mistakes, ready to be shown page by page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "build.h"

namespace waymark {

// Stays where it is made, as its parts point to each other. Threads: const, from any.
class ShownGuide {
 public:
  // `linked` has no errors; its templates may, which `found` tells, and then it has no pages.
  ShownGuide(MadeGuide linked, const BuildRequest& request);

  const Sources& sources() const { return guide_.sources; }
  const std::string& base_url() const { return base_url_; }
  const Diagnostics& found() const { return found_; }
  // Makes and checks all pages; what was found so far, and what is wrong with them.
  Diagnostics check(const BuildRequest& request) const;
  // The bytes that would be published at a path: "roles/welder/index.html".
  std::optional<std::string> file(std::string_view path) const;

 private:
  MadeGuide guide_;
  Diagnostics found_;
  std::string base_url_;
  Rendering rendering_;
};

}  // namespace waymark
