#include "stages/pages/comparison_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

const SkillPair* find_pair(const Comparison& comparison, Id<Skill> skill) {
  for (const auto* list : {&comparison.shared, &comparison.only_first, &comparison.only_second})
    for (const SkillPair& pair : *list)
      if (pair.skill == skill) return &pair;
  return nullptr;
}

// To which of the two the skill matters more.
Id<Role> role_needing(const Comparison& comparison, Id<Skill> skill) {
  const SkillPair* pair = find_pair(comparison, skill);
  return pair && pair->first > pair->second ? comparison.first : comparison.second;
}

// The author's own choice first; derive has compared them all.
std::vector<Id<Role>> related(const Guide& guide, Id<Role> id) {
  std::vector<Id<Role>> roles = ids(guide.site[id].compare_with);
  for (const Neighbour& neighbour : guide.derived.roles[id.index].neighbours)
    if (std::find(roles.begin(), roles.end(), neighbour.role) == roles.end())
      roles.push_back(neighbour.role);
  return roles;
}

// The skills that set the two apart and that `role` asks more for.
void set_own_skills(const PageView& page, View at, std::string_view name,
                    const Comparison& comparison, Id<Role> role) {
  std::vector<Id<Skill>> own;
  std::copy_if(comparison.difference.begin(), comparison.difference.end(), std::back_inserter(own),
               [&](Id<Skill> skill) { return role_needing(comparison, skill) == role; });
  set_section(at, name, own,
              [&](View item, Id<Skill> skill) { fill_link(page, item, any(skill)); });
}

}  // namespace

const Comparison* find_comparison(const Derived& derived, Id<Role> a, Id<Role> b) {
  const auto wanted = std::minmax(a, b);
  const auto found = std::lower_bound(derived.comparisons.begin(), derived.comparisons.end(),
                                      wanted, [](const Comparison& comparison, const auto& pair) {
                                        return std::pair(comparison.first, comparison.second) <
                                               std::pair(pair.first, pair.second);
                                      });
  const bool is_it = found != derived.comparisons.end() && found->first == wanted.first &&
                     found->second == wanted.second;
  return is_it ? &*found : nullptr;
}

std::string pair_name(const Site& site, const Comparison& comparison) {
  return fmt::format("{} or {}", site[comparison.first].title,
                     name_in_sentence(site[comparison.second]));
}

void set_overlap(View at, const Comparison& comparison) {
  set_text(at, "overlap", comparison.affinity ? share_text(*comparison.affinity) : "");
}

void set_difference(const PageView& page, View at, const Comparison& comparison) {
  if (!comparison.affinity) return at.set_nothing("difference");
  set_section(at, "difference", comparison.difference, [&](View item, Id<Skill> skill) {
    fill_link(page, item, any(skill));
    item.set("more", name_in_sentence(page.guide.site[role_needing(comparison, skill)]));
  });
}

void set_related_roles(PageView& page, Id<Role> id) {
  const Guide& guide = page.guide;
  const auto& mixed_up = guide.site[id].compare_with;
  const auto is_mixed_up = [&](Id<Role> role) {
    return std::any_of(mixed_up.begin(), mixed_up.end(),
                       [&](const Ref<Role>& named) { return named.id == role; });
  };
  std::vector<const Comparison*> comparisons;
  for (const Id<Role> role : related(guide, id))
    if (const Comparison* comparison = find_comparison(guide.derived, id, role))
      comparisons.push_back(comparison);
  page.view.set("compare_url", page.link("compare/"));
  set_section(
      page.view, "related_roles", comparisons, [&](View item, const Comparison* comparison) {
        const bool is_first = comparison->first == id;
        const Id<Role> other = is_first ? comparison->second : comparison->first;
        fill_link(page, item, any(other));
        item.set("mixed_up", is_mixed_up(other));
        set_overlap(item, *comparison);
        set_own_skills(page, item, "less", *comparison, id);
        set_own_skills(page, item, "more", *comparison, other);
        item.set("pair", pair_name(guide.site, *comparison));
        item.set("comparison_url", page.link(comparison_url(guide.site[comparison->first].id,
                                                            guide.site[comparison->second].id)));
      });
}

}  // namespace waymark
