#include "stages/review.h"

#include <string_view>
#include <vector>

#include "base/text.h"
#include "stages/review/rules.h"

namespace waymark {

std::string summary_of(const AdviceCounts& counts) {
  struct Name {
    std::string_view one, many;
  };
  constexpr std::array<Name, std::tuple_size_v<AdviceCounts>> names{{
      {"stale figure", "stale figures"},
      {"retirement", "retirements"},
      {"overdue review", "overdue reviews"},
      {"expiring page", "expiring pages"},
      {"orphan", "orphans"},
      {"missing summary", "missing summaries"},
      {"overlong text", "overlong texts"},
      {"image without text", "images without text"},
      {"skipped heading", "skipped headings"},
      {"repeated paragraph", "repeated paragraphs"},
  }};
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      parts.push_back(std::to_string(counts[i]) + " " +
                      std::string(counts[i] == 1 ? names[i].one : names[i].many));
  return join(parts, ", ");
}

AdviceCounts review(const Sources& sources, const Site& site, const Derived& derived,
                    const Pages& pages, Date as_of, Diagnostics& out) {
  const Proof proof{sources, site, derived, pages, as_of};
  Remarks remarks(out);
  review_ages(proof, remarks);
  review_expiries(proof, remarks);
  review_orphans(proof, remarks);
  review_texts(proof, remarks);
  review_repetitions(proof, remarks);
  return remarks.counts();
}

}  // namespace waymark
