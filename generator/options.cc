#include "options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <utility>

#include "formats/url.h"

namespace waymark {

namespace {

constexpr int usage_error = 2;

// CLI11's check: an empty text is fine, another one is the complaint.
std::string check_date(const std::string& text) {
  return parse_date(text) && text.size() == 10 ? ""
                                               : "\"" + text + "\" is no date: write 2026-11-21";
}

std::string check_base_url(const std::string& text) {
  const bool is_folder = text.find_first_of("?#") == std::string::npos;
  return is_web_url(text) && is_folder
             ? ""
             : "\"" + text + "\" is no web address: write https://example.org/guide/";
}

// An option whose value is one of a few words.
template <class E>
void add_choice(CLI::App& command, const std::string& name, E& to, std::map<std::string, E> words,
                const std::string& help, const std::string& type_name) {
  std::string known;
  for (const auto& [word, value] : words) known += (known.empty() ? "" : ", ") + word;
  const auto check = [words, known](const std::string& text) {
    return words.contains(text) ? "" : "\"" + text + "\" is none of " + known;
  };
  command
      .add_option_function<std::string>(
          name, [&to, words](const std::string& text) { to = words.at(text); }, help)
      ->type_name(type_name)
      ->check(check, "");
}

void add_root(CLI::App& command, Options& options) {
  command
      .add_option("-C,--root", options.root,
                  "The site's folder (default: the nearest one upwards with content/site.toml)")
      ->type_name("DIR");
}

void add_as_of(CLI::App& command, Options& options) {
  command
      .add_option_function<std::string>(
          "--as-of", [&](const std::string& text) { options.as_of = parse_date(text); },
          "The guide's today (default: SOURCE_DATE_EPOCH, else the real one)")
      ->type_name("DATE")
      ->check(check_date, "");
}

void add_color(CLI::App& command, Options& options) {
  add_choice<ColorMode>(
      command, "--color", options.color,
      {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}},
      "auto, always, never (NO_COLOR is heeded)", "WHEN");
}

// What every command takes that makes the guide, on disk or in memory.
void add_site_options(CLI::App& command, Options& options) {
  add_root(command, options);
  command
      .add_option("-u,--base-url", options.base_url,
                  "Where the guide will be published (default: base_url of site.toml)")
      ->type_name("URL")
      ->check(check_base_url, "");
  command.add_option("-j,--jobs", options.jobs, "Threads (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command.add_flag("-D,--drafts", options.drafts, "Publish drafts and scheduled entries as well");
  add_as_of(command, options);
  add_color(command, options);
}

void add_guide_options(CLI::App& command, Options& options) {
  add_site_options(command, options);
  command
      .add_option("-o,--output-dir", options.output_dir,
                  "Where the pages go (default: public/ in the site's folder)")
      ->type_name("DIR");
}

// What the commands take that judge the content once.
void add_report_options(CLI::App& command, Options& options) {
  command.add_flag("--strict", options.strict, "Treat warnings as errors");
  add_choice<ReportFormat>(command, "--format", options.format,
                           {{"text", ReportFormat::text},
                            {"json", ReportFormat::json},
                            {"github", ReportFormat::github}},
                           "How mistakes are printed: text, json, github", "FORMAT");
  auto* quiet = command.add_flag_callback(
      "-q,--quiet", [&] { options.verbosity = Verbosity::quiet; }, "Print mistakes only");
  command
      .add_flag_callback(
          "-v,--verbose", [&] { options.verbosity = Verbosity::verbose; },
          "Print how long each stage took")
      ->excludes(quiet);
}

void add_build(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand("build", "Check the content and publish the guide");
  add_guide_options(command, options);
  add_report_options(command, options);
}

void add_check(CLI::App& app, Options& options) {
  auto& command =
      *app.add_subcommand("check", "Check the content as an editor would, and publish nothing");
  command.callback([&] { options.command = Command::check; });
  add_guide_options(command, options);
  add_report_options(command, options);
  command.add_flag("--external", options.external, "Follow the links to other sites as well");
}

void add_serve(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand(
      "serve", "Show the guide on this machine, and renew it whenever a file is saved");
  command.callback([&] { options.command = Command::serve; });
  add_guide_options(command, options);
  command
      .add_option_function<unsigned>(
          "-p,--port", [&](unsigned port) { options.port = port; },
          "The port on 127.0.0.1 (default: the first free one from 8000)")
      ->type_name("PORT")
      ->check(CLI::Range(1u, 65535u));
  command.add_flag("-O,--open", options.open_browser, "Open it in the browser");
}

void add_new(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand("new", "Begin a record: a file, or a row of one");
  command.callback([&] { options.command = Command::create; });
  add_root(command, options);
  add_as_of(command, options);
  command
      .add_option("KIND", options.kind,
                  "role, skill, certification, article, page, salary, figure, source")
      ->required();
  command.add_option("NAME", options.name, "Its title: \"Prompt engineer\"")->required();
}

void add_init(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand("init", "Begin a guide of your own: a small one that builds");
  command.callback([&] { options.command = Command::init; });
  add_as_of(command, options);
  command.add_option("DIR", options.folder, "The new folder")->required();
}

void add_schema(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand(
      "schema", "Write JSON Schemas of the content, for editors that complete and check TOML");
  command.callback([&] { options.command = Command::schema; });
  command
      .add_option("-o,--output-dir", options.output_dir,
                  "Where they go (default: .schemas/ in the site)")
      ->type_name("DIR");
}

void add_diff(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand(
      "diff", "Tell what differs between two published guides: pages and figures");
  add_site_options(command, options);
  auto* old_folder =
      command.add_option("OLD", options.old_folder, "The guide as it is")->type_name("DIR");
  auto* new_folder =
      command.add_option("NEW", options.new_folder, "The guide as it would be")->type_name("DIR");
  auto* against = command
                      .add_option("--against", options.against,
                                  "The guide as it is, beside what would be built now")
                      ->type_name("DIR")
                      ->excludes(old_folder)
                      ->excludes(new_folder);
  command.callback([&options, against] {
    options.command = Command::diff;
    if (against->count() == 0 && options.new_folder.empty())
      throw CLI::ValidationError("diff", "needs OLD and NEW, or --against DIR");
  });
  add_choice<DiffFormat>(
      command, "--format", options.diff_format,
      {{"text", DiffFormat::text}, {"markdown", DiffFormat::markdown}, {"json", DiffFormat::json}},
      "text, markdown (for a comment), json", "FORMAT");
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
  Options options;
  CLI::App app("Waymark turns Markdown and TOML into a cross-linked career guide.", "waymark");
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a fault of the machine "
      "(disk, permissions).");

  add_build(app, options);
  add_check(app, options);
  add_serve(app, options);
  add_new(app, options);
  add_init(app, options);
  add_schema(app, options);
  add_diff(app, options);
  auto* version = app.add_subcommand("version", "Print the version");
  version->callback([&] { options.command = Command::version; });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? 0 : usage_error;
  }
  return options;
}

}  // namespace waymark
