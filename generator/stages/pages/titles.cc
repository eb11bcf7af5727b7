// What job titles mean, and which statistic stands nearest.
#include "stages/pages/pages.h"

namespace waymark {

void plan_titles(const Guide&, Plan&) {}

}  // namespace waymark
