// waymark_manual FOLDER: writes the manual and the completions of waymark. Run by the build.
#include <fmt/format.h>

#include <cstdio>

#include "base/file_system.h"
#include "manual/completion.h"
#include "manual/man_page.h"

int main(int argc, char** argv) {
  using namespace waymark;
  if (argc != 2) {
    fmt::print(stderr, "usage: waymark_manual FOLDER\n");
    return 2;
  }
  const CommandLineForm form = command_line_form();
  const std::pair<const char*, std::string> made[] = {
      {"waymark.1", man_page(form, WAYMARK_VERSION)},
      {"waymark.bash", bash_completion(form)},
      {"_waymark", zsh_completion(form)},
      {"waymark.fish", fish_completion(form)},
  };
  for (const auto& [name, text] : made)
    if (auto written = real_file_system()->write(join_path(argv[1], name), text); !written) {
      fmt::print(stderr, "waymark_manual: {}\n", written.failure().message);
      return 3;
    }
}
