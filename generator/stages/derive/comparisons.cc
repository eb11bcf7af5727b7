#include "stages/derive/comparisons.h"

namespace waymark {

void derive_comparisons(const Site&, const Affinities&, Derived&) {}

}  // namespace waymark
