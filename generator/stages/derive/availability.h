// What a day makes of certifications and numbers.
#pragma once

#include "model/derived.h"

namespace waymark {

// Dates speak louder than the status that an author wrote. Until its last day a certification with
// one is retiring, and retired from the day after; before `available` it is announced, or the beta
// that it was written as. A beta stays one until its author says that it is over.
// The cost is the fee and, for each time that it runs out within five years, a renewal; nothing
// where one of them is unknown, they are of different currencies, or it is retired.
Availability availability(const Certification& certification, Date as_of);

// Whether a number of that year is beyond the site's figures.max_age_years.
bool is_old(const Site& site, int year, Date as_of);

}  // namespace waymark
