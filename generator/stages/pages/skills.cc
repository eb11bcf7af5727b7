// All skills by kind, and one page for each.
#include <set>

#include "base/text.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

// Families of the roles that need it, in the order of the taxonomy.
void set_families(const PageView& page, View at, Id<Skill> id) {
  const Site& site = page.guide.site;
  std::set<Id<Family>> families;
  for (const RoleNeed& need : page.guide.derived.skills[id.index].roles)
    families.insert(site[need.role].family.id);
  set_section(at, "families", families, [&](View item, Id<Family> family) {
    item.set("title", site->taxonomies.families[family.index].title);
  });
}

void fill_index(PageView& page) {
  set_section_link(page, page.view, "matrix_url", "skills/matrix/");
  ViewList kinds = page.view.list("kinds");
  for (const SkillsOfKind& group : skills_by_kind(page.guide.catalog())) {
    View kind = kinds.add();
    kind.set("title", group.kind.title);
    set_text(kind, "summary", group.kind.summary);
    set_section(kind, "skills", group.skills, [&](View item, Id<Skill> id) {
      fill_skill_row(page, item, id);
      set_families(page, item, id);
    });
  }
}

void fill_skill(PageView& page, Id<Skill> id) {
  const Skill& skill = page.guide.site[id];
  const SkillLinks& links = page.guide.derived.skills[id.index];
  View view = page.view;
  set_entry_page(page, skill, Kind::skill);

  page.card.kind = "Skill";
  if (const std::size_t roles = links.roles.size(); roles > 0) {
    page.card.value = counted(roles, "role");
    page.card.label = roles == 1 ? "in this guide asks for it" : "in this guide ask for it";
  }
  view.set("kind", page.guide.site[skill.kind].title);
  set_entries(page, view, "prerequisites", ids(skill.prerequisites));
  set_entries(page, view, "needed_for", links.needed_for);
  set_section(view, "roles", links.roles, [&](View item, const RoleNeed& need) {
    fill_entry(page, item, any(need.role));
    item.set("importance", need.importance);
    set_text(item, "level", need.level ? word(*need.level) : "");
  });
  set_certifications(page, view, "certifications", links.certifications);
  set_section(view, "learn", skill.learn, [](View item, const WebLink& web) {
    item.set("title", web.title);
    item.set("url", web.url);
    set_text(item, "note", web.note);
  });
  set_entries(page, view, "related", ids(skill.related));
  set_articles(page, view, "articles", links.articles);
  set_mentions(page, view, any(id));
}

}  // namespace

std::vector<SkillsOfKind> skills_by_kind(const Catalog& catalog) {
  std::vector<SkillsOfKind> groups;
  for (std::uint32_t kind = 0; kind < catalog.taxonomies.skill_kinds.size(); ++kind) {
    std::vector<Id<Skill>> members;
    for (std::uint32_t i = 0; i < catalog.skills.size(); ++i)
      if (catalog.skills[i].kind.id.index == kind) members.push_back({i});
    if (!members.empty())
      groups.push_back({catalog.taxonomies.skill_kinds[kind], std::move(members)});
  }
  return groups;
}

void fill_skill_row(PageView& page, View item, Id<Skill> id) {
  const Skill& skill = page.guide.site[id];
  fill_entry(page, item, any(id));
  item.set("kind", page.guide.site[skill.kind].title);
  set_entries(page, item, "prerequisites", ids(skill.prerequisites));
  item.set("role_count", page.guide.derived.skills[id.index].roles.size());
}

void plan_skills(const Guide& guide, Plan& plan) {
  plan.push_back({.url = "skills/", .layout = "skills", .fill = fill_index});
  for (std::uint32_t i = 0; i < guide.site->skills.size(); ++i) {
    const Id<Skill> id{i};
    plan.push_back({.url = url_of(Kind::skill, guide.site[id].id),
                    .layout = "skill",
                    .fill = [id](PageView& page) { fill_skill(page, id); },
                    .record = &guide.site[id],
                    .about = any(id),
                    .modified = last_change(guide.site[id])});
  }
}

}  // namespace waymark
