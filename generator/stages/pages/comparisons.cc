// Two roles side by side, and the table from which a reader chooses them.
#include <algorithm>
#include <tuple>

#include "model/urls.h"
#include "stages/pages/comparison_page.h"
#include "stages/pages/comparison_parts.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

// A square of more roles is too wide to read, and grows with their square.
constexpr std::size_t widest_square = 40;

std::string url_of(const Site& site, const Comparison& comparison) {
  return comparison_url(site[comparison.first].id, site[comparison.second].id);
}

void fill_pair(const PageView& page, View at, const Comparison& comparison) {
  const Site& site = page.guide.site;
  at.set("url", page.link(url_of(site, comparison)));
  at.set("pair", pair_name(site, comparison));
  set_overlap(at, comparison);
}

void fill_square_row(const PageView& page, View row, Id<Role> role,
                     const std::vector<Id<Role>>& roles) {
  ViewList cells = row.list("cells");
  for (const Id<Role> other : roles) {
    View cell = cells.add();
    const Comparison* comparison = find_comparison(page.guide.derived, role, other);
    cell.set("same", role == other);
    comparison ? fill_pair(page, cell.object("comparison"), *comparison)
               : cell.set_nothing("comparison");
  }
}

// Each role with those that it is compared with, by title.
std::vector<std::vector<const Comparison*>> comparisons_of_roles(const Guide& guide) {
  std::vector<std::vector<const Comparison*>> of_roles(guide.site->roles.size());
  for (const Comparison& comparison : guide.derived.comparisons) {
    of_roles[comparison.first.index].push_back(&comparison);
    of_roles[comparison.second.index].push_back(&comparison);
  }
  return of_roles;
}

void fill_list(const PageView& page, View view, const std::vector<Id<Role>>& roles) {
  const Site& site = page.guide.site;
  auto of_roles = comparisons_of_roles(page.guide);
  ViewList rows = view.list("rows");
  for (const Id<Role> role : roles) {
    View row = rows.add();
    fill_link(page, row, any(role));
    const auto other = [&](const Comparison* comparison) {
      return comparison->first == role ? comparison->second : comparison->first;
    };
    auto& own = of_roles[role.index];
    std::sort(own.begin(), own.end(), [&](auto* a, auto* b) {
      return std::tuple(std::string_view(site[other(a)].title), other(a)) <
             std::tuple(std::string_view(site[other(b)].title), other(b));
    });
    set_section(row, "comparisons", own, [&](View item, const Comparison* comparison) {
      item.set("title", site[other(comparison)].title);
      fill_pair(page, item, *comparison);
    });
  }
}

void fill_index(PageView& page) {
  const Guide& guide = page.guide;
  View view = page.view;
  view.set("script_url", page.asset_url("compare.js"));
  view.set("api_url", page.link("api/"));
  const std::vector<Id<Role>> roles = roles_by_title(guide.site);
  const bool is_square = roles.size() <= widest_square;
  if (!is_square) {
    view.set_nothing("square");
    return fill_list(page, view.object("list"), roles);
  }
  view.set_nothing("list");
  View square = view.object("square");
  ViewList columns = square.list("columns");
  ViewList rows = square.list("rows");
  for (const Id<Role> role : roles) {
    columns.add(guide.site[role].title);
    View row = rows.add();
    fill_link(page, row, any(role));
    fill_square_row(page, row, role, roles);
  }
}

}  // namespace

void plan_comparisons(const Guide& guide, Plan& plan) {
  if (!has_section(guide.catalog(), "compare/")) return;
  const auto listing = static_cast<std::size_t>(
      std::count_if(guide.site->roles.begin(), guide.site->roles.end(),
                    [](const Role& role) { return !role.skills.empty(); }));
  plan.push_back({.url = "compare/", .layout = "compare", .fill = fill_index});
  for (const Comparison& comparison : guide.derived.comparisons) {
    const std::string url = url_of(guide.site, comparison);
    plan.push_back(redirect_page(
        comparison_url(guide.site[comparison.second].id, guide.site[comparison.first].id), url,
        {}));
    plan.push_back(
        {.url = url, .layout = "comparison", .fill = [&comparison, listing](PageView& page) {
           fill_comparison(page, comparison, listing);
         }});
  }
}

}  // namespace waymark
