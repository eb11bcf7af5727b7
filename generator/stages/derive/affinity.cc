#include "stages/derive/affinity.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace waymark {

Affinities::Affinities(const Site& site)
    : site_(site),
      needs_(site->roles.size()),
      roles_(site->skills.size()),
      weights_(site->skills.size()),
      totals_(site->roles.size()) {
  double listing = 0;  // roles that list skills
  for (std::uint32_t i = 0; i < needs_.size(); ++i) {
    const std::vector<SkillNeed>& listed = site->roles[i].skills;
    if (!listed.empty()) ++listing;
    needs_[i].reserve(listed.size());
    for (const SkillNeed& need : listed) {
      needs_[i].push_back({need.id.id, need.importance, need.level});
      roles_[need.id.id.index].push_back({Id<Role>{i}, need.importance, need.level});
    }
    std::sort(needs_[i].begin(), needs_[i].end(),
              [](const Need& a, const Need& b) { return a.skill < b.skill; });
  }
  for (std::size_t i = 0; i < weights_.size(); ++i)
    if (!roles_[i].empty())
      weights_[i] = std::log(1 + listing / static_cast<double>(roles_[i].size()));
  for (std::size_t i = 0; i < needs_.size(); ++i)
    for (const Need& need : needs_[i]) totals_[i] += weight(need.skill) * need.importance;
}

std::optional<double> Affinities::between(Id<Role> a, Id<Role> b) const {
  if (needs_[a.index].empty() || needs_[b.index].empty()) return std::nullopt;
  double shared = 0;
  for (const SkillPair& pair : skills(a, b))
    shared += pair.weight * std::min(pair.first, pair.second);
  return shared / union_weight(a, b, shared);
}

std::vector<SkillPair> Affinities::skills(Id<Role> a, Id<Role> b) const {
  const std::vector<Need>& first = needs_[a.index];
  const std::vector<Need>& second = needs_[b.index];
  std::vector<SkillPair> pairs;
  pairs.reserve(first.size() + second.size());
  for (auto x = first.begin(), y = second.begin(); x != first.end() || y != second.end();) {
    const bool takes_x = y == second.end() || (x != first.end() && x->skill <= y->skill);
    const bool takes_y = x == first.end() || (y != second.end() && y->skill <= x->skill);
    SkillPair& pair = pairs.emplace_back();
    pair.skill = takes_x ? x->skill : y->skill;
    pair.weight = weight(pair.skill);
    if (takes_x) {
      pair.first = x->importance;
      pair.first_level = x->level;
      ++x;
    }
    if (takes_y) {
      pair.second = y->importance;
      pair.second_level = y->level;
      ++y;
    }
  }
  return pairs;
}

std::vector<std::vector<Neighbour>> Affinities::nearest(std::size_t most) const {
  std::vector<std::vector<Neighbour>> nearest(needs_.size());
  std::vector<double> shared(needs_.size());  // with the role at hand; 0 again after it
  for (std::uint32_t i = 0; i < needs_.size(); ++i) {
    const Id<Role> role{i};
    std::vector<Neighbour>& found = nearest[i];
    for (const Need& need : needs_[i])
      for (const RoleNeed& other : roles_[need.skill.index]) {
        if (other.role == role) continue;
        double& sum = shared[other.role.index];
        if (sum == 0) found.push_back({.role = other.role});
        sum += weight(need.skill) * std::min(need.importance, other.importance);
      }
    for (Neighbour& neighbour : found) {
      double& sum = shared[neighbour.role.index];
      neighbour.affinity = sum / union_weight(role, neighbour.role, sum);
      sum = 0;
    }
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), last, found.end(), [&](const auto& a, const auto& b) {
      return std::tie(b.affinity, site_[a.role].title, a.role) <
             std::tie(a.affinity, site_[b.role].title, b.role);
    });
    found.erase(last, found.end());
    found.shrink_to_fit();
  }
  return nearest;
}

}  // namespace waymark
