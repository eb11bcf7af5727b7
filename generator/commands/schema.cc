// waymark schema: write JSON Schemas of the content.
#include <fmt/format.h>

#include "commands/commands.h"
#include "commands/environment.h"
#include "commands/schema/content_schemas.h"

namespace waymark {

int run_schema(const Options& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const std::string folder = options.output_dir.empty()
                                 ? join_path(find_root(*files), schema_folder)
                                 : absolute_path(options.output_dir);
  if (auto written = write_schemas(*files, folder); !written)
    return fail(environment, written.failure().message);
  fmt::print(
      "The schemas are in {}\n"
      "Begin a TOML file of content/ with a line like this, and editors complete and check it:\n"
      "#:schema ../{}/sources.json\n",
      folder, schema_folder);
  return done;
}

}  // namespace waymark
