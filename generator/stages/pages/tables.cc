// Tables as CSV.
#include "stages/pages/pages.h"

namespace waymark {

void add_tables(const Guide&, Pages&) {}

}  // namespace waymark
