// waymark new: begin a record.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_create(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
