#include "commands/commands.h"
#include "options.h"

namespace waymark {

int run(int argc, char** argv) {
  const auto parsed = parse_options(argc, argv);
  if (const int* status = std::get_if<int>(&parsed)) return *status;
  const Options& options = std::get<Options>(parsed);
  switch (options.command) {
    case Command::build:
      return run_build(options);
    case Command::check:
      return run_check(options);
    case Command::serve:
      return run_serve(options);
    case Command::create:
      return run_create(options);
    case Command::init:
      return run_init(options);
    case Command::schema:
      return run_schema(options);
    case Command::diff:
      return run_diff(options);
    case Command::version:
      return run_version(options);
  }
  return 0;
}

}  // namespace waymark

int main(int argc, char** argv) { return waymark::run(argc, argv); }
