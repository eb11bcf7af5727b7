#include "commands/serve/board.h"

#include <algorithm>
#include <utility>

namespace waymark {

// Milliseconds, so that a program that was started anew does not begin where the last one did.
std::uint64_t Board::next_number() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  last_number_ = std::max(last_number_ + 1, static_cast<std::uint64_t>(passed));
  return last_number_;
}

void Board::show(std::shared_ptr<const ShownGuide> guide, Change change) {
  {
    const std::lock_guard guard(mutex_);
    state_.guide.swap(guide);  // the old one goes behind the lock
    state_.style = next_number();
    if (change == Change::page) state_.page = state_.style;
    state_.mistakes = "[]";
    ++news_;
  }
  changed_.notify_all();
}

void Board::report(std::string mistakes) {
  {
    const std::lock_guard guard(mutex_);
    if (state_.mistakes == mistakes) return;
    state_.mistakes = std::move(mistakes);
    ++news_;
  }
  changed_.notify_all();
}

State Board::state() const {
  const std::lock_guard guard(mutex_);
  return state_;
}

void Board::close() {
  {
    const std::lock_guard guard(mutex_);
    is_closed_ = true;
  }
  changed_.notify_all();
}

std::optional<std::uint64_t> Board::wait_for_news(std::uint64_t known,
                                                  std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return is_closed_ || news_ != known; });
  return is_closed_ ? std::nullopt : std::optional(news_);
}

}  // namespace waymark
