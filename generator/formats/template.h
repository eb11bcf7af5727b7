// Mustache templates, compiled once and rendered many times.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/view.h"

namespace waymark {

// Templates by name, compiled together: partials and parents are resolved when the set is compiled.
// Owns: its instructions; borrows the texts in Sources.
// Errors: Diagnostics with the place in the template. Threads: const after compile.
class TemplateSet {
 public:
  enum class Mode {
    site,  // an unknown name is an error, a missing partial too; values are escaped for their place
    spec,  // the Mustache specification: what is missing is empty, {{x}} escapes & < > "
  };

  explicit TemplateSet(Mode mode = Mode::site);
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;

  // `name` is how partials call it: "partials/card" for templates/partials/card.html.
  void add(std::string name, Span text);
  // Once, after the last add. Syntax errors, missing partials, values where no escape is safe.
  void compile(const Sources& sources, Diagnostics& out);
  bool has(std::string_view name) const;

  struct Compiled;
  const Compiled& compiled() const { return *compiled_; }

 private:
  std::unique_ptr<Compiled> compiled_;
};

// Threads: one for each. Allocates nothing in the steady state.
class Renderer {
 public:
  explicit Renderer(const TemplateSet& templates);
  ~Renderer();

  // Appends to `html`. Names are looked up in the last context first.
  void render(std::string_view name, std::span<const View> contexts, std::string& html,
              Diagnostics& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace waymark
