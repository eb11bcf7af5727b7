// The command line as a value.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"
#include "formats/report.h"

namespace waymark {

enum class Command { build, check, serve, create, init, schema, diff, version };
// What `new` begins.
inline constexpr std::array<std::string_view, 8> new_kinds{
    "role", "skill", "certification", "article", "page", "salary", "figure", "source"};
// How `diff` tells what changed.
enum class DiffFormat { text, markdown, json };
enum class ColorMode { automatic, always, never };
enum class Verbosity { quiet, normal, verbose };

struct Options {
  Command command = Command::build;
  std::string root;           // empty: search upwards from the working folder
  std::string output_dir;     // empty: public/ in the root
  std::string base_url;       // empty: as content/site.toml says
  std::optional<Date> as_of;  // unset: SOURCE_DATE_EPOCH, else today
  unsigned jobs = 0;          // 0: as many as there are processors
  bool drafts = false;
  bool strict = false;
  ReportFormat format = ReportFormat::text;
  ColorMode color = ColorMode::automatic;
  Verbosity verbosity = Verbosity::normal;

  bool external = false;         // check: outside links as well
  std::optional<unsigned> port;  // serve; unset: the first free one from 8000
  bool open_browser = false;     // serve
  std::string kind;              // new: "role", "skill" ...
  std::string name;              // new: its title
  std::string folder;            // init: of the new site
  std::string old_folder;        // diff: a published guide,
  std::string new_folder;        // and the one that shall take its place; or
  std::string against;           // a published guide, to compare what would be built now with
  DiffFormat diff_format = DiffFormat::text;
};

// The options, or, where there is nothing more to do, the exit status: 0 after --help, 2 after a
// mistake in the usage. Help goes to the standard output, mistakes to the standard error.
std::variant<Options, int> parse_options(int argc, char** argv);

}  // namespace waymark
