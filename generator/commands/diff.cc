// waymark diff: tell what differs between two published guides.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_diff(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
