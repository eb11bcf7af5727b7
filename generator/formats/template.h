// Mustache templates, compiled once and rendered many times: version 1.4 of the specification with
// inheritance and dynamic names, without lambdas.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/view.h"

namespace waymark {

// Templates by name, compiled together: partials and parents are resolved when the set is compiled.
//
// In site mode the HTML is followed through the templates, so that each value is escaped for its
// place: in text (where Markup is written as it is), in a title or textarea, a comment or a quoted
// attribute (where Markup is escaped as well), and in a URL attribute (where javascript: and its
// like become "#"). A value in a script, a style, an on... attribute, an attribute without quotes
// or the name of a tag is refused; Markup may stand in <script type="application/ld+json">. {{{x}}}
// and {{&x}} are refused: what may be written as it is has its own type. For this to be known when
// templates are compiled, every template begins and ends in text, is called in text, and every
// section and block ends in the place where it began.
//
// A block is overridden by whoever called the template that it stands in; a replacement is rendered
// in the context of the block, and its own blocks and calls see what its own template was given.
//
// Owns: its instructions; borrows the texts in Sources.
// Errors: Diagnostics with the place in the template. Threads: const after compile.
class TemplateSet {
 public:
  enum class Mode {
    site,  // an unknown name is an error, a missing partial too; values are escaped for their place
    spec,  // the Mustache specification: what is missing is empty, {{{x}}} is written as it is
  };

  explicit TemplateSet(Mode mode = Mode::site);
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;

  // `name` is how partials call it: "partials/card" for templates/partials/card.html.
  void add(std::string name, Span text);
  // Once, after the last add. Syntax errors, missing partials, values where no escape is safe.
  void compile(const Sources& sources, Diagnostics& out);
  bool has(std::string_view name) const;
  // By a template; where a name is chosen while a page is written, any may be.
  bool is_called(std::string_view name) const;

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

  // Appends to `html`. Names are looked up in the last context first. Templates may call
  // themselves, but a chain of more than 200 calls is an error and ends the page.
  void render(std::string_view name, std::span<const View> contexts, std::string& html,
              Diagnostics& out);
  // Where a template wrote these bytes of the last `html`: the text that holds them whole, or the
  // first value among them.
  Span writer_of(std::size_t begin, std::size_t end) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace waymark
