// A page at each old address, which forwards to the new one.
#include "model/urls.h"
#include "stages/pages/pages.h"

namespace waymark {
namespace {

void fill(PageView& page, const SitePath& to) {
  const std::string url = page.link(to.url);
  page.note_link(url, to.span);
  page.view.set("target_url", url);
  page.view.set("target_path", to.url);
  const std::string_view target = std::string_view(to.url).substr(0, to.url.find('#'));
  page.view.set("target_canonical", absolute_url(page.guide.options.base_url, target));
  page.view.set("script_url", page.link("assets/redirect.js"));
}

}  // namespace

void plan_redirects(const Guide& guide, Plan& plan) {
  for (const Redirect& redirect : guide.site->redirects) {
    if (!redirect.to) continue;
    const SitePath& to = *redirect.to;
    plan.push_back({.url = redirect.from.url,
                    .layout = "redirect",
                    .fill = [&to](PageView& page) { fill(page, to); },
                    .sitemap = InSitemap::no});
  }
}

}  // namespace waymark
