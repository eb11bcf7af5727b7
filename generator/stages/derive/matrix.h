// The order of the matrix of skills and roles.
#pragma once

#include "stages/derive/affinity.h"

namespace waymark {

// Fills Derived::matrix_roles and matrix_skills, so that neighbours are alike. Only roles that list
// skills and skills that are listed.
void derive_matrix(const Site& site, const Affinities& affinities, Derived& derived);

}  // namespace waymark
