#include "base/file_system.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace waymark {

namespace {

namespace fs = boost::filesystem;

Failure failed_to(std::string_view verb, const std::string& path, const std::string& reason) {
  return {fmt::format("cannot {} {}: {}", verb, path, reason)};
}

Failure failed_to(std::string_view verb, const std::string& path, int error) {
  return failed_to(verb, path, std::generic_category().message(error));
}

// An open file, closed when it goes.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  // Some file systems report a full disk only here.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

struct RealFolderLock : FolderLock {
  explicit RealFolderLock(Descriptor opened) : folder(std::move(opened)) {}
  Descriptor folder;
};

Descriptor open_to_write(const std::string& path) { return {path, O_WRONLY | O_CREAT | O_TRUNC}; }

EntryKind to_kind(fs::file_type type) {
  switch (type) {
    case fs::file_not_found:
      return EntryKind::none;
    case fs::regular_file:
      return EntryKind::file;
    case fs::directory_file:
      return EntryKind::directory;
    case fs::symlink_file:
      return EntryKind::symlink;
    default:
      return EntryKind::other;
  }
}

Result<Done> make_folder(const std::string& path) {
  boost::system::error_code error;
  fs::create_directories(path, error);
  if (error) return failed_to("make the folder", path, error.message());
  return Done{};
}

Result<Done> make_parent(const std::string& path) {
  return make_folder(fs::path(path).parent_path().string());
}

// Adds what is directly in the folder `below` of `root`, and its folders to `pending` as well.
Result<Done> list_one(const std::string& root, const std::string& below,
                      std::vector<FolderEntry>& out, std::vector<std::string>& pending) {
  const std::string folder = join_path(root, below);
  boost::system::error_code error;
  fs::directory_iterator at(folder.empty() ? "." : folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    FolderEntry entry{join_path(below, at->path().filename().string())};
    entry.kind = to_kind(at->symlink_status(error).type());
    if (error) break;
    if (entry.kind == EntryKind::file) entry.size = fs::file_size(at->path(), error);
    if (error) break;
    if (entry.kind == EntryKind::directory) pending.push_back(entry.path);
    out.push_back(std::move(entry));
  }
  if (error) return failed_to("list", folder, error.message());
  return Done{};
}

Result<Done> write_all(const Descriptor& file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return failed_to("write", path, errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Done{};
}

class RealFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path) const override {
    const Descriptor file(path, O_RDONLY);
    struct stat status {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0) return failed_to("read", path, errno);
    std::string bytes;
    // One byte more than the file has, so that the last read sees its end.
    std::size_t capacity = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) + 1;
    for (std::size_t size = 0;; capacity *= 2) {
      bytes.resize(capacity);
      while (size < capacity) {
        const ssize_t got = ::read(file.get(), bytes.data() + size, capacity - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed_to("read", path, errno);
        if (got == 0) {
          bytes.resize(size);
          return bytes;
        }
        size += static_cast<std::size_t>(got);
      }
    }
  }

  EntryKind kind(const std::string& path) const override {
    boost::system::error_code error;
    return to_kind(fs::symlink_status(path, error).type());
  }

  Result<std::vector<FolderEntry>> list(const std::string& folder) const override {
    std::vector<FolderEntry> entries;
    if (kind(folder) == EntryKind::none) return entries;
    std::vector<std::string> pending{""};
    while (!pending.empty()) {
      const std::string below = std::move(pending.back());
      pending.pop_back();
      if (auto done = list_one(folder, below, entries, pending); !done) return done.failure();
    }
    std::sort(entries.begin(), entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.path < b.path; });
    return entries;
  }

  Result<Done> write(const std::string& path, std::string_view bytes) override {
    Descriptor file = open_to_write(path);
    if (!file.is_open() && errno == ENOENT) {
      if (auto made = make_parent(path); !made) return made;
      file = open_to_write(path);
    }
    if (!file.is_open()) return failed_to("write", path, errno);
    if (auto done = write_all(file, path, bytes); !done) return done;
    if (!file.close()) return failed_to("write", path, errno);
    return Done{};
  }

  Result<Done> rename(const std::string& from, const std::string& to) override {
    if (::rename(from.c_str(), to.c_str()) == 0) return Done{};
    if (errno == ENOENT) {
      if (auto made = make_parent(to); !made) return made;
      if (::rename(from.c_str(), to.c_str()) == 0) return Done{};
    }
    return failed_to("rename " + from + " to", to, errno);
  }

  Result<Done> remove(const std::string& path) override {
    if (std::remove(path.c_str()) == 0 || errno == ENOENT) return Done{};
    return failed_to("remove", path, errno);
  }

  Result<std::unique_ptr<FolderLock>> lock(const std::string& folder) override {
    if (auto made = make_folder(folder); !made) return made.failure();
    Descriptor opened(folder, O_RDONLY | O_DIRECTORY);
    if (!opened.is_open()) return failed_to("open", folder, errno);
    // Other errors: some network file systems have no locks on folders. Go on without one.
    if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
      return Failure{
          fmt::format("{} is being written by another run; wait until it is done", folder)};
    return std::unique_ptr<FolderLock>(std::make_unique<RealFolderLock>(std::move(opened)));
  }
};

}  // namespace

std::unique_ptr<FileSystem> real_file_system() { return std::make_unique<RealFileSystem>(); }

std::string join_path(std::string_view folder, std::string_view path) {
  if (folder.empty()) return std::string(path);
  if (path.empty()) return std::string(folder);
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", path);
}

}  // namespace waymark
