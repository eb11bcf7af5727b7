// The manual: waymark(1), in roff with the macros of man(7).
#pragma once

#include <string>
#include <string_view>

#include "command_forms.h"

namespace waymark {

std::string man_page(const CommandLineForm& form, std::string_view version);

}  // namespace waymark
