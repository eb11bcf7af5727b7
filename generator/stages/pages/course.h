// A course of learning: as steps to read, and drawn.
#pragma once

#include <string_view>

#include "stages/pages/page_view.h"

namespace waymark {

// A section of steps, each {number, lessons}; nothing where there is nothing to learn.
void set_course(const PageView& page, View at, std::string_view name, const Course& course);
// roadmap: the steps of all that the role asks for, and the picture of what rests on what.
void set_roadmap(const PageView& page, View at, Id<Role> role);

}  // namespace waymark
