// waymark version: which program this is, and what it is made of.
#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_version(const Options&) {
  fmt::print("waymark {}\nwith {}\n", WAYMARK_VERSION, WAYMARK_LIBRARIES);
  return done;
}

}  // namespace waymark
