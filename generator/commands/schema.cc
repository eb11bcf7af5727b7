// waymark schema: write JSON Schemas of the content.
#include "commands/commands.h"
#include "commands/environment.h"

namespace waymark {

int run_schema(const Options&) { return fail(usage, "not there yet"); }

}  // namespace waymark
