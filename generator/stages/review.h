// Reads the finished guide as an editor would, and says what is correct and should yet be better.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "model/derived.h"
#include "model/page.h"

namespace waymark {

// What a piece of advice is about, in the order of the summary.
enum class Advice {
  stale_figure,
  retirement,
  overdue_review,
  expiry,
  orphan,
  missing_summary,
  long_text,
  silent_image,
  skipped_heading,
  repetition,
};
using AdviceCounts = std::array<std::size_t, 10>;  // by Advice

// "1 orphan, 3 stale figures"; empty where there is none.
std::string summary_of(const AdviceCounts& counts);

// Each piece of advice is a warning at the place that its author can mend, and says what to write.
// Cost: linear in the texts and links.
AdviceCounts review(const Sources& sources, const Site& site, const Derived& derived,
                    const Pages& pages, Date as_of, Diagnostics& out);

}  // namespace waymark
