// Computes what follows from the records, seen on one day. Cannot fail.
// Cost: records and links, and for the comparisons roles times their neighbours.
#pragma once

#include "model/derived.h"

namespace waymark {

Derived derive(const Site& site, Date as_of);

}  // namespace waymark
