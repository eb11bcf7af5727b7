#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "formats/template.h"
#include "formats/template_instructions.h"
#include "formats/template_scan.h"
#include "formats/view_value.h"

namespace waymark {
namespace {

using Token = TemplateToken;
using Kind = Token::Kind;
using Op = TemplateOp;

// Turns the tokens of one template into instructions at the end of the list.
class Compiler {
 public:
  Compiler(TemplateSet::Compiled& set, Diagnostics& out) : set_(set), out_(out) {}

  void compile(const std::vector<Token>& tokens, Span end) {
    tokens_ = &tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (directly_in_parent() && ignored(tokens[i])) {
        if (tokens[i].partner != Token::none) i = tokens[i].partner;
      } else {
        emit_token(tokens[i]);
      }
    }
    emit({.op = Op::done}, end);
  }

 private:
  struct Open {
    const Token* token;
    std::uint32_t at;  // its instruction
  };

  bool directly_in_parent() const {
    return !open_.empty() && open_.back().token->kind == Kind::parent;
  }
  bool ignored(const Token& token);
  void emit_token(const Token& token);
  void emit_text(std::string_view text, bool line_start, Span span);
  void emit_value(const Token& token);
  void emit_call(const Token& token);
  void emit_parameter(const Token& token);
  void begin_argument(const Token& token);
  void emit_close(const Token& token);
  std::uint32_t emit(TemplateInstruction instruction, Span span);
  std::uint32_t path(std::string_view name);
  std::uint32_t block_name(std::string_view name);
  std::uint32_t find_callee(const Token& token);
  std::uint32_t here() const { return static_cast<std::uint32_t>(set_.code.size()); }

  TemplateSet::Compiled& set_;
  Diagnostics& out_;
  const std::vector<Token>* tokens_ = nullptr;
  std::vector<Open> open_;
  bool text_open_ = false;  // the last instruction is a text that may grow
};

template <class T>
std::uint32_t add(std::vector<T>& list, T element) {
  list.push_back(std::move(element));
  return static_cast<std::uint32_t>(list.size() - 1);
}

std::uint32_t Compiler::emit(TemplateInstruction instruction, Span span) {
  text_open_ = false;
  set_.spans.push_back(span);
  return add(set_.code, instruction);
}

// Between a parent's tags only its blocks count.
bool Compiler::ignored(const Token& token) {
  if (token.kind == Kind::argument || token.kind == Kind::close) return false;
  const bool content =
      token.kind != Kind::comment && !(token.kind == Kind::text && trim(token.text).empty());
  if (content && set_.mode == TemplateSet::Mode::site) {
    const std::string_view parent = open_.back().token->text;
    out_.error(token.span, fmt::format("only blocks may stand between {{{{<{}}}}} and {{{{/{}}}}}",
                                       parent, parent))
        .notes.push_back({"put this into a block, {{$name}}...{{/name}}", {}});
  }
  return true;
}

void Compiler::emit_token(const Token& token) {
  switch (token.kind) {
    case Kind::text:
      return emit_text(token.text, token.line_start, token.span);
    case Kind::value:
    case Kind::raw_value:
      return emit_value(token);
    case Kind::section:
    case Kind::inverted: {
      const Op op = token.kind == Kind::section ? Op::section : Op::inverted;
      const TemplateInstruction begin{
          .op = op, .line_start = token.line_start, .operand = path(token.text)};
      open_.push_back({&token, emit(begin, token.name_span)});
      return;
    }
    case Kind::close:
      return emit_close(token);
    case Kind::comment:
      return;
    case Kind::partial:
    case Kind::parent:
      return emit_call(token);
    case Kind::parameter:
      return emit_parameter(token);
    case Kind::argument:
      return begin_argument(token);
  }
}

void Compiler::emit_text(std::string_view text, bool line_start, Span span) {
  if (text.empty()) return;
  if (text_open_) {
    set_.text_ranges.back().size += static_cast<std::uint32_t>(text.size());
    set_.spans.back().end = span.end;
  } else {
    const TemplateText range{static_cast<std::uint32_t>(set_.texts.size()),
                             static_cast<std::uint32_t>(text.size())};
    emit({.op = Op::text, .line_start = line_start, .operand = add(set_.text_ranges, range)}, span);
    text_open_ = true;
  }
  set_.texts += text;
}

void Compiler::emit_value(const Token& token) {
  const bool raw = token.kind == Kind::raw_value;
  if (raw && set_.mode == TemplateSet::Mode::site) {
    out_.error(token.span, "a value is never written without its escape")
        .notes.push_back(
            {fmt::format("write {{{{{}}}}}: markup is known as such and written as it is",
                         token.text),
             {}});
  }
  emit({.op = Op::value,
        .escape = raw ? Escape::none : Escape::text,
        .line_start = token.line_start,
        .operand = path(token.text)},
       token.name_span);
}

void Compiler::emit_call(const Token& token) {
  TemplateCall call;
  call.parent = token.kind == Kind::parent;
  call.standalone = token.standalone;
  call.indentation = token.indentation;
  if (token.dynamic) {
    call.path = path(token.text);
  } else {
    call.callee = find_callee(token);
  }
  const std::uint32_t at = emit(
      {.op = Op::call, .line_start = token.line_start, .operand = add(set_.calls, std::move(call))},
      token.name_span);
  set_.calls[set_.code[at].operand].next = here();
  if (token.kind == Kind::parent) open_.push_back({&token, at});
}

std::uint32_t Compiler::find_callee(const Token& token) {
  const auto found = set_.by_name.find(token.text);
  if (found != set_.by_name.end()) return found->second;
  if (set_.mode == TemplateSet::Mode::site) {
    std::vector<std::string_view> known;
    for (const auto& [name, id] : set_.by_name) known.push_back(name);
    suggest(out_.error(token.name_span, fmt::format("no template {}", quoted(token.text))),
            token.text, known);
  }
  return TemplateCall::none;
}

void Compiler::emit_parameter(const Token& token) {
  const TemplateBlock block{block_name(token.text), token.standalone, token.indentation,
                            token.line_break};
  const std::uint32_t at = emit(
      {.op = Op::parameter, .line_start = token.line_start, .operand = add(set_.blocks, block)},
      token.name_span);
  open_.push_back({&token, at});
  const bool empty = &(*tokens_)[token.partner] == &token + 1;
  if (!empty) emit_text(token.own_indent, true, token.span);
}

void Compiler::begin_argument(const Token& token) {
  text_open_ = false;
  TemplateCall& call = set_.calls[set_.code[open_.back().at].operand];
  const std::uint32_t name = block_name(token.text);
  const auto same = [&](const TemplateArgument& other) { return other.name == name; };
  const auto first = std::find_if(call.arguments.begin(), call.arguments.end(), same);
  if (first != call.arguments.end() && set_.mode == TemplateSet::Mode::site) {
    out_.error(token.name_span, fmt::format("block {} is given twice", quoted(token.text)))
        .notes.push_back({"the first is here", first->span});
  }
  call.arguments.push_back({name, here(), token.name_span});
  open_.push_back({&token, open_.back().at});
}

void Compiler::emit_close(const Token& token) {
  const Open open = open_.back();
  open_.pop_back();
  TemplateInstruction& begin = set_.code[open.at];
  const auto emit_end = [&](Op op, std::uint32_t operand, std::uint32_t target) {
    emit({.op = op, .line_start = token.line_start, .operand = operand, .target = target},
         open.token->name_span);
  };
  switch (open.token->kind) {
    case Kind::section:
      emit_end(Op::section_end, 0, open.at + 1);
      set_.code[open.at].target = here();
      return;
    case Kind::inverted:
      emit_end(Op::inverted_end, 0, 0);
      set_.code[open.at].target = here();
      return;
    case Kind::parameter:
      begin.target = here();
      emit_end(Op::parameter_end, begin.operand, 0);
      return;
    case Kind::argument:
      emit({.op = Op::done}, open.token->name_span);
      return;
    default:
      assert(open.token->kind == Kind::parent);
      text_open_ = false;
      set_.calls[begin.operand].next = here();
  }
}

std::uint32_t Compiler::path(std::string_view name) {
  TemplatePath path;
  if (name != ".") {
    path.here = name.starts_with('.');
    if (path.here) name.remove_prefix(1);
    for (std::size_t begin = 0; begin <= name.size();) {
      const std::size_t end = std::min(name.find('.', begin), name.size());
      const std::string_view part = name.substr(begin, end - begin);
      path.parts.push_back({part, hash_name(part)});
      begin = end + 1;
    }
  }
  return add(set_.paths, std::move(path));
}

std::uint32_t Compiler::block_name(std::string_view name) {
  const auto found = std::find(set_.block_names.begin(), set_.block_names.end(), name);
  if (found != set_.block_names.end()) {
    return static_cast<std::uint32_t>(found - set_.block_names.begin());
  }
  return add(set_.block_names, name);
}

}  // namespace

TemplateSet::TemplateSet(Mode mode) : compiled_(std::make_unique<Compiled>()) {
  compiled_->mode = mode;
}
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;

void TemplateSet::add(std::string name, Span text) {
  const auto id = static_cast<std::uint32_t>(compiled_->templates.size());
  [[maybe_unused]] const bool added = compiled_->by_name.emplace(name, id).second;
  assert(added && "a template is added once");
  compiled_->templates.push_back({std::move(name), text});
}

void TemplateSet::compile(const Sources& sources, Diagnostics& out) {
  Diagnostics broken_tags;
  for (Compiled::Template& one : compiled_->templates) {
    one.begin = static_cast<std::uint32_t>(compiled_->code.size());
    const std::vector<Token> tokens = scan_template(one.source, sources, broken_tags);
    const Span end{one.source.source, one.source.end, one.source.end};
    Compiler(*compiled_, out).compile(tokens, end);
  }
  // Where tags are broken, so is the HTML around them: one mistake, not two.
  if (compiled_->mode == Mode::site && !broken_tags.has_errors()) place_values(*compiled_, out);
  out.append(std::move(broken_tags));
}

bool TemplateSet::has(std::string_view name) const {
  return compiled_->by_name.find(name) != compiled_->by_name.end();
}

bool TemplateSet::is_called(std::string_view name) const {
  const auto found = compiled_->by_name.find(name);
  return std::any_of(compiled_->calls.begin(), compiled_->calls.end(), [&](const auto& call) {
    const bool is_chosen_later = call.path != TemplateCall::none;
    return is_chosen_later || (found != compiled_->by_name.end() && call.callee == found->second);
  });
}

}  // namespace waymark
