#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "base/text.h"
#include "command_forms.h"
#include "formats/url.h"

namespace waymark {

namespace {

constexpr int usage_error = 2;
constexpr char word_separator = '|';  // between the words that a value can be

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

// The value is one of these words; `form_of` finds them in the name of its type.
void take_words(CLI::Option& option, const std::vector<std::string>& words) {
  option.type_name(join(words, std::string(1, word_separator)))
      ->check(
          [words](const std::string& text) {
            return std::find(words.begin(), words.end(), text) != words.end()
                       ? ""
                       : "\"" + text + "\" is none of " + join(words, ", ");
          },
          "");
}

// An option whose value is one of a few words.
template <class E>
void add_choice(CLI::App& command, const std::string& name, E& to,
                const std::vector<std::pair<std::string, E>>& choices, const std::string& help) {
  const auto choose = [&to, choices](const std::string& text) {
    for (const auto& [word, value] : choices)
      if (word == text) to = value;
  };
  std::vector<std::string> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  take_words(*command.add_option_function<std::string>(name, choose, help), words);
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
      "Colour in messages (NO_COLOR is heeded)");
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
                           "How mistakes are printed");
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
  auto* kind = command.add_option("KIND", options.kind, "What it is")->required();
  take_words(*kind, {new_kinds.begin(), new_kinds.end()});
  command.add_option("NAME", options.name, "Its title: \"Prompt engineer\"")->required();
}

void add_init(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand("init", "Begin a guide of your own: a small one that builds");
  command.callback([&] { options.command = Command::init; });
  command.add_option("DIR", options.folder, "The new folder")->required()->type_name("DIR");
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
      "How the changes are printed; markdown suits a pull request's comment");
}

// The library says only that a command is missing, also where one is misspelt.
std::string complaint(const CLI::App* app, const CLI::Error& error) {
  const std::vector<std::string> words = app->remaining();
  if (words.empty() || !app->get_subcommands().empty())
    return CLI::FailureMessage::simple(app, error);
  std::vector<std::string> names;
  for (const CLI::App* command : app->get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return "\"" + words.front() + "\" is none of " + join(names, ", ") + "\n";
}

void declare(CLI::App& app, Options& options) {
  app.require_subcommand(1);
  app.failure_message(complaint);
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
  auto* version = app.add_subcommand("version", "Print the version, and those of the libraries");
  version->callback([&] { options.command = Command::version; });
}

constexpr const char* purpose = "Waymark turns Markdown and TOML into a cross-linked career guide.";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

OptionForm form_of(const CLI::Option& option) {
  OptionForm form;
  for (const std::string& name : option.get_snames()) form.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) form.names.push_back("--" + name);
  if (option.get_positional()) form.names.push_back(option.get_name(true));
  form.help = option.get_description();
  form.is_required = option.get_required();
  if (option.get_type_size() == 0) return form;  // nothing follows
  const std::string type = option.get_type_name();
  form.value = type.substr(0, type.find(':'));  // the library's own checks stand behind
  if (form.value.find(word_separator) != std::string::npos)
    form.words = split(form.value, word_separator);
  return form;
}

CommandForm form_of(const CLI::App& command) {
  CommandForm form{command.get_name(), command.get_description(), {}, {}};
  for (const CLI::Option* option : command.get_options())
    (option->get_positional() ? form.arguments : form.options).push_back(form_of(*option));
  return form;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
  Options options;
  CLI::App app(purpose, "waymark");
  declare(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? 0 : usage_error;
  }
  return options;
}

CommandLineForm command_line_form() {
  Options options;
  CLI::App app(purpose, "waymark");
  declare(app, options);
  CommandLineForm form{app.get_description(), app.get_footer(), {}};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    form.commands.push_back(form_of(*command));
  return form;
}

}  // namespace waymark
