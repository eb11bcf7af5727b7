// Computes what follows from the records. Cannot fail.
#pragma once

#include "model/derived.h"

namespace waymark {

Derived derive(const Site& site);

}  // namespace waymark
