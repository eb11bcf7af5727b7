#include "stages/derive/matrix.h"

#include <algorithm>
#include <deque>
#include <tuple>
#include <utility>

namespace waymark {

namespace {

// Roles in rows, which are joined until few are left.
class Rows {
 public:
  explicit Rows(std::size_t roles) : rows_(roles), seats_(roles) {
    for (std::uint32_t i = 0; i < roles; ++i) {
      rows_[i].roles.push_back({i});
      seats_[i] = {i, 0};
    }
  }

  // The shorter row moves to the longer one, so that no role moves more than log n times.
  void join(Id<Role> a, Id<Role> b) {
    if (seat(a).row == seat(b).row) return;
    if (row_of(a).roles.size() < row_of(b).roles.size()) std::swap(a, b);
    const bool to_front = is_nearer_front(a);
    const bool front_first = is_nearer_front(b);
    const std::size_t row = seat(a).row;
    std::deque<Id<Role>> moving = std::exchange(row_of(b).roles, {});
    if (!front_first) std::reverse(moving.begin(), moving.end());
    for (const Id<Role> role : moving) add(row, role, to_front);
  }

  // Those that are left, the longest first, in one list.
  std::vector<Id<Role>> in_one() && {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.roles.size() > b.roles.size(); });
    std::vector<Id<Role>> all;
    for (const Row& row : rows_) all.insert(all.end(), row.roles.begin(), row.roles.end());
    return all;
  }

 private:
  struct Row {
    std::deque<Id<Role>> roles;
    std::ptrdiff_t front = 0;  // place of its first role; below 0 where roles came before it
  };
  struct Seat {
    std::size_t row = 0;
    std::ptrdiff_t place = 0;
  };

  Seat& seat(Id<Role> role) { return seats_[role.index]; }
  Row& row_of(Id<Role> role) { return rows_[seat(role).row]; }

  bool is_nearer_front(Id<Role> role) {
    const std::ptrdiff_t before = seat(role).place - row_of(role).front;
    return before < std::ssize(row_of(role).roles) - 1 - before;
  }

  void add(std::size_t to, Id<Role> role, bool to_front) {
    Row& row = rows_[to];
    if (to_front) {
      row.roles.push_front(role);
      seat(role) = {to, --row.front};
    } else {
      seat(role) = {to, row.front + std::ssize(row.roles)};
      row.roles.push_back(role);
    }
  }

  std::vector<Row> rows_;
  std::vector<Seat> seats_;  // of each role
};

std::vector<Id<Role>> order_roles(const Site& site, const Derived& derived) {
  std::vector<const Comparison*> near;
  for (const Comparison& comparison : derived.comparisons)
    if (comparison.affinity > 0.0) near.push_back(&comparison);
  std::stable_sort(near.begin(), near.end(), [](const Comparison* a, const Comparison* b) {
    return *a->affinity > *b->affinity;
  });
  Rows rows(site->roles.size());
  for (const Comparison* comparison : near) rows.join(comparison->first, comparison->second);
  std::vector<Id<Role>> roles = std::move(rows).in_one();
  std::erase_if(roles, [&](Id<Role> role) { return site[role].skills.empty(); });
  return roles;
}

std::vector<Id<Skill>> order_skills(const Site& site, const std::vector<Id<Role>>& roles) {
  struct Mean {
    double places = 0;  // sum of the roles' places times importance
    double weight = 0;
    double value() const { return places / weight; }
  };
  std::vector<Mean> means(site->skills.size());
  for (std::size_t place = 0; place < roles.size(); ++place)
    for (const SkillNeed& need : site[roles[place]].skills) {
      means[need.id.id.index].places += static_cast<double>(place) * need.importance;
      means[need.id.id.index].weight += need.importance;
    }
  std::vector<Id<Skill>> skills;
  for (std::uint32_t i = 0; i < means.size(); ++i)
    if (means[i].weight > 0) skills.push_back({i});
  const auto key = [&](Id<Skill> id) {
    return std::tuple(means[id.index].value(), std::string_view(site[id].title), id);
  };
  std::sort(skills.begin(), skills.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return skills;
}

}  // namespace

void derive_matrix(const Site& site, Derived& derived) {
  derived.matrix_roles = order_roles(site, derived);
  derived.matrix_skills = order_skills(site, derived.matrix_roles);
}

}  // namespace waymark
