#include "base/suggest.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace waymark {

namespace {

// Longer words are no slips of the finger, and the table below has to end somewhere.
constexpr std::size_t longest = 64;  // bytes

// Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::uint8_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    now[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      int best = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, before[j - 2] + 1);
      now[j] = static_cast<std::uint8_t>(best);
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& known) {
  if (written.empty() || written.size() > longest) return {};
  const std::size_t limit = std::max<std::size_t>(1, written.size() / 3);
  std::size_t best = limit + 1;
  std::string_view found;
  for (const std::string_view word : known) {
    if (word.empty() || word.size() > longest || word == written) continue;
    const std::size_t apart = distance(written, word);
    if (apart < best || (apart == best && apart <= limit && word < found)) {
      best = apart;
      found = word;
    }
  }
  return found;
}

}  // namespace waymark
