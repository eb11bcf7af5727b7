// What the program does, one function for each subcommand. Each prints what its user has to know
// and returns the exit status.
#pragma once

#include "options.h"

namespace waymark {

int run_build(const Options& options);
int run_check(const Options& options);
int run_serve(const Options& options);
int run_create(const Options& options);  // new
int run_init(const Options& options);
int run_schema(const Options& options);
int run_diff(const Options& options);
int run_version(const Options& options);

}  // namespace waymark
