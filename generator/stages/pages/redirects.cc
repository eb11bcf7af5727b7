// A page at each old address, which forwards to the new one.
#include "model/urls.h"
#include "stages/pages/pages.h"

namespace waymark {

PlannedPage redirect_page(std::string from, std::string to, Span place) {
  const auto fill = [to = std::move(to), place](PageView& page) {
    const std::string url = page.link(to);
    page.note_link(url, place);
    page.view.set("target_url", url);
    page.view.set("target_path", to);
    const std::string_view target = std::string_view(to).substr(0, to.find('#'));
    const std::string canonical = absolute_url(page.guide.options.base_url, target);
    page.note_link(canonical, place);
    page.view.set("target_canonical", canonical);
    page.view.set("script_url", page.asset_url("redirect.js"));
  };
  return {.url = std::move(from), .layout = "redirect", .fill = fill, .sitemap = InSitemap::no};
}

void plan_redirects(const Guide& guide, Plan& plan) {
  for (const auto& [from, to] : guide.site->redirects)
    if (to) plan.push_back(redirect_page(from.url, to->url, to->span));
}

}  // namespace waymark
