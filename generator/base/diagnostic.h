// What a run has to say to the author of the content: mistakes, each with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace waymark {

enum class Severity { error, warning };

// A line below the message: what to write instead, or another place that matters.
struct Note {
  std::string text;
  Span span;  // unknown: no place is printed
};

struct Diagnostic {
  Severity severity = Severity::error;
  Span span;
  std::string path;  // only where `span` is unknown: the file that is meant, or empty
  std::string message;
  std::vector<Note> notes;
};

// Collects; never throws, never prints, never stops a stage.
// Threads: one per task, merged afterwards by `append`.
class Diagnostics {
 public:
  // Returned references are for adding notes at once; they do not outlive the next call.
  Diagnostic& error(Span span, std::string message);
  Diagnostic& warning(Span span, std::string message);
  Diagnostic& error_in_file(std::string path, std::string message);

  void append(Diagnostics other);
  // Orders by path, offset and text, and drops what is said twice.
  void sort(const Sources& sources);

  bool has_errors() const { return errors() > 0; }
  std::size_t errors() const;
  std::size_t warnings() const;
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
};

// `= did you mean "x"?`, where something near enough is known; otherwise nothing.
void suggest(Diagnostic& diagnostic, std::string_view written,
             const std::vector<std::string_view>& known);

}  // namespace waymark
