#include "memory_file_system.h"

#include <algorithm>

namespace waymark {

namespace {

struct MemoryLock : FolderLock {
  MemoryLock(std::set<std::string>& all, std::string held) : locked(all), folder(std::move(held)) {}
  ~MemoryLock() override { locked.erase(folder); }
  std::set<std::string>& locked;
  std::string folder;
};

bool is_below(const std::string& folder, const std::string& path) {
  return folder.empty() || path.starts_with(folder + "/");
}

}  // namespace

Result<std::string> MemoryFileSystem::read(const std::string& path) const {
  const std::lock_guard guard(mutex_);
  reads_.push_back(path);
  const auto at = nodes_.find(path);
  if (at == nodes_.end() || at->second.kind != EntryKind::file)
    return Failure{"cannot read " + path + ": no such file in memory"};
  return at->second.bytes;
}

EntryKind MemoryFileSystem::kind(const std::string& path) const {
  const auto at = nodes_.find(path);
  return at == nodes_.end() ? EntryKind::none : at->second.kind;
}

Result<std::vector<FolderEntry>> MemoryFileSystem::list(const std::string& folder) const {
  std::vector<FolderEntry> entries;
  for (const auto& [path, node] : nodes_) {
    if (!is_below(folder, path)) continue;
    const std::string below = folder.empty() ? path : path.substr(folder.size() + 1);
    entries.push_back({below, node.kind, node.bytes.size()});
  }
  return entries;
}

Result<Done> MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard guard(changing_);
  changes_.push_back("write " + path);
  const bool failing = fails();
  if (failing && stays_down_) return Failure{"cannot write " + path + ": the disk is gone"};
  if (kind(path) == EntryKind::directory) return Failure{"cannot write " + path + ": a folder"};
  if (auto made = make_parents(path); !made) return made;
  nodes_[path] = {EntryKind::file,
                  std::string(bytes.substr(0, failing ? bytes.size() / 2 : bytes.size()))};
  if (failing) return Failure{"cannot write " + path + ": the disk is full"};
  return Done{};
}

Result<Done> MemoryFileSystem::rename(const std::string& from, const std::string& to) {
  const std::lock_guard guard(changing_);
  changes_.push_back("rename " + from + " " + to);
  if (fails()) return Failure{"cannot rename " + from + " to " + to + ": the disk is gone"};
  if (kind(from) != EntryKind::file) return Failure{"cannot rename " + from + ": not a file"};
  if (kind(to) == EntryKind::directory) return Failure{"cannot rename to " + to + ": a folder"};
  if (auto made = make_parents(to); !made) return made;
  nodes_[to] = std::move(nodes_[from]);
  nodes_.erase(from);
  return Done{};
}

Result<Done> MemoryFileSystem::remove(const std::string& path) {
  const std::lock_guard guard(changing_);
  changes_.push_back("remove " + path);
  if (fails()) return Failure{"cannot remove " + path + ": the disk is gone"};
  if (has_children(path)) return Failure{"cannot remove " + path + ": the folder is not empty"};
  nodes_.erase(path);
  return Done{};
}

Result<std::unique_ptr<FolderLock>> MemoryFileSystem::lock(const std::string& folder) {
  if (auto made = make_parents(folder + "/x"); !made) return made.failure();
  if (!locked_.insert(folder).second) return Failure{folder + " is locked"};
  return std::unique_ptr<FolderLock>(std::make_unique<MemoryLock>(locked_, folder));
}

void MemoryFileSystem::put(const std::string& path, std::string bytes) {
  put_kind(path, EntryKind::file);
  nodes_[path].bytes = std::move(bytes);
}

void MemoryFileSystem::put_kind(const std::string& path, EntryKind kind) {
  static_cast<void>(make_parents(path));
  nodes_[path] = {kind, ""};
}

std::map<std::string, std::string> MemoryFileSystem::tree(const std::string& folder) const {
  std::map<std::string, std::string> tree;
  for (const auto& [path, node] : nodes_) {
    if (!is_below(folder, path)) continue;
    const std::string below = path.substr(folder.size() + 1);
    if (node.kind == EntryKind::file) tree[below] = node.bytes;
    if (node.kind == EntryKind::directory && !has_children(path)) tree[below + "/"] = "";
  }
  return tree;
}

std::vector<std::string> MemoryFileSystem::reads() const {
  std::vector<std::string> sorted = reads_;
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

void MemoryFileSystem::forget_log() {
  reads_.clear();
  changes_.clear();
}

void MemoryFileSystem::fail_at(std::size_t operation, bool stays_down) {
  fails_at_ = operation;
  stays_down_ = stays_down;
}

bool MemoryFileSystem::fails() {
  if (!fails_at_) return false;
  if (*fails_at_ > 0) {
    --*fails_at_;
    return false;
  }
  if (!stays_down_) fails_at_.reset();
  return true;
}

Result<Done> MemoryFileSystem::make_parents(const std::string& path) {
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
    const std::string folder = path.substr(0, at);
    if (nodes_.try_emplace(folder, Node{EntryKind::directory, ""}).first->second.kind !=
        EntryKind::directory)
      return Failure{"cannot make the folder " + folder + ": a file"};
  }
  return Done{};
}

bool MemoryFileSystem::has_children(const std::string& path) const {
  const auto next = nodes_.lower_bound(path + "/");
  return next != nodes_.end() && is_below(path, next->first);
}

}  // namespace waymark
