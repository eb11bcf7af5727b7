#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace waymark {

void for_each_index(std::size_t count, unsigned jobs,
                    const std::function<void(std::size_t)>& task) {
  for_each_index(count, jobs, [&](std::size_t index, unsigned) { task(index); });
}

void for_each_index(std::size_t count, unsigned jobs,
                    const std::function<void(std::size_t, unsigned)>& task) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;  // of the two below
  std::size_t failed_index = count;
  std::exception_ptr failure;

  const auto work = [&](unsigned worker) {
    for (std::size_t index = 0; (index = next.fetch_add(1)) < count;) {
      try {
        task(index, worker);
      } catch (...) {
        const std::lock_guard guard(mutex);
        if (index < failed_index) {
          failed_index = index;
          failure = std::current_exception();
        }
      }
    }
  };

  const std::size_t workers = std::min<std::size_t>(jobs, count);
  {
    std::vector<std::jthread> threads;
    try {
      for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do the work.
    }
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace waymark
