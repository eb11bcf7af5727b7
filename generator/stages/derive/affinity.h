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

  double weight(Id<Skill> skill) const { return weights_[skill.index]; }
  // Nothing where one of them lists no skill: that is no 0.
  std::optional<double> between(Id<Role> a, Id<Role> b) const;
  // The nearest, nearest first, then by title; those that share nothing are left out.
  // Cost: for each of its skills the roles that list it, too.
  std::vector<Neighbour> nearest(Id<Role> role, std::size_t most) const;

 private:
  const Site& site_;
  std::vector<double> weights_;               // of each skill
  std::vector<std::vector<RoleNeed>> roles_;  // that list each skill
};

}  // namespace waymark
