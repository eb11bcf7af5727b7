#include "stages/derive/paths.h"

namespace waymark {

void derive_paths(const Site&, Derived&) {}

}  // namespace waymark
