// A value, or the reason why the machine could not give it (unreadable file, full disk).
// An author's mistake is a Diagnostic instead.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace waymark {

struct Failure {
  std::string message;  // a sentence without a full stop, naming the path
};

struct Done {};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Failure failure) : state_(std::move(failure)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace waymark
