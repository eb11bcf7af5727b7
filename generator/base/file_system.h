// The disk, as the program sees it: the one place where bytes come in and go out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace waymark {

enum class EntryKind { none, file, directory, symlink, other };

struct FolderEntry {
  std::string path;  // relative to the listed folder, with '/'
  EntryKind kind = EntryKind::file;
  std::uint64_t size = 0;  // bytes, of a file
};

// Held while one program writes into a folder; released when destroyed.
class FolderLock {
 public:
  virtual ~FolderLock() = default;
};

// Paths are UTF-8 with '/', absolute or relative to the working folder.
// Errors: Result, with the path and the system's reason. Threads: const members, and write and
// rename of different files, from any.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual Result<std::string> read(const std::string& path) const = 0;
  // What is there, a link not followed; `none` where nothing is.
  virtual EntryKind kind(const std::string& path) const = 0;
  // Everything below a folder, sorted by path (bytes), folders included; links are listed and not
  // followed (the folder itself may be one). A folder that is not there is empty.
  virtual Result<std::vector<FolderEntry>> list(const std::string& folder) const = 0;

  // Makes missing parent folders.
  virtual Result<Done> write(const std::string& path, std::string_view bytes) = 0;
  // Atomic within one file system; replaces a file; makes missing parent folders.
  virtual Result<Done> rename(const std::string& from, const std::string& to) = 0;
  // A file, a link, or an empty folder. Nothing there is no error.
  virtual Result<Done> remove(const std::string& path) = 0;
  // Makes the folder when it is not there, and leaves no file in it. Fails at once when another run
  // holds it.
  virtual Result<std::unique_ptr<FolderLock>> lock(const std::string& folder) = 0;
};

// The real one. Boost.Filesystem below.
std::unique_ptr<FileSystem> real_file_system();

// "a" + "b/c" -> "a/b/c"; an empty folder adds nothing.
std::string join_path(std::string_view folder, std::string_view path);

}  // namespace waymark
