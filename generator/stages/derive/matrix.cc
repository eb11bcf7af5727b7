#include "stages/derive/matrix.h"

namespace waymark {

void derive_matrix(const Site&, const Affinities&, Derived&) {}

}  // namespace waymark
