// Rows of pay as objects: also inside other records.
#pragma once

#include "stages/pages/api/values.h"

namespace waymark {

Json json_salary(const ApiGuide& api, Id<Salary> row);  // null without a row

}  // namespace waymark
