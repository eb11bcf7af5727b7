// Which role needs which skill, as one table.
#include "stages/pages/pages.h"

namespace waymark {

void plan_matrix(const Guide&, Plan&) {}

}  // namespace waymark
