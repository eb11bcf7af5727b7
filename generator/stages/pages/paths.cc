// The career ladder, and the way from one role to another.
#include "stages/pages/pages.h"

namespace waymark {

void plan_paths(const Guide&, Plan&) {}

}  // namespace waymark
