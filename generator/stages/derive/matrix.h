// The order of the matrix of skills and roles.
//
// Roles: each begins as a row of its own. Pairs of near roles are taken, the nearest first; where
// the two stand in different rows, these are joined, turned so that the two are as close as can be.
// Rows that no pair joins follow each other, the longest first. Skills: by the mean place of the
// roles that list them, weighted by importance; then by title.
#pragma once

#include "model/derived.h"

namespace waymark {

// Fills Derived::matrix_roles and matrix_skills, so that neighbours are alike. Only roles that list
// skills and skills that are listed. Needs Derived::comparisons.
// Cost: sorting the comparisons, and n log n in roles and in skills.
void derive_matrix(const Site& site, Derived& derived);

}  // namespace waymark
