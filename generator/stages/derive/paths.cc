#include "stages/derive/paths.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace waymark {

namespace {

constexpr std::size_t most_certifications = 5;

class PathFinder {
 public:
  PathFinder(const Site& site, Courses& courses, Derived& derived)
      : site_(site), courses_(courses), derived_(derived) {}

  void run() {
    for (std::size_t i = 0; i < derived_.comparisons.size(); ++i) {
      const Comparison& comparison = derived_.comparisons[i];
      add_ways(comparison.first, comparison.second, i);
    }
    auto& paths = derived_.paths;
    std::sort(paths.begin(), paths.end(), [](const CareerPath& a, const CareerPath& b) {
      return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
    for (CareerPath& path : paths) describe(path);
    for (std::size_t i = 0; i < paths.size(); ++i)
      derived_.roles[paths[i].from.index].paths.push_back(i);
    for (RoleLinks& role : derived_.roles) sort_paths(role.paths);
  }

 private:
  bool leads(Id<Role> from, Id<Role> to) const {
    const auto& next = site_[from].leads_to;
    return std::any_of(next.begin(), next.end(), [&](const auto& ref) { return ref.id == to; });
  }

  bool has_neighbour(Id<Role> role, Id<Role> other) const {
    const std::vector<Neighbour>& nearest = derived_.roles[role.index].neighbours;
    return std::any_of(nearest.begin(), nearest.end(),
                       [&](const Neighbour& neighbour) { return neighbour.role == other; });
  }

  void add_ways(Id<Role> a, Id<Role> b, std::size_t comparison) {
    const bool is_near = has_neighbour(a, b) || has_neighbour(b, a);
    const bool there = leads(a, b);
    const bool back = leads(b, a);
    const auto add = [&](Id<Role> from, Id<Role> to, bool is_usual) {
      CareerPath& path = derived_.paths.emplace_back();
      path.from = from;
      path.to = to;
      path.is_usual = is_usual;
      path.comparison = comparison;
    };
    if (there || (is_near && !back)) add(a, b, there);
    if (back || (is_near && !there)) add(b, a, back);
  }

  void describe(CareerPath& path) {
    const Comparison& comparison = derived_.comparisons[path.comparison];
    path.carries_over = comparison.shared;
    path.pay = comparison.pay;
    if (comparison.first != path.from) {
      for (SkillPair& pair : path.carries_over) {
        std::swap(pair.first, pair.second);
        std::swap(pair.first_level, pair.second_level);
      }
      for (PayPair& pair : path.pay.titles) std::swap(pair.first, pair.second);
      for (PayPair& pair : path.pay.official) std::swap(pair.first, pair.second);
    }
    std::sort(
        path.carries_over.begin(), path.carries_over.end(), [&](const auto& a, const auto& b) {
          return std::tuple(b.weight * b.second, std::string_view(site_[a.skill].title), a.skill) <
                 std::tuple(a.weight * a.second, std::string_view(site_[b.skill].title), b.skill);
        });
    if (!comparison.affinity) return;  // one lists no skills: what is missing is not known
    path.course = courses_.missing(site_[path.from], site_[path.to]);
    path.certifications = covers(path.course);
  }

  CertificationStatus status(Id<Certification> id) const {
    return derived_.certifications[id.index].availability.status;
  }

  // The certifications that can be taken, or will be, and what they cover of a course; groundwork
  // is no reason to take one. Those whose status nobody has verified stand last.
  std::vector<Cover> covers(const Course& course) const {
    std::vector<std::pair<Id<Certification>, Id<Skill>>> pairs;
    for (const std::vector<Lesson>& step : course)
      for (const Lesson& lesson : step)
        if (lesson.importance > 0)
          for (const Id<Certification> id : derived_.skills[lesson.skill.index].certifications)
            if (status(id) != CertificationStatus::retired) pairs.emplace_back(id, lesson.skill);
    std::sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) {
      return std::tie(a.first, site_[a.second].title, a.second) <
             std::tie(b.first, site_[b.second].title, b.second);
    });
    std::vector<Cover> covers;
    for (const auto& [certification, skill] : pairs) {
      if (covers.empty() || covers.back().certification != certification)
        covers.push_back({certification, {}});
      covers.back().skills.push_back(skill);
    }
    const auto rank = [&](const Cover& cover) {
      return std::tuple(status(cover.certification) == CertificationStatus::unverified,
                        -std::ssize(cover.skills),
                        std::string_view(site_[cover.certification].title), cover.certification);
    };
    std::sort(covers.begin(), covers.end(),
              [&](const Cover& a, const Cover& b) { return rank(a) < rank(b); });
    if (covers.size() > most_certifications) covers.resize(most_certifications);
    return covers;
  }

  // Usual ones first, then the nearest.
  void sort_paths(std::vector<std::size_t>& paths) const {
    const auto rank = [&](std::size_t i) {
      const CareerPath& path = derived_.paths[i];
      return std::tuple(!path.is_usual, -derived_.comparisons[path.comparison].affinity.value_or(0),
                        std::string_view(site_[path.to].title), i);
    };
    std::sort(paths.begin(), paths.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  }

  const Site& site_;
  Courses& courses_;
  Derived& derived_;
};

}  // namespace

void derive_paths(const Site& site, Courses& courses, Derived& derived) {
  PathFinder(site, courses, derived).run();
}

void derive_ladder(const Site& site, Derived& derived) {
  derived.ladder.resize(site->taxonomies.levels.size());
  for (std::uint32_t i = 0; i < site->roles.size(); ++i) {
    const auto& levels = site->roles[i].levels;
    const auto lowest = std::min_element(levels.begin(), levels.end(),
                                         [](const auto& a, const auto& b) { return a.id < b.id; });
    if (lowest != levels.end()) derived.ladder[lowest->id.index].push_back({i});
  }
  for (std::vector<Id<Role>>& rung : derived.ladder)
    std::sort(rung.begin(), rung.end(), [&](Id<Role> a, Id<Role> b) {
      return std::tie(site[a].title, a) < std::tie(site[b].title, b);
    });
}

}  // namespace waymark
