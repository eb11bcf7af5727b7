// A template's text as tags and pieces of text, with the white space that Mustache drops dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace waymark {

struct TemplateToken {
  enum class Kind : std::uint8_t {
    text,       // at most one line, its line break included
    value,      // {{name}}
    raw_value,  // {{{name}}}, {{&name}}
    section,    // {{#name}}
    inverted,   // {{^name}}
    close,      // {{/name}}
    comment,    // {{! }}, {{=| |=}}, and what a mistake made useless
    partial,    // {{>name}}
    parent,     // {{<name}}
    parameter,  // {{$name}}, which a child may replace
    argument,   // {{$name}} right inside a parent: the replacement
  };
  static constexpr std::size_t none = SIZE_MAX;

  Kind kind = Kind::text;
  std::string_view text;  // of a text; else the name
  Span span;              // as written, delimiters included
  Span name_span;
  bool dynamic = false;        // {{>*name}}, {{<*name}}
  std::size_t partner = none;  // of an opening tag its closing tag, and the other way round
  bool first_on_line = false;  // as written
  bool line_start = false;  // the first thing of its line that is left: indentation goes before it
  bool standalone = false;  // nothing but white space stood around it
  std::string_view indentation;  // standalone partial, parent, parameter: what its lines get
  std::string_view own_indent;  // standalone parameter: what stood before it, where that is part of
                                // its default
  std::string_view line_break;  // standalone parameter: what stood after it
};

// Opening tags that are never closed, closing tags that open nothing, bad names: reported, and left
// as comments. Every section, inverted section, parent and block has its partner.
std::vector<TemplateToken> scan_template(Span source, const Sources& sources, Diagnostics& out);

}  // namespace waymark
