#include "commands/environment.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "base/text.h"
#include "formats/url.h"

namespace waymark {

namespace {

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

// Without links; empty where nothing is.
std::string real_path(const std::string& path) {
  char real[PATH_MAX];
  return realpath(path.c_str(), real) == nullptr ? "" : real;
}

// The folder of the site's input that `output` lies in, or empty: what is published there would be
// read by the next run.
std::string_view input_folder_of(const std::string& output, const std::string& root) {
  const std::string published = resolve_path("", output).value_or("") + "/";
  for (const std::string_view folder : {"content", "templates", "assets"})
    if (published.starts_with(resolve_path(root, folder).value_or("") + "/")) return folder;
  return {};
}

// The guide's day without --as-of; nothing where SOURCE_DATE_EPOCH names none.
std::optional<Date> today() {
  constexpr std::int64_t end_of_9999 = 253402300799;  // seconds
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return from_unix(std::chrono::duration_cast<std::chrono::seconds>(now).count());
  }
  std::int64_t seconds = 0;
  const char* const end = epoch + std::strlen(epoch);
  const auto parsed = std::from_chars(epoch, end, seconds);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == end;
  if (!is_number || seconds < 0 || seconds > end_of_9999) return std::nullopt;
  return from_unix(seconds);
}

bool use_color(ColorMode mode) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

}  // namespace

int fail(ExitStatus status, std::string_view message) {
  fmt::print(stderr, "waymark: error: {}\n", message);
  return status;
}

std::string working_folder() {
  char path[PATH_MAX];
  return getcwd(path, sizeof path) == nullptr ? "." : path;
}

std::string absolute_path(const std::string& path) {
  return path.starts_with('/') ? path : join_path(working_folder(), path);
}

std::string find_root(const FileSystem& files) {
  const std::string here = working_folder();
  for (std::string folder = here; !folder.empty(); folder = folder_of(folder))
    if (files.kind(join_path(folder, "content/site.toml")) == EntryKind::file) return folder;
  return here;
}

Result<std::string> find_theme(const FileSystem& files) {
  const std::string program = real_path("/proc/self/exe");
  if (program.empty()) return Failure{"cannot read /proc/self/exe, by which templates are found"};
  // Installed, the program is in bin/ beside share/; built, share/ is beside the program itself.
  const std::string installed = join_path(folder_of(folder_of(program)), "share/waymark");
  const std::string built = real_path(join_path(folder_of(program), "share/waymark"));
  for (const std::string& theme : {installed, built})
    if (files.kind(join_path(theme, "templates")) == EntryKind::directory) return theme;
  return Failure{fmt::format("no templates in {}: install waymark again", installed)};
}

std::variant<BuildRequest, int> request_of(const Options& options, const FileSystem& files) {
  BuildRequest request;
  request.root = options.root.empty() ? find_root(files) : absolute_path(options.root);
  const Result<std::string> theme = find_theme(files);
  if (!theme) return fail(environment, theme.failure().message);
  request.theme = *theme;
  request.output_folder = options.output_dir.empty() ? join_path(request.root, "public")
                                                     : absolute_path(options.output_dir);
  if (const auto folder = input_folder_of(request.output_folder, request.root); !folder.empty())
    return fail(usage, fmt::format("{} is in {}/, which every run reads; choose another folder "
                                   "with -o",
                                   request.output_folder, folder));
  request.base_url = options.base_url;
  const std::optional<Date> as_of = options.as_of ? options.as_of : today();
  if (!as_of) return fail(usage, "SOURCE_DATE_EPOCH must be seconds since 1970, as in 1782864000");
  request.as_of = *as_of;
  request.jobs =
      options.jobs == 0 ? std::max(1u, std::thread::hardware_concurrency()) : options.jobs;
  request.drafts = options.drafts;
  request.strict = options.strict;
  return request;
}

std::function<void(std::string_view)> stage_printer(const Options& options) {
  if (options.verbosity != Verbosity::verbose) return [](std::string_view) {};
  using Clock = std::chrono::steady_clock;
  return [last = Clock::now()](std::string_view stage) mutable {
    const auto now = Clock::now();
    fmt::print("{:8} {:8.1f} ms\n", stage,
               std::chrono::duration<double, std::milli>(now - last).count());
    last = now;
  };
}

void print_report(const Diagnostics& found, const Sources& sources, const Options& options) {
  fmt::print(stderr, "{}", report(found, sources, {options.format, use_color(options.color)}));
}

}  // namespace waymark
