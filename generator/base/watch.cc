#include "base/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace waymark {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds quiet(10);            // ends a burst
constexpr milliseconds longest_burst(200);   // a burst that lasts is a change all the same
constexpr milliseconds between_looks(1000);  // where there are no watches
constexpr milliseconds forever(-1);          // as poll has it

// A file counts when it is closed: one that was just made has no bytes yet.
constexpr std::uint32_t events_of_interest = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
                                             IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                                             IN_MOVE_SELF;

// Something may stand at a watched name that is not watched yet.
bool moves_folders(const inotify_event& event) {
  return (event.mask & (IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
}

bool is_new_file(const inotify_event& event) {
  return (event.mask & IN_CREATE) != 0 && (event.mask & IN_ISDIR) == 0;
}

bool can_read(int descriptor, milliseconds patience) {
  pollfd place{descriptor, POLLIN, 0};
  return poll(&place, 1, static_cast<int>(patience.count())) > 0;
}

}  // namespace

Watcher::Watcher(const FileSystem& files, std::vector<std::string> folders)
    : files_(files),
      folders_(std::move(folders)),
      events_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (events_ < 0)
    limit_ = fmt::format("cannot watch files: {}", std::generic_category().message(errno));
  rescan();
}

Watcher::~Watcher() {
  if (events_ >= 0) close(events_);
}

void Watcher::add(const std::string& folder) {
  constexpr std::uint32_t flags = IN_ONLYDIR | IN_DONT_FOLLOW | events_of_interest;
  if (events_ < 0 || inotify_add_watch(events_, folder.c_str(), flags) >= 0) return;
  if (errno == ENOSPC)
    limit_ =
        fmt::format("cannot watch {}: the limit fs.inotify.max_user_watches is reached", folder);
}

// A folder that is watched already is not watched twice; one that is gone is dropped by the system.
void Watcher::rescan() {
  for (const std::string& folder : folders_) {
    add(folder.substr(0, folder.rfind('/')));
    add(folder);
    const auto entries = files_.list(folder);
    if (!entries) continue;  // who reads the files will say so
    for (const FolderEntry& entry : *entries)
      if (entry.kind == EntryKind::directory) add(join_path(folder, entry.path));
  }
}

// Whether there were any that count.
bool Watcher::take_events() {
  alignas(inotify_event) std::array<char, 16 << 10> bytes;
  bool counts = false;
  bool is_moved = false;
  for (ssize_t size = 0; (size = read(events_, bytes.data(), bytes.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, bytes.data() + at, sizeof event);
      at += sizeof event + event.len;
      if (is_new_file(event) || (event.mask & IN_IGNORED) != 0) continue;
      counts = true;
      is_moved = is_moved || moves_folders(event);
    }
  }
  if (is_moved) rescan();
  return counts;
}

Woken Watcher::wait(int stop, std::optional<milliseconds> patience) {
  for (;;) {
    std::array<pollfd, 2> places{{{stop, POLLIN, 0}, {events_, POLLIN, 0}}};
    const milliseconds time = patience.value_or(limit_.empty() ? forever : between_looks);
    const int ready = poll(places.data(), places.size(), static_cast<int>(time.count()));
    if ((places[0].revents & POLLIN) != 0) return Woken::by_stop;
    if (ready == 0) return patience ? Woken::by_time : Woken::by_change;
    if ((places[1].revents & POLLIN) == 0 || !take_events()) continue;
    const auto end = Clock::now() + longest_burst;
    while (Clock::now() < end && can_read(events_, quiet)) take_events();
    return Woken::by_change;
  }
}

}  // namespace waymark
