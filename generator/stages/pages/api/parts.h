// Objects that stand inside the items of several files. Each has its name in the schema.
#pragma once

#include "stages/pages/api/shape.h"

namespace waymark {

// A value while its object is made.
template <class T>
struct PartOf {
  const ApiGuide& api;
  const T& value;
};
template <class T>
using PartShape = Shape<PartOf<T>>;

const PartShape<SkillNeed>& part_shape(const SkillNeed*);
const PartShape<RoleNeed>& part_shape(const RoleNeed*);
const PartShape<RoleEducation>& part_shape(const RoleEducation*);
const PartShape<Neighbour>& part_shape(const Neighbour*);
const PartShape<Occupation>& part_shape(const Occupation*);
const PartShape<Amount>& part_shape(const Amount*);
const PartShape<Cost>& part_shape(const Cost*);
const PartShape<WebLink>& part_shape(const WebLink*);
const PartShape<Claim>& part_shape(const Claim*);
const PartShape<Cover>& part_shape(const Cover*);
const PartShape<RecordRef>& part_shape(const RecordRef*);

template <class T>
Json json_part(const ApiGuide& api, const T& value) {
  return make_object(part_shape(&value), PartOf<T>{api, value});
}
template <class T>
Json json_part(const ApiGuide& api, const std::optional<T>& value) {
  return value ? json_part(api, *value) : Json{};
}
template <class T>
Json json_parts(const ApiGuide& api, const std::vector<T>& values) {
  return json_list(values, [&](const T& value) { return json_part(api, value); });
}

// The skills of a course, step by step.
Json json_course(const ApiGuide& api, const Course& course);
Json json_affinity(std::optional<double> affinity);  // to 4 decimals

}  // namespace waymark
