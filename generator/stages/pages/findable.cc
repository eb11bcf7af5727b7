#include "stages/pages/findable.h"

#include <algorithm>
#include <tuple>

#include "base/letters.h"

namespace waymark {

std::vector<Findable> findables(const Catalog& catalog) {
  std::vector<Findable> all;
  const auto add = [&]<class T>(const std::vector<T>& entries) {
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      const T& entry = entries[i];
      all.push_back({any(Id<T>{i}), entry.title, entry.aliases, entry.summary, &entry.body});
    }
  };
  add(catalog.articles);
  add(catalog.roles);
  add(catalog.skills);
  add(catalog.certifications);
  add(catalog.pages);
  for (std::uint32_t i = 0; i < catalog.titles.size(); ++i) {
    const JobTitle& title = catalog.titles[i];
    all.push_back({any(Id<JobTitle>{i}), title.title, title.aliases, title.meaning});
  }

  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < all.size(); ++i) order.emplace_back(folded(all[i].title), i);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return std::tie(a.first, all[a.second].record) < std::tie(b.first, all[b.second].record);
  });
  std::vector<Findable> sorted;
  for (const auto& [title, i] : order) sorted.push_back(all[i]);
  return sorted;
}

}  // namespace waymark
