#include "base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "catch.h"

using namespace waymark;

namespace {

// A new folder in the system's place for temporary files, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "waymark-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  std::string operator/(std::string_view name) const { return join_path(path_, name); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string listing(const FileSystem& files, const std::string& folder) {
  const auto entries = files.list(folder);
  REQUIRE(entries);
  std::string text;
  for (const FolderEntry& entry : *entries) {
    text += entry.path;
    if (entry.kind == EntryKind::directory) text += "/";
    if (entry.kind == EntryKind::symlink) text += "@";
    if (entry.kind == EntryKind::other) text += "?";
    if (entry.kind == EntryKind::file) text += "=" + std::to_string(entry.size);
    text += " ";
  }
  return text;
}

}  // namespace

TEST_CASE("joined paths have one slash between them") {
  CHECK(join_path("a", "b/c") == "a/b/c");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "") == "a");
  CHECK(join_path("/", "b") == "/b");
}

TEST_CASE("a file comes back as it was written, its parents made") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  for (const std::string& bytes :
       {std::string(), std::string("a\0\r\n\xFF", 5), std::string(3 << 20, 'x')}) {
    REQUIRE(files->write(folder / "new/deep/file", bytes));
    const auto read = files->read(folder / "new/deep/file");
    REQUIRE(read);
    CHECK(*read == bytes);
  }
}

TEST_CASE("a file whose size the system does not tell is read to its end") {
  const auto status = real_file_system()->read("/proc/self/status");
  REQUIRE(status);
  CHECK(status->find("VmPeak") != std::string::npos);
}

TEST_CASE("a new file gets the permissions that the umask leaves") {
  const TemporaryFolder folder;
  const mode_t before = ::umask(027);
  REQUIRE(real_file_system()->write(folder / "sub/file", "x"));
  ::umask(before);
  struct stat status {};
  REQUIRE(::stat((folder / "sub/file").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  REQUIRE(::stat((folder / "sub").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0750);
}

TEST_CASE("a failure names the path and the system's reason") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "file", "x"));
  REQUIRE(files->write(folder / "sub/x", "x"));
  CHECK(files->read(folder / "none").failure().message ==
        "cannot read " + (folder / "none") + ": No such file or directory");
  CHECK(files->read(folder.path()).failure().message ==
        "cannot read " + folder.path() + ": Is a directory");
  CHECK(files->write(folder / "file/x", "x").failure().message ==
        "cannot write " + (folder / "file/x") + ": Not a directory");
  CHECK(files->write(folder / "sub", "x").failure().message ==
        "cannot write " + (folder / "sub") + ": Is a directory");
  CHECK(files->rename(folder / "none", folder / "x").failure().message ==
        "cannot rename " + (folder / "none") + " to " + (folder / "x") +
            ": No such file or directory");
  CHECK(files->remove(folder / "sub").failure().message ==
        "cannot remove " + (folder / "sub") + ": Directory not empty");
  CHECK(files->list(folder / "file").failure().message ==
        "cannot list " + (folder / "file") + ": Not a directory");
}

TEST_CASE("a full disk is a failure, not a short file") {
  if (!std::filesystem::exists("/dev/full")) return;
  CHECK(real_file_system()->write("/dev/full", "x").failure().message ==
        "cannot write /dev/full: No space left on device");
}

TEST_CASE("a listing is sorted by bytes and does not follow links") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "b/two", "22"));
  REQUIRE(files->write(folder / "b/Three", "333"));
  REQUIRE(files->write(folder / "b.md", ""));
  REQUIRE(files->write(folder / "\xC3\xA9", "1"));
  std::filesystem::create_directory(folder / "empty.md");
  std::filesystem::create_symlink(folder.path(), folder / "up");
  std::filesystem::create_symlink("nowhere", folder / "broken");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(listing(*files, folder.path()) ==
        "b/ b.md=0 b/Three=3 b/two=2 broken@ empty.md/ pipe? up@ \xC3\xA9=1 ");
  CHECK(listing(*files, folder / "up") == listing(*files, folder.path()));
  CHECK(listing(*files, folder / "none").empty());
}

TEST_CASE("a thing's kind is told without following it") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "file", "x"));
  std::filesystem::create_symlink("file", folder / "link");
  CHECK(files->kind(folder / "file") == EntryKind::file);
  CHECK(files->kind(folder / "link") == EntryKind::symlink);
  CHECK(files->kind(folder.path()) == EntryKind::directory);
  CHECK(files->kind(folder / "none") == EntryKind::none);
  CHECK(files->kind(folder / "file/none") == EntryKind::none);
}

TEST_CASE("a rename replaces a file and makes the parents that it needs") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "a", "new"));
  REQUIRE(files->write(folder / "b", "old"));
  REQUIRE(files->rename(folder / "a", folder / "b"));
  REQUIRE(files->rename(folder / "b", folder / "c/d/e"));
  CHECK(listing(*files, folder.path()) == "c/ c/d/ c/d/e=3 ");
}

TEST_CASE("remove takes a file, a link and an empty folder, and does not miss what is not there") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "sub/file", "x"));
  std::filesystem::create_symlink(folder / "sub", folder / "link");
  CHECK(files->remove(folder / "link"));
  CHECK(files->remove(folder / "sub/file"));
  CHECK(files->remove(folder / "sub"));
  CHECK(files->remove(folder / "sub"));
  CHECK(listing(*files, folder.path()).empty());
}

TEST_CASE("a folder is locked for one run at a time, and no lock file is left in it") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  const std::string output = folder / "made/public";
  {
    const auto lock = files->lock(output);
    REQUIRE(lock);
    CHECK(files->lock(output).failure().message ==
          output + " is being written by another run; wait until it is done");
  }
  CHECK(files->lock(output));
  CHECK(listing(*files, output).empty());
}
