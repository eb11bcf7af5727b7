#include "base/watch.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "catch.h"

using namespace waymark;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds nothing_happens(100);  // long after a burst's end
constexpr std::chrono::seconds patience(20);               // until the test fails

// A folder of the real disk, and a pipe that says stop.
class Place {
 public:
  Place() {
    std::string name = (fs::temp_directory_path() / "waymark-watch-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root = name;
    REQUIRE(pipe(pipe_) == 0);
  }
  ~Place() {
    fs::remove_all(root);
    close(pipe_[0]);
    close(pipe_[1]);
  }

  void write(const std::string& path, const std::string& text = "x") const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << text;
  }
  void say_stop() const { REQUIRE(::write(pipe_[1], "x", 1) == 1); }
  int stop() const { return pipe_[0]; }
  std::string folder(const std::string& path) const { return (root / path).string(); }

  fs::path root;

 private:
  int pipe_[2] = {-1, -1};
};

bool sees_change(Watcher& watcher, const Place& place) {
  return watcher.wait(place.stop(), patience) == Woken::by_change;
}

bool sees_nothing(Watcher& watcher, const Place& place) {
  return watcher.wait(place.stop(), nothing_happens) == Woken::by_time;
}

}  // namespace

TEST_CASE("files that are written, renamed and removed below a folder wake, reading does not") {
  const Place place;
  place.write("content/roles/a.md");
  const auto files = real_file_system();
  Watcher watcher(*files, {place.folder("content")});
  CHECK(watcher.limit() == "");
  CHECK(sees_nothing(watcher, place));
  place.write("content/roles/a.md", "y");
  CHECK(sees_change(watcher, place));
  fs::rename(place.root / "content/roles/a.md", place.root / "content/roles/b.md");
  CHECK(sees_change(watcher, place));
  CHECK(files->read(place.folder("content/roles/b.md")));
  CHECK(sees_nothing(watcher, place));
  fs::remove(place.root / "content/roles/b.md");
  CHECK(sees_change(watcher, place));
}

TEST_CASE("a burst of changes wakes once") {
  const Place place;
  place.write("content/a.md");
  const auto files = real_file_system();
  Watcher watcher(*files, {place.folder("content")});
  for (int i = 0; i < 500; ++i) place.write("content/" + std::to_string(i) + ".md");
  CHECK(sees_change(watcher, place));
  CHECK(sees_nothing(watcher, place));
}

TEST_CASE("folders that are made, renamed and made anew are watched") {
  const Place place;
  place.write("content/a.md");
  const auto files = real_file_system();
  Watcher watcher(*files, {place.folder("content"), place.folder("templates")});
  place.write("content/new/deep/b.md");
  CHECK(sees_change(watcher, place));
  place.write("content/new/deep/c.md");
  CHECK(sees_change(watcher, place));
  fs::rename(place.root / "content", place.root / "other");
  CHECK(sees_change(watcher, place));
  place.write("content/a.md");
  CHECK(sees_change(watcher, place));
  place.write("content/a.md", "y");
  CHECK(sees_change(watcher, place));
  place.write("templates/base.html");
  CHECK(sees_change(watcher, place));
  place.write("templates/base.html", "y");
  CHECK(sees_change(watcher, place));
}

TEST_CASE("who waits for changes is woken to stop, before any change") {
  const Place place;
  place.write("content/a.md");
  const auto files = real_file_system();
  Watcher watcher(*files, {place.folder("content")});
  place.write("content/b.md");
  place.say_stop();
  CHECK(watcher.wait(place.stop(), patience) == Woken::by_stop);
}

TEST_CASE("where the system gives no watches, every second counts as a change") {
  const Place place;
  place.write("content/a.md");
  const auto files = real_file_system();
  rlimit files_open{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &files_open) == 0);
  const rlimit none{0, files_open.rlim_max};
  REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
  Watcher watcher(*files, {place.folder("content")});
  REQUIRE(setrlimit(RLIMIT_NOFILE, &files_open) == 0);
  CHECK(watcher.limit() == "cannot watch files: Too many open files");
  CHECK(watcher.wait(place.stop()) == Woken::by_change);
}
