// The system around the program: the wish that it end, and other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace waymark {

// Ctrl-C, or SIGTERM, as something to wait for instead of a sudden end.
// Threads: to be made before any other thread, which would take the signal for itself.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  int descriptor() const { return descriptor_; }  // can be read once the signal came

 private:
  int descriptor_;
};

// Starts a program of PATH, without a shell, and does not wait for it. False where there is none.
bool start_program(std::vector<std::string> arguments);

// Runs a program of PATH, without a shell and with nothing to read, and gives what it prints;
// nothing where there is none or it fails. What it complains about is dropped.
std::optional<std::string> output_of(std::vector<std::string> arguments);

}  // namespace waymark
