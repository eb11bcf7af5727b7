// A disk in memory that remembers what was done to it, and fails when told.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"

namespace waymark {

// Threads: const members from any, as FileSystem asks.
class MemoryFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path) const override;
  EntryKind kind(const std::string& path) const override;
  Result<std::vector<FolderEntry>> list(const std::string& folder) const override;
  Result<Done> write(const std::string& path, std::string_view bytes) override;
  Result<Done> rename(const std::string& from, const std::string& to) override;
  Result<Done> remove(const std::string& path) override;
  Result<std::unique_ptr<FolderLock>> lock(const std::string& folder) override;

  // Sets up, without a log: files with their folders, and things that are neither.
  void put(const std::string& path, std::string bytes);
  void put_kind(const std::string& path, EntryKind kind);

  // Every file below a folder with its bytes, and every folder that holds nothing, as "x/".
  std::map<std::string, std::string> tree(const std::string& folder) const;

  std::vector<std::string> reads() const;  // paths, sorted
  const std::vector<std::string>& changes() const {
    return changes_;
  }  // "write a", "rename a b", "remove a"
  void forget_log();

  // The operation on the disk with this index (0: the next one) fails, a write with half its bytes
  // on the disk; with `stays_down`, all later ones fail too, as after a crash.
  void fail_at(std::size_t operation, bool stays_down);
  void recover() { fails_at_.reset(); }

 private:
  struct Node {
    EntryKind kind = EntryKind::file;
    std::string bytes;
  };

  bool fails();
  Result<Done> make_parents(const std::string& path);
  bool has_children(const std::string& path) const;

  std::map<std::string, Node> nodes_;
  std::set<std::string> locked_;
  std::vector<std::string> changes_;
  std::recursive_mutex changing_;  // one change at a time
  mutable std::mutex mutex_;       // of reads_
  mutable std::vector<std::string> reads_;
  std::optional<std::size_t> fails_at_;
  bool stays_down_ = false;
};

}  // namespace waymark
