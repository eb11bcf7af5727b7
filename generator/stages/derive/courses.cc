#include "stages/derive/courses.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace waymark {

namespace {

template <class Needs>
std::vector<Id<Skill>> skills_of(const Needs& needs) {
  std::vector<Id<Skill>> skills;
  skills.reserve(needs.size());
  for (const auto& need : needs) {
    if constexpr (requires { need.skill; })
      skills.push_back(need.skill);
    else
      skills.push_back(need.id.id);
  }
  return skills;
}

}  // namespace

std::vector<Id<Skill>> Courses::with_prerequisites(const std::vector<Id<Skill>>& skills) {
  struct Stop {
    Id<Skill> skill;
    std::size_t next = 0;  // prerequisite to visit
  };
  std::vector<Stop> way;
  std::vector<Id<Skill>> order;
  const auto enter = [&](Id<Skill> skill) {
    if (!std::exchange(mark(skill).is_visited, true)) way.push_back({skill});
  };
  for (const Id<Skill> skill : skills) {
    enter(skill);
    while (!way.empty()) {
      Stop& stop = way.back();
      const std::vector<Ref<Skill>>& before = site_[stop.skill].prerequisites;
      if (stop.next < before.size()) {
        enter(before[stop.next++].id);
      } else {
        order.push_back(stop.skill);
        way.pop_back();
      }
    }
  }
  for (const Id<Skill> skill : order) mark(skill).is_visited = false;
  return order;
}

Course Courses::in_steps(const std::vector<Lesson>& lessons) {
  const std::vector<Id<Skill>> order = with_prerequisites(skills_of(lessons));
  for (const Lesson& lesson : lessons) mark(lesson.skill).steps = 1;
  for (const Id<Skill> skill : order) {
    int before = 0;
    for (const Ref<Skill>& prerequisite : site_[skill].prerequisites)
      before = std::max(before, mark(prerequisite.id).steps);
    mark(skill).steps += before;
  }
  Course course;
  for (const Lesson& lesson : lessons) {
    const auto step = static_cast<std::size_t>(mark(lesson.skill).steps);
    if (course.size() < step) course.resize(step);
    course[step - 1].push_back(lesson);
  }
  for (std::vector<Lesson>& step : course)
    std::sort(step.begin(), step.end(), [&](const Lesson& a, const Lesson& b) {
      return std::tie(b.importance, site_[a.skill].title, a.skill) <
             std::tie(a.importance, site_[b.skill].title, b.skill);
    });
  for (const Id<Skill> skill : order) mark(skill).steps = 0;
  return course;
}

Course Courses::with_groundwork(std::vector<Lesson> lessons, const std::vector<Id<Skill>>& known) {
  const std::vector<Id<Skill>> order = with_prerequisites(skills_of(lessons));
  for (const Id<Skill> skill : known) mark(skill).is_settled = true;
  for (const Lesson& lesson : lessons) mark(lesson.skill).is_settled = true;
  for (const Id<Skill> skill : order)
    if (!mark(skill).is_settled) lessons.push_back({.skill = skill, .level = {}, .known = {}});
  for (const Id<Skill> skill : known) mark(skill).is_settled = false;
  for (const Lesson& lesson : lessons) mark(lesson.skill).is_settled = false;
  return in_steps(lessons);
}

Course Courses::roadmap(const Role& role) {
  std::vector<Lesson> lessons;
  for (const SkillNeed& need : role.skills)
    lessons.push_back({need.id.id, need.importance, need.level, {}});
  return with_groundwork(std::move(lessons), {});
}

Course Courses::missing(const Role& from, const Role& to) {
  std::vector<Lesson> lessons;
  for (const SkillNeed& need : to.skills) {
    const auto have = std::find_if(from.skills.begin(), from.skills.end(),
                                   [&](const auto& other) { return other.id.id == need.id.id; });
    const bool is_missing = have == from.skills.end();
    const auto known = is_missing ? std::nullopt : have->level;
    if (is_missing || (known && need.level && *known < *need.level))
      lessons.push_back({need.id.id, need.importance, need.level, known});
  }
  return with_groundwork(std::move(lessons), with_prerequisites(skills_of(from.skills)));
}

}  // namespace waymark
