// The pages that are no records of a career, and stand at the site's root.
#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {

void plan_plain_pages(const Guide& guide, Plan& plan) {
  for (std::uint32_t i = 0; i < guide.site->pages.size(); ++i) {
    const Id<PlainPage> id{i};
    const auto fill = [id](PageView& page) {
      set_entry_page(page, page.guide.site[id], Kind::page);
      set_mentions(page, page.view, any(id));
    };
    plan.push_back({.url = url_of(Kind::page, guide.site[id].id),
                    .layout = "page",
                    .fill = fill,
                    .record = &guide.site[id],
                    .modified = last_change(guide.site[id])});
  }
}

}  // namespace waymark
