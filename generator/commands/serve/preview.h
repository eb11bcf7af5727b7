// Makes the guide anew whenever it is told that something may have changed, and shows the good
// ones.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "build.h"
#include "commands/serve/board.h"
#include "options.h"

namespace waymark {

// Borrows the file system, the options and the board. Threads: one.
class Preview {
 public:
  Preview(const FileSystem& files, BuildRequest request, const Options& options, Board& board);

  // Reads the site, and shows the guide or its mistakes; says nothing where no file is different.
  // A change of prose is shown at once, and waits for `check`; any other is checked before.
  // Errors: a file cannot be read.
  Result<Done> renew();
  bool is_unchecked() const { return is_unchecked_; }
  // Makes and checks all pages of what is shown. Where they have mistakes, the last good guide
  // comes back.
  void check();
  // Says why nothing could be read; the guide stays.
  void report(const Failure& failure);

 private:
  using Inputs = std::vector<std::pair<std::string, std::uint64_t>>;  // path, hash; sorted

  // Which files are new, gone or different; none where all is as it was in the last run.
  std::vector<std::string> take_changes();
  void show(std::shared_ptr<const ShownGuide> guide, const std::vector<std::string>& changed);
  // To the terminal, unless it was said already, and to the pages.
  void report(const Diagnostics& found, const Sources& sources);

  const FileSystem& files_;
  LoadedFiles loaded_;
  BuildRequest request_;
  const Options& options_;
  Board& board_;
  Inputs inputs_;       // of the last run,
  std::string linked_;  // and what was found before any page was made
  std::string said_;    // the last report
  std::shared_ptr<const ShownGuide> shown_;
  std::shared_ptr<const ShownGuide> checked_;  // the last good one
  bool is_unchecked_ = false;
};

}  // namespace waymark
