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
void add_choice(CLI::App& build, const std::string& name, E& to, std::map<std::string, E> words,
                const std::string& help, const std::string& type_name) {
  std::string known;
  for (const auto& [word, value] : words) known += (known.empty() ? "" : ", ") + word;
  const auto check = [words, known](const std::string& text) {
    return words.contains(text) ? "" : "\"" + text + "\" is none of " + known;
  };
  build
      .add_option_function<std::string>(
          name, [&to, words](const std::string& text) { to = words.at(text); }, help)
      ->type_name(type_name)
      ->check(check, "");
}

void add_build_options(CLI::App& build, Options& options) {
  build
      .add_option("-C,--root", options.root,
                  "The site's folder (default: the nearest one upwards with content/site.toml)")
      ->type_name("DIR");
  build
      .add_option("-o,--output-dir", options.output_dir,
                  "Where the pages go (default: public/ in the site's folder)")
      ->type_name("DIR");
  build
      .add_option("-u,--base-url", options.base_url,
                  "Where the guide will be published (default: base_url of site.toml)")
      ->type_name("URL")
      ->check(check_base_url, "");
  build.add_option("-j,--jobs", options.jobs, "Threads (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  build.add_flag("-D,--drafts", options.drafts, "Publish drafts and scheduled entries as well");
  build
      .add_option_function<std::string>(
          "--as-of", [&](const std::string& text) { options.as_of = parse_date(text); },
          "The guide's today (default: SOURCE_DATE_EPOCH, else the real one)")
      ->type_name("DATE")
      ->check(check_date, "");
  build.add_flag("--strict", options.strict, "Treat warnings as errors");
  add_choice<ReportFormat>(build, "--format", options.format,
                           {{"text", ReportFormat::text},
                            {"json", ReportFormat::json},
                            {"github", ReportFormat::github}},
                           "How mistakes are printed: text, json, github", "FORMAT");
  add_choice<ColorMode>(
      build, "--color", options.color,
      {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}},
      "auto, always, never (NO_COLOR is heeded)", "WHEN");
  auto* quiet = build.add_flag_callback(
      "-q,--quiet", [&] { options.verbosity = Verbosity::quiet; }, "Print mistakes only");
  build
      .add_flag_callback(
          "-v,--verbose", [&] { options.verbosity = Verbosity::verbose; },
          "Print how long each stage took")
      ->excludes(quiet);
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
  Options options;
  CLI::App app("Waymark turns Markdown and TOML into a cross-linked career guide.", "waymark");
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a fault of the machine "
      "(disk, permissions).");

  auto* build = app.add_subcommand("build", "Check the content and publish the guide");
  add_build_options(*build, options);
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
