// What is wrong with the content, as an open page shows it.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "build.h"

namespace waymark {

// JSON: a list with, of each error, its text as the terminal has it, the place that it begins with,
// and an address that opens this place in an editor. Warnings are for the terminal alone.
std::string mistakes_json(const Diagnostics& found, const Sources& sources, const FileSystem& files,
                          const BuildRequest& request);
std::string mistakes_json(const Failure& failure);

}  // namespace waymark
