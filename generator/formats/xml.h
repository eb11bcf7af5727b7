// Escapes for XML.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

// For text and attributes of well-formed UTF-8. The control characters that XML 1.0 cannot hold in
// any form are left out.
void append_xml(std::string_view text, std::string& xml);

}  // namespace waymark
