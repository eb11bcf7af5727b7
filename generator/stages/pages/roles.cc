// The comparison of all roles, and one page for each.
#include <fmt/format.h>

#include <algorithm>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/comparison_parts.h"
#include "stages/pages/course.h"
#include "stages/pages/ladder.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/rows.h"
#include "stages/pages/trajectory.h"

namespace waymark {
namespace {

void set_education(const PageView& page, View at, const Role& role) {
  const auto& typical = role.education.typical;
  set_text(at, "entry_education", typical.id.valid() ? page.guide.site[typical].title : "");
}

// The rows that stand for the role in tables; without one of its own, the author's reason.
void set_headlines(PageView& page, View at, Id<Role> id) {
  const RoleLinks& links = page.guide.derived.roles[id.index];
  set_pay_row(page, at, "pay", links.headline);
  set_pay_row(page, at, "official_pay", links.official_headline);
  set_text(at, "no_pay", page.guide.site[id].no_pay);
}

Card card_of(const Guide& guide, Id<Role> id) {
  const RoleLinks& links = guide.derived.roles[id.index];
  for (const Id<Salary> row : {links.headline, links.official_headline})
    if (row.valid()) return pay_card(guide, row);
  return {};
}

void fill_skill_need(const PageView& page, View item, const SkillNeed& need) {
  fill_entry(page, item, any(need.id.id));
  item.set("id", page.guide.site[need.id].id);
  item.set("importance", need.importance);
  set_text(item, "level", need.level ? word(*need.level) : "");
}

void set_top_skills(const PageView& page, View at, Id<Role> id, std::ptrdiff_t most) {
  const std::vector<SkillNeed>& skills = page.guide.derived.roles[id.index].skills;
  const std::vector<SkillNeed> first(skills.begin(),
                                     skills.begin() + std::min(most, std::ssize(skills)));
  set_section(at, "top_skills", first,
              [&](View item, const SkillNeed& need) { fill_skill_need(page, item, need); });
}

void fill_index(PageView& page) {
  set_section_link(page, page.view, "matrix_url", "skills/matrix/");
  set_section_link(page, page.view, "planner_url", "planner/");
  ViewList rows = page.view.list("roles");
  const std::vector<Role>& roles = page.guide.site->roles;
  for (std::uint32_t i = 0; i < roles.size(); ++i) fill_role_row(page, rows.add(), Id<Role>{i});
}

using Rows = std::vector<Id<Salary>>;

// at.name = the rows of the lead's region and year, which are at.name_place; at.name_rest = the
// others, to unfold.
void set_pay_tables(PageView& page, View at, const std::string& name, const std::string& table_id,
                    Rows rows, Id<Salary> lead_id) {
  const Salary& lead = page.guide.site[lead_id];
  const auto rest = std::stable_partition(rows.begin(), rows.end(), [&](Id<Salary> id) {
    const Salary& row = page.guide.site[id];
    return row.region.id == lead.region.id && row.year == lead.year;
  });
  View place = at.object(name + "_place");
  place.set("region", page.guide.site[lead.region].title);
  place.set("year", lead.year);
  place.set("old", page.guide.derived.salaries[lead_id.index].is_old);
  set_pay_table(page, at, name, table_id, Rows(rows.begin(), rest));
  set_pay_table(page, at, name + "_rest", table_id + "-rest", Rows(rest, rows.end()));
}

void set_own_pay(PageView& page, const RoleLinks& links) {
  if (links.salaries.empty()) {
    page.view.set_nothing("own_pay");
    return page.view.set_nothing("own_pay_rest");
  }
  const Id<Salary> lead = links.headline.valid() ? links.headline : links.salaries.front();
  set_pay_tables(page, page.view, "own_pay", "Survey-pay", links.salaries, lead);
}

// The official rows that stand in for the role: a table for each occupation, with the reason.
void set_proxies(PageView& page, const Role& role, const Rows& rows) {
  View view = page.view;
  std::vector<std::pair<const Occupation*, Rows>> tables;
  for (const Occupation& occupation : role.occupations) {
    Rows own;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(own), [&](Id<Salary> row) {
      return page.guide.site[row].occupation == occupation.code;
    });
    if (!own.empty()) tables.emplace_back(&occupation, std::move(own));
  }
  std::size_t number = 0;
  set_section(view, "proxies", tables, [&](View item, const auto& table) {
    const auto& [occupation, own] = table;
    item.set("code", occupation->code);
    item.set("name",
             occupation->title.empty() ? page.guide.site[own.front()].title : occupation->title);
    item.set("match", word(occupation->match));
    set_text(item, "why", occupation->note);
    set_pay_tables(page, item, "pay_table", fmt::format("Official-pay-{}", ++number), own,
                   own.front());
  });
}

void set_occupations(View view, const Role& role) {
  set_section(view, "occupations", role.occupations, [](View item, const Occupation& occupation) {
    item.set("system", word(occupation.system));
    set_text(item, "code", occupation.code);
    set_text(item, "name", occupation.title.empty() ? occupation.code : occupation.title);
    item.set("match", word(occupation.match));
    set_text(item, "why", occupation.note);
    set_text(item, "url", occupation.url);
  });
}

void fill_role(PageView& page, Id<Role> id) {
  const Site& site = page.guide.site;
  const Role& role = site[id];
  const RoleLinks& links = page.guide.derived.roles[id.index];
  View view = page.view;
  set_headlines(page, view, id);  // before the prose, so that marks are numbered as one reads
  set_entry_page(page, role, Kind::role);
  page.card = card_of(page.guide, id);
  page.card.kind = "Role";

  set_pick(page, view, any(id));
  view.set("family", site[role.family].title);
  set_terms(page, view, "levels", role.levels);
  set_terms(page, view, "industries", role.industries);
  set_education(page, view, role);
  set_text(view, "education_note", role.education.note);
  set_section(view, "duties", role.duties,
              [](View item, const std::string& duty) { item.set("text", duty); });
  constexpr std::ptrdiff_t at_a_glance = 5;
  set_top_skills(page, view, id, at_a_glance);
  set_section(view, "skills", links.skills,
              [&](View item, const SkillNeed& need) { fill_skill_need(page, item, need); });
  set_roadmap(page, view, id);
  set_trajectory(page, id);
  set_own_pay(page, links);
  set_proxies(page, role, links.proxies);
  set_certifications(page, view, "certifications", ids(role.certifications));
  set_moves(page, view, id);
  set_related_roles(page, id);
  set_figures(page, view, "outlook", role.outlook);
  set_figures(page, view, "education_shares", role.education.shares);
  set_occupations(view, role);
  set_articles(page, view, "articles", links.articles);
  set_mentions(page, view, any(id));
  set_section(view, "disputes", links.disputes,
              [&](View item, Id<Dispute> dispute) { fill_link(page, item, any(dispute)); });
}

}  // namespace

void fill_role_row(PageView& page, View item, Id<Role> id) {
  constexpr std::ptrdiff_t top = 3;
  const Site& site = page.guide.site;
  const Role& role = site[id];
  fill_entry(page, item, any(id));
  set_pick(page, item, any(id));
  item.set("family", site[role.family].title);
  set_terms(page, item, "levels", role.levels);
  set_education(page, item, role);
  set_headlines(page, item, id);
  item.set("skill_count", page.guide.derived.roles[id.index].skills.size());
  set_top_skills(page, item, id, top);
}

std::vector<Id<Role>> roles_by_title(const Site& site) {
  std::vector<Id<Role>> roles;
  for (std::uint32_t i = 0; i < site->roles.size(); ++i) roles.push_back({i});
  std::sort(roles.begin(), roles.end(), [&](Id<Role> a, Id<Role> b) {
    return std::tie(site[a].title, a) < std::tie(site[b].title, b);
  });
  return roles;
}

void plan_roles(const Guide& guide, Plan& plan) {
  plan.push_back({.url = "roles/", .layout = "roles", .fill = fill_index});
  for (std::uint32_t i = 0; i < guide.site->roles.size(); ++i) {
    const Id<Role> id{i};
    plan.push_back({.url = url_of(Kind::role, guide.site[id].id),
                    .layout = "role",
                    .fill = [id](PageView& page) { fill_role(page, id); },
                    .record = &guide.site[id],
                    .about = any(id),
                    .modified = last_change(guide.site[id])});
  }
}

}  // namespace waymark
