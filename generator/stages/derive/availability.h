// What a day makes of certifications and numbers.
#pragma once

#include "model/derived.h"

namespace waymark {

// Dates speak louder than the status that an author wrote: before `available` it is announced
// (or beta), from `retires` on the day after it is retired, and until then retiring.
Availability availability(const Certification& certification, Date as_of);

// Whether a number of that year is beyond the site's figures.max_age_years.
bool is_old(const Site& site, int year, Date as_of);

}  // namespace waymark
