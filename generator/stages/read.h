// Reads the site's folder, and what was published of it, into memory: the one stage that touches
// the disk before publish.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/result.h"
#include "base/source.h"

namespace waymark {

// All files below content/, templates/ and assets/ of `root`, sorted by path. A template or asset
// that the site does not have is taken from `theme`, the folder of the installed program; both
// print as templates/NAME. A template of the theme that the site replaces is templates/theme/NAME.
// A byte order mark is dropped from what we parse. Hidden files and
// editors' back-up files are passed over. A symbolic link (even one inside the site could show what
// is hidden there), a device, a file over 64 MiB and a name that is not plain text are errors in
// `out`. Errors: an unreadable file or folder, no site.
Result<Sources> read(const FileSystem& files, const std::string& root, const std::string& theme,
                     unsigned jobs, Diagnostics& out);

// The paths that an earlier run published into this folder, sorted; none where there was none.
Result<std::vector<std::string>> read_published(const FileSystem& files,
                                                const std::string& output_folder);

}  // namespace waymark
