// Two roles side by side, and the table from which a reader chooses them.
#include "stages/pages/pages.h"

namespace waymark {

void plan_comparisons(const Guide&, Plan&) {}

}  // namespace waymark
