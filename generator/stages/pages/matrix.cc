// Which role needs which skill, as one table.
#include <algorithm>
#include <map>

#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// A site of many roles gets several tables, each of roles that are alike and the skills that they
// list: the page grows with the roles, not with roles times skills.
constexpr std::ptrdiff_t roles_in_a_table = 30;

using Roles = std::vector<Id<Role>>;
// Of each skill that one of the roles lists what each of them needs, in their order; null: nothing.
using Needs = std::map<Id<Skill>, std::vector<const SkillNeed*>>;

Needs needs_of(const Derived& derived, const Roles& roles) {
  Needs needs;
  for (std::size_t column = 0; column < roles.size(); ++column)
    for (const SkillNeed& need : derived.roles[roles[column].index].skills) {
      auto& row = needs[need.id.id];
      row.resize(roles.size());
      row[column] = &need;
    }
  return needs;
}

void fill_row(const PageView& page, View row, Id<Skill> id, const Roles& roles,
              const std::vector<const SkillNeed*>& needs) {
  const Site& site = page.guide.site;
  fill_link(page, row, any(id));
  ViewList cells = row.list("cells");
  for (std::size_t column = 0; column < roles.size(); ++column) {
    View cell = cells.add();
    if (!needs[column]) {
      cell.set_nothing("need");
      continue;
    }
    const Role& role = site[roles[column]];
    View need = cell.object("need");
    need.set("importance", needs[column]->importance);
    need.set("role", role.title);
    need.set("url", page.link(url_of(Kind::role, role.id) + "#Skill-" + site[id].id));
  }
}

void fill_table(const PageView& page, View table, const Roles& roles) {
  ViewList columns = table.list("columns");
  for (const Id<Role> role : roles) fill_link(page, columns.add(), any(role));
  const Needs needs = needs_of(page.guide.derived, roles);
  ViewList rows = table.list("rows");
  for (const Id<Skill> skill : page.guide.derived.matrix_skills)
    if (const auto found = needs.find(skill); found != needs.end())
      fill_row(page, rows.add(), skill, roles, found->second);
}

void fill_matrix(PageView& page) {
  const Roles& all = page.guide.derived.matrix_roles;
  std::vector<Roles> tables;
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = begin + std::min(roles_in_a_table, all.end() - begin);
    tables.emplace_back(begin, end);
    begin = end;
  }
  page.view.set("skills_url", page.link("skills/"));
  page.view.set("several", tables.size() > 1);
  std::size_t number = 0;
  set_section(page.view, "tables", tables, [&](View table, const Roles& roles) {
    table.set("number", ++number);
    fill_table(page, table, roles);
  });
}

}  // namespace

void plan_matrix(const Guide& guide, Plan& plan) {
  if (!has_section(guide.catalog(), "skills/matrix/")) return;
  plan.push_back({.url = "skills/matrix/", .layout = "matrix", .fill = fill_matrix});
}

}  // namespace waymark
