// The manual: waymark(1), in mdoc.
#pragma once

#include <string>
#include <string_view>

#include "command_forms.h"

namespace waymark {

std::string man_page(const CommandLineForm& form, std::string_view version);

}  // namespace waymark
