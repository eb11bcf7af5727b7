// waymark init: begin a guide.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_init(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
