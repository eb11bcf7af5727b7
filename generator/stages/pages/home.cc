// The home page.
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

// A main place and how much is there.
void set_place(PageView& page, std::string_view name, std::string_view url, std::size_t count) {
  if (count == 0) return page.view.set_nothing(name);
  View place = page.view.object(name);
  place.set("url", page.link(url));
  place.set("count", count);
}

void fill_role(PageView& page, View card, Id<Role> id) {
  fill_entry(page, card, any(id));
  set_pay_row(page, card, "pay", page.guide.derived.roles[id.index].headline);
  set_text(card, "no_pay", page.guide.site[id].no_pay);
}

void fill(PageView& page) {
  const Catalog& catalog = page.guide.catalog();
  const Home& home = catalog.home;
  const SiteSettings& settings = catalog.settings;
  page.set_head(home.title.empty() ? settings.title : home.title, home.summary);
  page.view.set("summary", home.summary.empty() ? settings.description : home.summary);
  set_extra(page.view, home.extra);
  set_prose(page, home.body);
  set_section(page.view, "roles", ids(home.roles),
              [&](View item, Id<Role> id) { fill_role(page, item, id); });
  set_articles(page, page.view, "articles", ids(home.articles));

  set_section_link(page, page.view, "planner_url", "planner/");
  set_place(page, "all_roles", "roles/", catalog.roles.size());
  set_place(page, "all_comparisons", "compare/", page.guide.derived.comparisons.size());
  set_place(page, "all_paths", "paths/", page.guide.derived.paths.size());
  set_place(page, "all_skills", "skills/", catalog.skills.size());
  set_place(page, "all_certifications", "certifications/", catalog.certifications.size());
  set_place(page, "all_articles", "articles/", catalog.articles.size());
  set_place(page, "all_salaries", "salaries/", catalog.salaries.size());
  set_place(page, "all_sources", "sources/", catalog.sources.size());
}

}  // namespace

void plan_home(const Guide& guide, Plan& plan) {
  plan.push_back({.url = "", .layout = "home", .fill = fill, .record = &guide.catalog().home});
}

}  // namespace waymark
