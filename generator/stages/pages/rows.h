// A record as one of several in a table: in the list of its kind, and where it is compared.
#pragma once

#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

void fill_role_row(PageView& page, View item, Id<Role> id);
void fill_skill_row(PageView& page, View item, Id<Skill> id);
void fill_certification_row(PageView& page, View item, Id<Certification> id);
// {conflicts, sources}: where its sources disagree and their marks, or nothing.
void set_conflicts(PageView& page, View at, const Certification& certification);

// In the order of the taxonomy, without kinds that have no skill.
struct SkillsOfKind {
  const SkillKind& kind;
  std::vector<Id<Skill>> skills;
};
std::vector<SkillsOfKind> skills_by_kind(const Catalog& catalog);
std::vector<Id<Role>> roles_by_title(const Site& site);

}  // namespace waymark
