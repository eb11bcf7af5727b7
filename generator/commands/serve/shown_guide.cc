#include "commands/serve/shown_guide.h"

#include <utility>

#include "formats/picture.h"

namespace waymark {

ShownGuide::ShownGuide(MadeGuide linked, const BuildRequest& request)
    : guide_(std::move(linked)),
      found_(guide_.found),
      base_url_(base_url_of(request, *guide_.site)),
      rendering_(prepare_pages(request, guide_, found_)) {
  found_.sort(guide_.sources);
}

Diagnostics ShownGuide::check(const BuildRequest& request) const {
  Diagnostics found = found_;
  if (!found.has_errors()) make_pages(request, guide_, rendering_, found);
  found.sort(guide_.sources);
  return found;
}

std::optional<std::string> ShownGuide::file(std::string_view path) const {
  std::optional<Page> page = rendering_.one(path);
  if (!page) return std::nullopt;
  if (page->copy_of != SourceId::none) return std::string(guide_.sources.text(page->copy_of));
  if (!page->is_drawn) return std::move(page->bytes);
  auto png = draw_png(page->bytes);
  return png ? std::optional(std::move(*png)) : std::nullopt;
}

}  // namespace waymark
