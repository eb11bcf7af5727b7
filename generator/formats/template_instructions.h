// What templates are compiled to: one flat list of instructions for the whole set.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "formats/template.h"

namespace waymark {

enum class TemplateOp : std::uint8_t {
  text,           // write texts[operand]
  value,          // write the value of paths[operand]
  section,        // push the value of paths[operand], or go to `target`
  section_end,    // next element: back to `target`
  inverted,       // go to `target` if there is a value of paths[operand]
  inverted_end,   // does nothing: where the HTML of the section ends
  call,           // calls[operand]: a partial or a parent
  parameter,      // blocks[operand]: an argument, or the default that follows until `target`
  parameter_end,  // blocks[operand]
  done,           // end of a template or of an argument
};

enum class Escape : std::uint8_t {
  text,         // & < > " '; markup as it is
  attribute,    // & < > " ', also in markup
  url,          // as attribute, and inert if its scheme runs code
  markup_only,  // as it is: anything but markup is an error
  none,         // {{{x}}} of the specification
};

struct TemplateInstruction {
  TemplateOp op;
  Escape escape = Escape::text;
  bool line_start = false;  // the current indentation is written first
  std::uint32_t operand = 0;
  std::uint32_t target = 0;
};

struct TemplateText {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// "a.b.c"; no parts for "."; `here` for ".a", which looks in the innermost context only.
struct TemplatePath {
  struct Part {
    std::string_view name;  // in Sources
    std::uint32_t hash;
  };
  std::vector<Part> parts;
  bool here = false;
};

struct TemplateArgument {
  std::uint32_t name;   // interned
  std::uint32_t begin;  // its first instruction
  Span span;
};

struct TemplateCall {
  static constexpr std::uint32_t none = UINT32_MAX;

  std::uint32_t callee = none;  // a template, if its name is known and found
  std::uint32_t path = none;    // of the name, if it is dynamic
  bool parent = false;
  bool standalone = false;
  std::string_view indentation;  // in Sources, as all views here
  std::vector<TemplateArgument> arguments;
  std::uint32_t next = 0;
};

struct TemplateBlock {
  std::uint32_t name;  // interned
  bool standalone = false;
  std::string_view indentation;
  std::string_view line_break;  // written after the block, where it did not end its last line
};

struct TemplateSet::Compiled {
  struct Template {
    std::string name;
    Span source;
    std::uint32_t begin = 0;
  };

  Mode mode;
  std::vector<Template> templates;
  std::map<std::string, std::uint32_t, std::less<>> by_name;

  std::vector<TemplateInstruction> code;
  std::vector<Span> spans;  // of each instruction: the name in its tag, or the text
  std::string texts;
  std::vector<TemplateText> text_ranges;
  std::vector<TemplatePath> paths;
  std::vector<TemplateCall> calls;
  std::vector<TemplateBlock> blocks;
  std::vector<std::string_view> block_names;  // by interned name

  std::string_view text(const TemplateInstruction& instruction) const {
    const TemplateText range = text_ranges[instruction.operand];
    return std::string_view(texts).substr(range.begin, range.size);
  }
};

// Site mode: follows the HTML through every template, gives each value the escape of its place, and
// refuses values where there is none.
void place_values(TemplateSet::Compiled& set, Diagnostics& out);

}  // namespace waymark
