// Runs one function for many indexes on a few threads.
#pragma once

#include <cstddef>
#include <functional>

namespace waymark {

// Calls task(i) for every i below `count`, in any order, on at most `jobs` threads (this one
// included), and returns when all are done. Task i reads shared const data and writes slot i only.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task);

// As above; `worker` is below `jobs` and no two tasks run at once with the same one, so that a task
// may use scratch memory of its worker.
void for_each_index(std::size_t count, unsigned jobs,
                    const std::function<void(std::size_t index, unsigned worker)>& task);

}  // namespace waymark
