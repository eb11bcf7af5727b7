#include "stages/derive/courses.h"

namespace waymark {

Course in_steps(const Site&, std::vector<Lesson>) { return {}; }
Course roadmap(const Site&, const Role&) { return {}; }
Course missing(const Site&, const Role&, const Role&) { return {}; }

}  // namespace waymark
