// In which order skills are learned. Prerequisites form no circle: link has seen to it.
#pragma once

#include <vector>

#include "model/derived.h"

namespace waymark {

// Borrows the site.
// Cost of each call: the skills at hand and their prerequisites, not those of the site.
class Courses {
 public:
  explicit Courses(const Site& site) : site_(site), marks_(site->skills.size()) {}

  // Puts lessons into steps. A skill stands one step behind the last of its prerequisites that are
  // lessons too, also where the way between them leads through skills that are none.
  Course in_steps(const std::vector<Lesson>& lessons);

  // All skills of a role, and as groundwork the prerequisites that it does not list.
  Course roadmap(const Role& role);

  // What somebody of one role lacks for another: skills that `to` lists and `from` does not, or at
  // a lower level, and their groundwork. What the prerequisites of `from` are needs no groundwork.
  Course missing(const Role& from, const Role& to);

 private:
  // What a call knows of a skill; blank between calls.
  struct Mark {
    bool is_visited = false;
    bool is_settled = false;  // no groundwork: a lesson already, or known
    int steps = 0;            // up to and with it
  };

  Mark& mark(Id<Skill> skill) { return marks_[skill.index]; }
  // The skills and all their prerequisites, each once and behind its own prerequisites.
  std::vector<Id<Skill>> with_prerequisites(const std::vector<Id<Skill>>& skills);
  Course with_groundwork(std::vector<Lesson> lessons, const std::vector<Id<Skill>>& known);

  const Site& site_;
  std::vector<Mark> marks_;  // of each skill
};

}  // namespace waymark
