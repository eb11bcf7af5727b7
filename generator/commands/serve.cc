// waymark serve: show the guide on this machine, and renew it at every change.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_serve(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
