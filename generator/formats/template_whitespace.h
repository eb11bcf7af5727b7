// Mustache's rules of white space: tags alone on their lines vanish with the line, calls and blocks
// alone on theirs indent what they bring.
#pragma once

#include <vector>

#include "formats/template_scan.h"

namespace waymark {

// Shortens texts and fills in standalone, indentation, own_indent, line_break and line_start.
void trim_template(std::vector<TemplateToken>& tokens);

}  // namespace waymark
