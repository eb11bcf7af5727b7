// What the program does, one function for each subcommand. Each prints what its user has to know
// and returns the exit status.
#pragma once

#include "options.h"

namespace waymark {

int run_build(const Options& options);
int run_version(const Options& options);

}  // namespace waymark
