// Every record, comparison and path as JSON.
#include "stages/pages/pages.h"

namespace waymark {

void add_api(const Guide&, Pages&) {}

}  // namespace waymark
