// What a server shows for an address that leads nowhere.
#include "stages/pages/pages.h"

namespace waymark {

void plan_not_found(const Guide&, Plan& plan) {
  const auto fill = [](PageView& page) {
    page.view.set("roles_url", page.link("roles/"));
    page.view.set("articles_url", page.link("articles/"));
  };
  plan.push_back({.url = "404.html",
                  .layout = "not_found",
                  .fill = fill,
                  .links = Links::absolute,
                  .sitemap = InSitemap::no});
}

}  // namespace waymark
