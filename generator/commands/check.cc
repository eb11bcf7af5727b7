// waymark check: check the content as an editor would, and publish nothing.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_check(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
