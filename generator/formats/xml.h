// Escapes for XML.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// Without the control characters that XML 1.0 cannot hold in any form. For well-formed UTF-8.
std::string only_xml(std::string_view text);
// For text and attributes, likewise.
void append_xml(std::string_view text, std::string& xml);

}  // namespace waymark
