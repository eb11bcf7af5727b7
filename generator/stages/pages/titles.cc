// What job titles mean, and which statistic stands nearest.
#include <algorithm>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

bool same_code(const Occupation& a, const Occupation& b) {
  return a.system == b.system && a.code == b.code && a.url == b.url;
}

// Its own codes; without any, those of its roles, each once.
std::vector<const Occupation*> codes_of(const Site& site, const JobTitle& title) {
  std::vector<const Occupation*> codes;
  const auto add = [&](const std::vector<Occupation>& occupations) {
    for (const Occupation& occupation : occupations)
      if (std::none_of(codes.begin(), codes.end(),
                       [&](const Occupation* known) { return same_code(*known, occupation); }))
        codes.push_back(&occupation);
  };
  add(title.occupations);
  if (codes.empty())
    for (const Ref<Role>& role : title.roles) add(site[role].occupations);
  return codes;
}

void fill_code(View item, const Occupation& occupation) {
  item.set("system", word(occupation.system));
  set_text(item, "code", occupation.code);
  set_text(item, "name", occupation.title);
  item.set("match", word(occupation.match));
  set_text(item, "why", occupation.note);
  set_text(item, "url", occupation.url);
}

struct Nearest {
  Id<Salary> row;
  const Occupation* occupation = nullptr;  // of the role, that names the row's code
};

// The official rows that stand for its roles, each once.
std::vector<Nearest> nearest_statistics(const Guide& guide, const JobTitle& title) {
  std::vector<Nearest> all;
  for (const Ref<Role>& role : title.roles) {
    const Id<Salary> row = guide.derived.roles[role.id.index].official_headline;
    const auto is_row = [&](const Nearest& known) { return known.row == row; };
    if (!row.valid() || std::any_of(all.begin(), all.end(), is_row)) continue;
    const std::vector<Occupation>& named = guide.site[role].occupations;
    const auto found = std::find_if(named.begin(), named.end(), [&](const Occupation& occupation) {
      return occupation.code == guide.site[row].occupation;
    });
    all.push_back({row, &*found});
  }
  return all;
}

void fill_statistic(PageView& page, View item, const Nearest& nearest) {
  fill_pay(page, item, nearest.row);
  item.set("match", word(nearest.occupation->match));
  set_text(item, "why", nearest.occupation->note);
}

void fill_title(PageView& page, View item, const JobTitle& title) {
  item.set("id", title.id);
  item.set("title", title.title);
  set_section(item, "aliases", title.aliases,
              [](View alias, const std::string& text) { alias.set("title", text); });
  item.set("meaning", title.meaning);
  set_section(item, "sources", title.sources,
              [&](View source, const Ref<Source>& ref) { page.cite(source, "mark", ref.id); });
  set_section(item, "roles", title.roles,
              [&](View role, const Ref<Role>& ref) { fill_link(page, role, any(ref.id)); });
  set_section(item, "codes", codes_of(page.guide.site, title),
              [](View code, const Occupation* occupation) { fill_code(code, *occupation); });
  set_section(item, "statistics", nearest_statistics(page.guide, title),
              [&](View at, const Nearest& nearest) { fill_statistic(page, at, nearest); });
  set_section(item, "traps", title.traps,
              [](View trap, const std::string& text) { trap.set("text", text); });
}

void fill(PageView& page) {
  ViewList titles = page.view.list("titles");
  for (const JobTitle& title : page.guide.site->titles) fill_title(page, titles.add(), title);
}

}  // namespace

void plan_titles(const Guide& guide, Plan& plan) {
  if (!has_section(guide.catalog(), "titles/")) return;
  plan.push_back({.url = "titles/", .layout = "titles", .fill = fill});
}

}  // namespace waymark
