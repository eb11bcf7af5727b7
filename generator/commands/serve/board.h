// What the preview shows at the moment: request threads read it, the thread that makes guides
// writes it, and browsers wait for its news.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "commands/serve/shown_guide.h"

namespace waymark {

// Numbers grow with each change, also over a restart, so that an open page knows whether it is old.
struct State {
  std::shared_ptr<const ShownGuide> guide;  // the last good one; none where there never was one
  std::uint64_t page = 0;                   // of its pages; 0 where there is none
  std::uint64_t style = 0;                  // of its stylesheets
  std::string mistakes = "[]";              // JSON: what is wrong with the content since
};

// Threads: all members, from any.
class Board {
 public:
  // What changed from the guide before: only its stylesheets, or anything.
  enum class Change { style, page };
  void show(std::shared_ptr<const ShownGuide> guide, Change change);  // it has no mistakes
  void report(std::string mistakes);
  void close();  // no more news: nobody waits any longer

  State state() const;
  // How often the state changed, once that differs from `known` or the time is over; nothing where
  // the board is closed.
  std::optional<std::uint64_t> wait_for_news(std::uint64_t known,
                                             std::chrono::milliseconds patience) const;

 private:
  std::uint64_t next_number();

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  State state_;
  std::uint64_t news_ = 1;  // a listener begins with 0, and is told at once
  std::uint64_t last_number_ = 0;
  bool is_closed_ = false;
};

}  // namespace waymark
