#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/suggest.h"
#include "base/text.h"

namespace waymark {

Diagnostic& Diagnostics::error(Span span, std::string message) {
  return all_.emplace_back(Diagnostic{Severity::error, span, {}, std::move(message), {}});
}

Diagnostic& Diagnostics::warning(Span span, std::string message) {
  return all_.emplace_back(Diagnostic{Severity::warning, span, {}, std::move(message), {}});
}

Diagnostic& Diagnostics::error_in_file(std::string path, std::string message) {
  return all_.emplace_back(
      Diagnostic{Severity::error, {}, std::move(path), std::move(message), {}});
}

void Diagnostics::append(Diagnostics other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
}

void Diagnostics::sort(const Sources& sources) {
  const auto key = [&](const Diagnostic& d) {
    const std::string_view path = d.span.known() ? sources.path(d.span.source) : d.path;
    return std::tuple(path, d.span.begin, d.span.end, std::string_view(d.message), d.severity);
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

std::size_t Diagnostics::errors() const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

std::size_t Diagnostics::warnings() const { return all_.size() - errors(); }

void suggest(Diagnostic& diagnostic, std::string_view written,
             const std::vector<std::string_view>& known) {
  const std::string_view word = nearest(written, known);
  if (!word.empty()) diagnostic.notes.push_back({"did you mean " + quoted(word) + "?", {}});
}

}  // namespace waymark
