#include "base/parallel.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"

using namespace waymark;

TEST_CASE("every index runs exactly once, whatever the number of threads") {
  for (const unsigned jobs : {0u, 1u, 2u, 8u, 64u}) {
    for (const std::size_t count : {0u, 1u, 7u, 1000u}) {
      std::vector<int> runs(count);
      for_each_index(count, jobs, [&](std::size_t i) { ++runs[i]; });
      CAPTURE(jobs, count);
      CHECK(runs == std::vector<int>(count, 1));
    }
  }
}

TEST_CASE("one job runs on the calling thread, in order") {
  std::vector<std::size_t> order;
  std::vector<std::thread::id> threads;
  for_each_index(3, 1, [&](std::size_t i) {
    order.push_back(i);
    threads.push_back(std::this_thread::get_id());
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2});
  CHECK(threads == std::vector<std::thread::id>(3, std::this_thread::get_id()));
}

TEST_CASE("two tasks with the same worker never run at once") {
  constexpr unsigned jobs = 4;
  std::vector<std::atomic<int>> busy(jobs);
  std::atomic<int> overlaps = 0;
  std::vector<unsigned> workers(2000);
  for_each_index(workers.size(), jobs, [&](std::size_t i, unsigned worker) {
    workers[i] = worker;
    if (busy.at(worker).fetch_add(1) != 0) ++overlaps;
    std::this_thread::yield();
    busy.at(worker).fetch_sub(1);
  });
  CHECK(overlaps == 0);
  for (const unsigned worker : workers) CHECK(worker < jobs);
}

TEST_CASE("an exception is not lost: the one of the lowest index comes out, after the others ran") {
  for (const unsigned jobs : {1u, 4u}) {
    std::atomic<int> runs = 0;
    const auto run = [&] {
      for_each_index(100, jobs, [&](std::size_t i) {
        ++runs;
        if (i % 10 == 3) throw std::runtime_error(std::to_string(i));
      });
    };
    CHECK_THROWS_WITH(run(), "3");
    CHECK(runs == 100);
  }
}
