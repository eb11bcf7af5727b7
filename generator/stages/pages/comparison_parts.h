// What pages say of two roles side by side: how much they overlap, and what sets them apart.
#pragma once

#include "stages/pages/page_view.h"

namespace waymark {

// The comparison of two roles in either order; nothing where none is made of them.
const Comparison* find_comparison(const Derived& derived, Id<Role> a, Id<Role> b);

// "AI engineer or machine learning engineer".
std::string pair_name(const Site& site, const Comparison& comparison);

// at.overlap = "41%", or nothing where there is no data.
void set_overlap(View at, const Comparison& comparison);

// at.difference: {title, url, more}: the skills that set the two apart most, each with the role to
// which it matters more. Nothing where one of them lists no skills: that is not to need none.
void set_difference(const PageView& page, View at, const Comparison& comparison);

// related_roles of a role's page: those that its author names, then its neighbours.
void set_related_roles(PageView& page, Id<Role> role);

}  // namespace waymark
