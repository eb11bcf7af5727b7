// Certifications by what happens to them when.
#include "stages/pages/pages.h"

namespace waymark {

void plan_calendar(const Guide&, Plan&) {}

}  // namespace waymark
