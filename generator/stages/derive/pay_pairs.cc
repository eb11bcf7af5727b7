#include "stages/derive/pay_pairs.h"

#include <algorithm>
#include <tuple>

namespace waymark {

namespace {

// What rows must have in common to stand side by side.
auto set_of(const Salary& row) {
  return std::tuple(row.source.id, row.region.id, row.year, std::string_view(row.currency),
                    row.period, std::string_view(row.population));
}

// All levels together come first.
std::uint32_t place_of(Id<Level> level) { return level.valid() ? level.index + 1 : 0; }

// Rows in their sets, in each by level, the row that rests on most people first.
std::vector<Id<Salary>> in_sets(const Site& site, std::vector<Id<Salary>> rows) {
  std::erase_if(rows, [&](Id<Salary> id) { return !site[id].median; });
  const auto key = [&](Id<Salary> id) {
    const Salary& row = site[id];
    return std::tuple(set_of(row), place_of(row.level.id), -row.sample.value_or(0), id);
  };
  std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return rows;
}

// The best of a list's sets. `read` makes of the set's rows what is asked for: a list, of which
// `count` says how good it is; 0: not at all.
template <class Read, class Count>
auto best_set(const Site& site, const std::vector<Id<Salary>>& rows, Read read, Count count) {
  decltype(read(rows.begin(), rows.end())) best;
  std::tuple<bool, std::ptrdiff_t, int> best_rank;
  for (auto begin = rows.begin(); begin != rows.end();) {
    const Salary& row = site[*begin];
    const auto end = std::find_if(begin, rows.end(),
                                  [&](Id<Salary> id) { return set_of(site[id]) != set_of(row); });
    auto list = read(begin, end);
    const std::tuple rank(row.currency != site->settings.currency, -count(list), -row.year);
    if (count(list) > 0 && (best.empty() || rank < best_rank)) {
      best = std::move(list);
      best_rank = rank;
    }
    begin = end;
  }
  return best;
}

PayPair official_pair(const Site& site, Id<Salary> first, Id<Salary> second) {
  if (!first.valid() || !second.valid()) return {};
  const bool is_comparable =
      set_of(site[first]) == set_of(site[second]) && site[first].level.id == site[second].level.id;
  return is_comparable ? PayPair{site[first].level.id, first, second} : PayPair{};
}

}  // namespace

PayPairs pay_pairs(const Site& site, const Derived& derived, Id<Role> first, Id<Role> second) {
  const RoleLinks& a = derived.roles[first.index];
  const RoleLinks& b = derived.roles[second.index];
  PayPairs pairs;
  if (!a.salaries.empty() && !b.salaries.empty()) {
    std::vector<Id<Salary>> rows = a.salaries;
    rows.insert(rows.end(), b.salaries.begin(), b.salaries.end());
    const auto read = [&](auto begin, auto end) {
      std::vector<PayPair> levels;
      for (auto id = begin; id != end; ++id) {
        const Id<Level> level = site[*id].level.id;
        if (levels.empty() || levels.back().level != level) levels.push_back({level, {}, {}});
        Id<Salary>& side = site[*id].role.id == first ? levels.back().first : levels.back().second;
        if (!side.valid()) side = *id;
      }
      return levels;
    };
    const auto in_common = [](const std::vector<PayPair>& levels) {
      return std::count_if(levels.begin(), levels.end(), [](const PayPair& pair) {
        return pair.first.valid() && pair.second.valid();
      });
    };
    pairs.titles = best_set(site, in_sets(site, std::move(rows)), read, in_common);
  }
  const PayPair official = official_pair(site, a.official_headline, b.official_headline);
  if (official.first.valid()) pairs.official.push_back(official);
  return pairs;
}

std::vector<Id<Salary>> pay_by_level(const Site& site, const std::vector<Id<Salary>>& rows) {
  const auto read = [&](auto begin, auto end) {
    std::vector<Id<Salary>> levels;
    for (auto id = begin; id != end; ++id) {
      const Id<Level> level = site[*id].level.id;
      if (level.valid() && (levels.empty() || site[levels.back()].level.id != level))
        levels.push_back(*id);
    }
    return levels;
  };
  const auto size = [](const std::vector<Id<Salary>>& levels) { return std::ssize(levels); };
  return best_set(site, in_sets(site, rows), read, size);
}

}  // namespace waymark
