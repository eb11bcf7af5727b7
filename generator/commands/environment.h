// What a command finds around it: the site's folder, the program's own files, the day.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "base/file_system.h"
#include "build.h"
#include "options.h"

namespace waymark {

enum ExitStatus { done = 0, content_errors = 1, usage = 2, environment = 3 };

// Prints "waymark: error: message" and returns the status.
int fail(ExitStatus status, std::string_view message);

std::string working_folder();
// The path from the working folder, where it is not absolute.
std::string absolute_path(const std::string& path);
// The nearest folder upwards that holds a site; the working folder where there is none.
std::string find_root(const FileSystem& files);
// The folder of the program's own templates, assets and starter: found from where the program is,
// so that an installed one can be moved.
Result<std::string> find_theme(const FileSystem& files);

// What the options ask of the pipeline, or the exit status of an error, which is printed.
std::variant<BuildRequest, int> request_of(const Options& options, const FileSystem& files);

// For BuildRequest::on_stage: with -v prints how long each took.
std::function<void(std::string_view stage)> stage_printer(const Options& options);

// Prints the diagnostics to the standard error, as the options say.
void print_report(const Diagnostics& found, const Sources& sources, const Options& options);

}  // namespace waymark
