// What makes shells complete the program's commands, options and values.
#pragma once

#include <string>

#include "command_forms.h"

namespace waymark {

std::string bash_completion(const CommandLineForm& form);
std::string zsh_completion(const CommandLineForm& form);
std::string fish_completion(const CommandLineForm& form);

}  // namespace waymark
