// waymark version: which program this is.
#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_version(const Options&) {
  fmt::print("waymark {}\n", WAYMARK_VERSION);
  return done;
}

}  // namespace waymark
