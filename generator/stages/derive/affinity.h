// How near two roles are by the skills that they list.
//
// Each skill s has a weight w(s) = ln(1 + N / n(s)), where N is the number of roles that list
// skills and n(s) how many of them list s: what few roles need says more than what all need (the
// inverse document frequency of Spärck Jones 1972, here never 0). With a(s) and b(s) the importance
// of s in the two roles, 0 where it is not listed,
//
//   affinity = sum over s of w(s) min(a(s), b(s)) / sum over s of w(s) max(a(s), b(s)),
//
// the weighted Jaccard index (Ruzicka 1958): symmetric, from 0 to 1, 1 for a role and itself.
#pragma once

#include <optional>
#include <vector>

#include "model/derived.h"

namespace waymark {

// Borrows the site.
class Affinities {
 public:
  explicit Affinities(const Site& site);

  double weight(Id<Skill> skill) const { return weights_[skill.index]; }  // 0: no role lists it
  // Nothing where one of them lists no skill: that is no 0.
  std::optional<double> between(Id<Role> a, Id<Role> b) const;
  // What each skill of either is to both, by skill.
  std::vector<SkillPair> skills(Id<Role> a, Id<Role> b) const;
  // Of each role the nearest, nearest first, then by title; those that share nothing are left out.
  // Cost: for each skill of each role the roles that list it, too.
  std::vector<std::vector<Neighbour>> nearest(std::size_t most) const;

 private:
  struct Need {
    Id<Skill> skill;
    int importance = 0;
    std::optional<SkillLevel> level;
  };
  double union_weight(Id<Role> a, Id<Role> b, double shared) const {
    return totals_[a.index] + totals_[b.index] - shared;
  }

  const Site& site_;
  std::vector<std::vector<Need>> needs_;  // of each role, by skill: sums do not depend on the order
                                          // in which an author lists them
  std::vector<std::vector<RoleNeed>> roles_;  // that list each skill
  std::vector<double> weights_;               // of each skill
  std::vector<double> totals_;                // of each role: weight times importance
};

}  // namespace waymark
