#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "formats/html.h"
#include "formats/template.h"
#include "formats/template_instructions.h"
#include "formats/view_value.h"

namespace waymark {
namespace {

using Op = TemplateOp;
using Kind = ViewValue::Kind;
constexpr std::size_t max_calls = 200;

bool is_true(const ViewValue* value) {
  if (!value) return false;
  switch (value->kind) {
    case Kind::nothing:
      return false;
    case Kind::boolean:
      return value->boolean;
    case Kind::text:
    case Kind::markup:
      return value->chars.size > 0;
    case Kind::list:
      return value->items.first != nullptr;
    default:
      return true;
  }
}

constexpr ViewValue nothing{};

}  // namespace

// A machine with stacks that keep their memory: after the first pages nothing is allocated.
struct Renderer::State {
  explicit State(const TemplateSet::Compiled& compiled) : set(compiled) {}

  struct Loop {
    const ViewItem* item;  // null where the section is no list
  };
  // What a call or a replaced block comes back to.
  struct Frame {
    std::uint32_t next;
    std::uint32_t scope;
    std::size_t scopes;
    std::size_t indent_begin;
    std::size_t indents;
  };
  // The arguments of a parent, and those of the parent around it.
  struct Scope {
    const TemplateCall* call;
    std::uint32_t outer;
  };
  // From this byte of the HTML on, until the next one, the instruction wrote.
  struct Written {
    std::size_t begin;
    std::uint32_t instruction;
  };
  static constexpr std::uint32_t no_scope = UINT32_MAX;

  bool site() const { return set.mode == TemplateSet::Mode::site; }
  void run(std::uint32_t begin);
  void write_text(std::string_view text);
  void write_value(const TemplateInstruction& instruction);
  void write_chars(std::string_view text, bool markup, Escape escape);
  void write_url(std::string_view text);
  void begin_section(const TemplateInstruction& instruction);
  void end_section(const TemplateInstruction& instruction);
  void call(const TemplateInstruction& instruction);
  std::uint32_t callee(const TemplateCall& call);
  void begin_block(const TemplateInstruction& instruction);
  void end_block(const TemplateInstruction& instruction);
  bool enter(std::uint32_t begin, std::uint32_t next);
  void indent(bool standalone, std::string_view indentation);
  void leave();
  std::string_view indentation() const { return std::string_view(indents).substr(indent_begin); }

  const ViewValue* find(std::uint32_t path_id);
  const ViewValue* find_first(const TemplatePath& path) const;
  const ViewValue* unknown(const TemplatePath& path, std::size_t part, const ViewValue* in);
  bool report_once();
  const Span& span() const { return set.spans[at]; }

  const TemplateSet::Compiled& set;
  std::string* html = nullptr;
  std::size_t html_begin = 0;
  Diagnostics* out = nullptr;

  std::uint32_t at = 0;  // the instruction that runs
  std::uint32_t next = 0;
  std::vector<const ViewValue*> contexts;
  std::vector<Loop> loops;
  std::vector<Frame> frames;
  std::vector<Scope> scopes;
  std::uint32_t scope = no_scope;
  std::string indents;  // the last one, from indent_begin, is in force
  std::size_t indent_begin = 0;
  std::vector<Written> written;         // in the order of the page
  std::vector<std::uint32_t> reported;  // instructions: a list does not repeat its mistake
};

Renderer::Renderer(const TemplateSet& templates)
    : state_(std::make_unique<State>(templates.compiled())) {}
Renderer::~Renderer() = default;

void Renderer::render(std::string_view name, std::span<const View> contexts, std::string& html,
                      Diagnostics& out) {
  State& state = *state_;
  const auto found = state.set.by_name.find(name);
  if (found == state.set.by_name.end()) {
    out.error_in_file({}, fmt::format("no template {}", quoted(name)));
    return;
  }
  state.html = &html;
  state.html_begin = html.size();
  state.out = &out;
  state.contexts.clear();
  for (const View& view : contexts) state.contexts.push_back(&view.value());
  state.loops.clear();
  state.frames.clear();
  state.scopes.clear();
  state.scope = State::no_scope;
  state.indents.clear();
  state.indent_begin = 0;
  state.written.clear();
  state.reported.clear();
  state.run(state.set.templates[found->second].begin);
}

Span Renderer::writer_of(std::size_t begin, std::size_t end) const {
  const std::vector<State::Written>& written = state_->written;
  const TemplateSet::Compiled& set = state_->set;
  auto after = std::upper_bound(
      written.begin(), written.end(), begin,
      [](std::size_t offset, const State::Written& one) { return offset < one.begin; });
  if (after == written.begin()) return {};
  const bool begins_in_text = set.code[std::prev(after)->instruction].op == Op::text;
  const bool goes_on = after != written.end() && after->begin < end;
  const State::Written& writer = begins_in_text && goes_on ? *after : *std::prev(after);
  return set.spans[writer.instruction];
}

void Renderer::State::run(std::uint32_t begin) {
  for (at = begin;; at = next) {
    const TemplateInstruction& instruction = set.code[at];
    next = at + 1;
    if (instruction.line_start) *html += indentation();
    switch (instruction.op) {
      case Op::text:
        written.push_back({html->size(), at});
        write_text(set.text(instruction));
        break;
      case Op::value:
        written.push_back({html->size(), at});
        write_value(instruction);
        break;
      case Op::section:
        begin_section(instruction);
        break;
      case Op::section_end:
        end_section(instruction);
        break;
      case Op::inverted:
        if (is_true(find(instruction.operand))) next = instruction.target;
        break;
      case Op::inverted_end:
        break;
      case Op::call:
        call(instruction);
        break;
      case Op::parameter:
        begin_block(instruction);
        break;
      case Op::parameter_end:
        end_block(instruction);
        break;
      case Op::done:
        if (frames.empty()) return;
        leave();
        break;
    }
  }
}

void Renderer::State::write_text(std::string_view text) {
  const std::string_view indent = indentation();
  if (indent.empty()) {
    *html += text;
    return;
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    *html += text.substr(0, end);
    text.remove_prefix(end);
    // Lines without anything stay so.
    if (!text.empty() && text[0] != '\n' && !text.starts_with("\r\n")) *html += indent;
  }
}

void Renderer::State::write_value(const TemplateInstruction& instruction) {
  const ViewValue& value = *find(instruction.operand);
  std::array<char, 32> digits;
  switch (value.kind) {
    case Kind::nothing:
      return;
    case Kind::boolean:
      return write_chars(value.boolean ? "true" : "false", false, instruction.escape);
    case Kind::integer: {
      const auto end = std::to_chars(digits.begin(), digits.end(), value.integer);
      return write_chars({digits.data(), end.ptr}, false, instruction.escape);
    }
    case Kind::real: {
      const auto end = std::to_chars(digits.begin(), digits.end(), value.real);
      return write_chars({digits.data(), end.ptr}, false, instruction.escape);
    }
    case Kind::text:
    case Kind::markup:
      return write_chars(value.text(), value.kind == Kind::markup, instruction.escape);
    case Kind::object:
    case Kind::list:
      if (!site()) return;
      out->error(span(),
                 value.kind == Kind::list ? "a list is not a text" : "an object is not a text")
          .notes.push_back({value.kind == Kind::list ? "write a section, which repeats itself"
                                                     : "name one of its members",
                            {}});
  }
}

void Renderer::State::write_chars(std::string_view text, bool markup, Escape escape) {
  if (escape == Escape::none || (markup && escape == Escape::text)) {
    *html += text;
  } else if (escape == Escape::markup_only) {
    if (markup) {
      *html += text;
    } else {
      out->error(span(), "only markup can be written into this script");
    }
  } else if (escape == Escape::url) {
    write_url(text);
  } else {
    append_escaped(text, *html);
  }
}

// The scheme may have been begun by an earlier value of the attribute, so the whole counts. What
// was written is escaped: the last quote is the one that opened the attribute.
void Renderer::State::write_url(std::string_view text) {
  const std::size_t begin = html->find_last_of("\"'") + 1;
  bool safe = true;
  if (begin == html->size()) {
    safe = is_safe_url(text);
  } else {
    safe = is_safe_url(html->substr(begin).append(text));
  }
  append_escaped(safe ? text : "#", *html);
}

void Renderer::State::begin_section(const TemplateInstruction& instruction) {
  const ViewValue* const value = find(instruction.operand);
  if (!is_true(value)) {
    next = instruction.target;
    return;
  }
  const bool list = value->kind == Kind::list;
  loops.push_back({list ? value->items.first : nullptr});
  contexts.push_back(list ? &value->items.first->value : value);
}

void Renderer::State::end_section(const TemplateInstruction& instruction) {
  Loop& loop = loops.back();
  if (loop.item) loop.item = loop.item->next;
  if (loop.item) {
    contexts.back() = &loop.item->value;
    next = instruction.target;
  } else {
    contexts.pop_back();
    loops.pop_back();
  }
}

bool Renderer::State::enter(std::uint32_t begin, std::uint32_t after) {
  if (frames.size() == max_calls) {
    out->error(span(), fmt::format("templates call each other more than {} deep", max_calls));
    frames.clear();
    next = static_cast<std::uint32_t>(set.code.size() - 1);  // `done`: the page ends here
    return false;
  }
  frames.push_back({after, scope, scopes.size(), indent_begin, indents.size()});
  next = begin;
  return true;
}

// A standalone call adds to the indentation in force; any other begins in the middle of a line.
void Renderer::State::indent(bool standalone, std::string_view indentation) {
  if (standalone) {
    indents += indentation;
  } else {
    indent_begin = indents.size();
  }
}

void Renderer::State::leave() {
  const Frame& frame = frames.back();
  next = frame.next;
  scope = frame.scope;
  scopes.resize(frame.scopes);
  indent_begin = frame.indent_begin;
  indents.resize(frame.indents);
  frames.pop_back();
}

std::uint32_t Renderer::State::callee(const TemplateCall& call) {
  if (call.path == TemplateCall::none) return call.callee;
  const ViewValue& name = *find(call.path);
  if (name.kind != Kind::text) {
    if (site() && name.kind != Kind::nothing) out->error(span(), "a template's name is a text");
    return TemplateCall::none;
  }
  const auto found = set.by_name.find(name.text());
  if (found != set.by_name.end()) return found->second;
  if (site()) {
    std::vector<std::string_view> known;
    for (const auto& [known_name, id] : set.by_name) known.push_back(known_name);
    suggest(out->error(span(), fmt::format("no template {}", quoted(name.text()))), name.text(),
            known);
  }
  return TemplateCall::none;
}

void Renderer::State::call(const TemplateInstruction& instruction) {
  const TemplateCall& call = set.calls[instruction.operand];
  next = call.next;
  const std::uint32_t id = callee(call);
  if (id == TemplateCall::none || !enter(set.templates[id].begin, call.next)) return;
  indent(call.standalone, call.indentation);
  // Which blocks a name chosen now leads to was unknown when replacements were given their escapes.
  if (site() && call.path != TemplateCall::none) scope = no_scope;
  if (call.arguments.empty()) return;
  scopes.push_back({&call, scope});
  scope = static_cast<std::uint32_t>(scopes.size() - 1);
}

// The outermost replacement counts: the page's before its layout's.
void Renderer::State::begin_block(const TemplateInstruction& instruction) {
  const TemplateBlock& block = set.blocks[instruction.operand];
  const TemplateArgument* replacement = nullptr;
  std::uint32_t outer = no_scope;
  for (std::uint32_t i = scope; i != no_scope; i = scopes[i].outer) {
    for (const TemplateArgument& argument : scopes[i].call->arguments) {
      if (argument.name != block.name) continue;
      replacement = &argument;
      outer = scopes[i].outer;
    }
  }
  if (!replacement || !enter(replacement->begin, instruction.target)) return;
  scope = outer;
  indent(block.standalone, block.indentation);
}

void Renderer::State::end_block(const TemplateInstruction& instruction) {
  const TemplateBlock& block = set.blocks[instruction.operand];
  const bool line_open = html->size() > html_begin && html->back() != '\n';
  if (line_open) *html += block.line_break;
}

// Never null: what is missing is nothing.
const ViewValue* Renderer::State::find(std::uint32_t path_id) {
  const TemplatePath& path = set.paths[path_id];
  if (path.parts.empty()) return contexts.empty() ? &nothing : contexts.back();
  const ViewValue* value = find_first(path);
  if (!value) return unknown(path, 0, nullptr);
  for (std::size_t i = 1; i < path.parts.size() && value->kind != Kind::nothing; ++i) {
    const ViewValue* const object = value;
    const TemplatePath::Part& part = path.parts[i];
    value = object->kind == Kind::object ? find_member(*object, part.name, part.hash) : nullptr;
    if (!value && object->open) return &nothing;
    if (!value) return unknown(path, i, object);
  }
  return value;
}

const ViewValue* Renderer::State::find_first(const TemplatePath& path) const {
  const TemplatePath::Part& part = path.parts[0];
  for (std::size_t i = contexts.size(); i-- > 0;) {
    if (contexts[i]->kind == Kind::object) {
      if (const ViewValue* found = find_member(*contexts[i], part.name, part.hash)) return found;
    }
    if (path.here) break;
  }
  return nullptr;
}

bool Renderer::State::report_once() {
  if (std::find(reported.begin(), reported.end(), at) != reported.end()) return false;
  reported.push_back(at);
  return true;
}

const ViewValue* Renderer::State::unknown(const TemplatePath& path, std::size_t part,
                                          const ViewValue* in) {
  if (!site() || !report_once()) return &nothing;
  std::vector<std::string_view> known;
  const auto add_names = [&](const ViewValue& value) {
    if (value.kind != Kind::object) return;
    for (const ViewItem* item = value.items.first; item; item = item->next) {
      known.push_back(item->name);
    }
  };
  const std::string_view name = path.parts[part].name;
  Span place = span();
  std::string message = fmt::format("unknown name {}", quoted(name));
  if (in) {
    message += fmt::format(" in {}", quoted(path.parts[part - 1].name));
    add_names(*in);
  } else {
    for (std::size_t i = contexts.size(); i-- > (path.here ? contexts.size() - 1 : 0);) {
      add_names(*contexts[i]);
    }
  }
  for (std::size_t i = 0; i < part; ++i) {
    place.begin += static_cast<std::uint32_t>(path.parts[i].name.size() + 1);
  }
  if (path.here) ++place.begin;
  place.end = place.begin + static_cast<std::uint32_t>(name.size());
  suggest(out->error(place, std::move(message)), name, known);
  return &nothing;
}

}  // namespace waymark
