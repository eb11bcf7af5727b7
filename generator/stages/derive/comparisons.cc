#include "stages/derive/comparisons.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "stages/derive/pay_pairs.h"

namespace waymark {

namespace {

constexpr std::size_t neighbours_of_a_role = 8;
constexpr std::size_t most_differences = 3;

using Pair = std::pair<Id<Role>, Id<Role>>;  // the lower id first: ids are in the order of names

// Every pair once, sorted.
std::vector<Pair> choose_pairs(const Site& site, const Derived& derived) {
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < site->roles.size(); ++i) {
    const auto add = [&](Id<Role> other) {
      if (other.index != i) pairs.push_back(std::minmax(Id<Role>{i}, other));
    };
    for (const Ref<Role>& other : site->roles[i].compare_with) add(other.id);
    for (const Ref<Role>& other : site->roles[i].leads_to) add(other.id);
    for (const Neighbour& other : derived.roles[i].neighbours) add(other.role);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

// Articles by how much they have to say about each of their roles: those with fewest roles first,
// then as lists show them. The first that two roles have in common discusses the pair best.
class PairArticles {
 public:
  PairArticles(const Site& site, const Derived& derived)
      : articles_(derived.articles), places_(site->roles.size()) {
    std::stable_sort(articles_.begin(), articles_.end(),
                     [&](auto a, auto b) { return site[a].roles.size() < site[b].roles.size(); });
    for (std::size_t place = 0; place < articles_.size(); ++place)
      for (const Ref<Role>& role : site[articles_[place]].roles)
        places_[role.id.index].push_back(place);
  }

  // Invalid where no article names both.
  Id<Article> about(Id<Role> a, Id<Role> b) const {
    const auto &first = places_[a.index], &second = places_[b.index];
    for (auto x = first.begin(), y = second.begin(); x != first.end() && y != second.end();) {
      if (*x == *y) return articles_[*x];
      *x < *y ? ++x : ++y;
    }
    return {};
  }

 private:
  std::vector<Id<Article>> articles_;
  std::vector<std::vector<std::size_t>> places_;  // in articles_, of those that name each role
};

// Sorted by a number, highest first, then by title.
template <class Number>
void sort_heaviest(const Site& site, std::vector<SkillPair>& pairs, Number number) {
  std::sort(pairs.begin(), pairs.end(), [&](const SkillPair& a, const SkillPair& b) {
    return std::tuple(number(b), std::string_view(site[a.skill].title), a.skill) <
           std::tuple(number(a), std::string_view(site[b.skill].title), b.skill);
  });
}

void compare_skills(const Site& site, std::vector<SkillPair> pairs, Comparison& comparison) {
  const auto gap = [](const SkillPair& pair) {
    return pair.weight * std::abs(pair.first - pair.second);
  };
  sort_heaviest(site, pairs, gap);
  for (const SkillPair& pair : pairs)
    if (comparison.difference.size() < most_differences && gap(pair) > 0)
      comparison.difference.push_back(pair.skill);
  sort_heaviest(site, pairs, [](const SkillPair& pair) {
    return pair.weight * std::max(pair.first, pair.second);
  });
  for (const SkillPair& pair : pairs) {
    auto& list = pair.first == 0    ? comparison.only_second
                 : pair.second == 0 ? comparison.only_first
                                    : comparison.shared;
    list.push_back(pair);
  }
}

}  // namespace

void derive_comparisons(const Site& site, const Affinities& affinities, Derived& derived) {
  std::vector<std::vector<Neighbour>> nearest = affinities.nearest(neighbours_of_a_role);
  for (std::size_t i = 0; i < nearest.size(); ++i)
    derived.roles[i].neighbours = std::move(nearest[i]);

  const std::vector<Pair> pairs = choose_pairs(site, derived);
  const PairArticles articles(site, derived);
  derived.comparisons.reserve(pairs.size());
  for (const auto& [first, second] : pairs) {
    Comparison& comparison = derived.comparisons.emplace_back();
    comparison.first = first;
    comparison.second = second;
    comparison.affinity = affinities.between(first, second);
    compare_skills(site, affinities.skills(first, second), comparison);
    comparison.pay = pay_pairs(site, derived, first, second);
    comparison.article = articles.about(first, second);
  }

  for (std::uint32_t i = 0; i < derived.roles.size(); ++i)
    for (Neighbour& neighbour : derived.roles[i].neighbours) {
      const Pair pair = std::minmax(Id<Role>{i}, neighbour.role);
      const auto place = std::lower_bound(pairs.begin(), pairs.end(), pair);
      neighbour.comparison = static_cast<std::size_t>(place - pairs.begin());
    }
}

}  // namespace waymark
