// The planner: what a reader knows, what they want to become, what lies between. Without a script
// it is a worksheet to be printed.
#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

void fill_skill(const PageView& page, View item, Id<Skill> id) {
  fill_link(page, item, any(id));
  item.set("id", page.guide.site[id].id);
}

void fill_role(const PageView& page, View item, Id<Role> id) {
  fill_link(page, item, any(id));
  item.set("id", page.guide.site[id].id);
  set_section(item, "skills", page.guide.derived.roles[id.index].skills,
              [&](View skill, const SkillNeed& need) {
                fill_skill(page, skill, need.id.id);
                skill.set("importance", need.importance);
              });
}

void fill(PageView& page) {
  const Guide& guide = page.guide;
  View view = page.view;
  view.set("script_url", page.asset_url("planner.js"));
  view.set("api_url", page.link("api/"));
  ViewList kinds = view.list("kinds");
  for (const SkillsOfKind& group : skills_by_kind(guide.catalog())) {
    View kind = kinds.add();
    kind.set("title", group.kind.title);
    ViewList skills = kind.list("skills");
    for (const Id<Skill> id : group.skills) fill_skill(page, skills.add(), id);
  }
  ViewList roles = view.list("roles");
  for (const Id<Role> id : roles_by_title(guide.site)) fill_role(page, roles.add(), id);
}

}  // namespace

void plan_planner(const Guide& guide, Plan& plan) {
  if (!has_section(guide.catalog(), "planner/")) return;
  plan.push_back({.url = "planner/", .layout = "planner", .fill = fill});
}

}  // namespace waymark
