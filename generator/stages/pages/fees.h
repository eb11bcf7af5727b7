// What a certification costs: one try, one renewal, five years. Each with its mark.
#pragma once

#include "stages/pages/page_view.h"

namespace waymark {

// Each sets {amount, note, mark}, or nothing where it is unknown.
void set_exam_fee(PageView& page, View at, Id<Certification> id);     // cost
void set_renewal_fee(PageView& page, View at, Id<Certification> id);  // renewal_cost
// Also `renewals`: how many there are in five years.
void set_five_years(PageView& page, View at, Id<Certification> id);  // five_years

}  // namespace waymark
