#include "formats/template_whitespace.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

using Token = TemplateToken;
using Kind = Token::Kind;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

bool starts_with_line_break(std::string_view text) {
  return text.starts_with('\n') || text.starts_with("\r\n");
}

// A "pair" is a tag and its closing tag with all between; a pair is standalone where only white
// space stands before the one and after the other.
class Trimmer {
 public:
  explicit Trimmer(std::vector<Token>& tokens) : tokens_(tokens), clear_(tokens.size()) {
    for (std::size_t i = 0; i < tokens.size(); ++i) clear_[i] = {clear_before(i), clear_after(i)};
  }

  void trim() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) trim_tag(i);
    mark_line_starts();
  }

 private:
  struct Clear {
    bool before;
    bool after;
  };

  bool clear_before(std::size_t i) const;
  bool clear_after(std::size_t i) const;
  void trim_tag(std::size_t i);
  void trim_alone(std::size_t i);
  void trim_parent(std::size_t i);
  void trim_argument(std::size_t i);
  void trim_parameter(std::size_t i);
  std::string_view next_line_indent(std::size_t i) const;
  std::string_view drop_before(std::size_t i);
  std::string_view drop_after(std::size_t i);
  void mark_line_starts();

  std::vector<Token>& tokens_;
  std::vector<Clear> clear_;  // as written, whatever is dropped later
};

bool Trimmer::clear_before(std::size_t i) const {
  if (tokens_[i].first_on_line) return true;
  const Token& before = tokens_[i - 1];
  return before.kind == Kind::text && before.first_on_line && is_blank(before.text);
}

bool Trimmer::clear_after(std::size_t i) const {
  if (i + 1 == tokens_.size()) return true;
  const Token& after = tokens_[i + 1];
  if (after.kind != Kind::text || !is_blank(after.text)) return false;
  return after.text.ends_with('\n') || i + 2 == tokens_.size();
}

// What stood between the line's start and the tag.
std::string_view Trimmer::drop_before(std::size_t i) {
  if (tokens_[i].first_on_line) return {};
  return std::exchange(tokens_[i - 1].text, {});
}

// The line break that stood after the tag.
std::string_view Trimmer::drop_after(std::size_t i) {
  if (i + 1 == tokens_.size()) return {};
  const std::string_view dropped = std::exchange(tokens_[i + 1].text, {});
  return dropped.substr(std::min(dropped.find_first_of("\r\n"), dropped.size()));
}

void Trimmer::trim_tag(std::size_t i) {
  switch (tokens_[i].kind) {
    case Kind::text:
    case Kind::value:
    case Kind::raw_value:
      return;
    case Kind::section:
    case Kind::inverted:
    case Kind::comment:
    case Kind::partial:
      return trim_alone(i);
    case Kind::close: {
      const Kind opened = tokens_[tokens_[i].partner].kind;
      if (opened == Kind::section || opened == Kind::inverted) trim_alone(i);
      return;
    }
    case Kind::parent:
      return trim_parent(i);
    case Kind::parameter:
      return trim_parameter(i);
    case Kind::argument:
      return trim_argument(i);
  }
}

void Trimmer::trim_alone(std::size_t i) {
  if (!clear_[i].before || !clear_[i].after) return;
  tokens_[i].standalone = true;
  tokens_[i].indentation = drop_before(i);
  drop_after(i);
}

void Trimmer::trim_parent(std::size_t i) {
  const std::size_t close = tokens_[i].partner;
  if (clear_[i].before && (clear_[i].after || clear_[close].after)) {
    tokens_[i].standalone = true;
    tokens_[i].indentation = drop_before(i);
  }
  if (clear_[close].after && (clear_[close].before || clear_[i].before)) drop_after(close);
}

std::string_view Trimmer::next_line_indent(std::size_t i) const {
  if (i + 2 >= tokens_.size() || tokens_[i + 2].kind != Kind::text) return {};
  const std::string_view line = tokens_[i + 2].text;
  return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

// An argument's own indentation is taken away here; the parameter adds its own.
void Trimmer::trim_argument(std::size_t i) {
  const std::size_t close = tokens_[i].partner;
  if (clear_[i].after) {
    drop_after(i);
    const std::string_view indent = next_line_indent(i);
    for (std::size_t k = i + 1; k < close; ++k) {
      Token& token = tokens_[k];
      const bool line = token.kind == Kind::text && token.first_on_line;
      if (line && token.text.starts_with(indent)) token.text.remove_prefix(indent.size());
    }
  }
  if (clear_[close].before) drop_before(close);
}

void Trimmer::trim_parameter(std::size_t i) {
  Token& token = tokens_[i];
  const std::size_t close = token.partner;
  if (!clear_[i].before || !clear_[close].after) {
    trim_alone(i);
    token.standalone = false;
    trim_alone(close);
    return;
  }
  token.standalone = true;
  const std::string_view before = drop_before(i);
  if (clear_[i].after) {
    drop_after(i);
    token.indentation = next_line_indent(i);
  } else {
    token.indentation = before;
    token.own_indent = before;
  }
  if (clear_[close].before) drop_before(close);
  token.line_break = drop_after(close);
}

void Trimmer::mark_line_starts() {
  bool pending = false;
  for (Token& token : tokens_) {
    pending = pending || token.first_on_line;
    const bool parameter_close =
        token.kind == Kind::close && tokens_[token.partner].kind == Kind::parameter;
    if (token.kind == Kind::comment || (token.kind == Kind::text && token.text.empty())) continue;
    if (token.kind == Kind::argument) {
      pending = true;
    } else if (token.kind == Kind::close && tokens_[token.partner].kind == Kind::argument) {
      pending = false;
    } else if (token.kind == Kind::close && tokens_[token.partner].kind == Kind::parent) {
      continue;
    } else if (token.standalone || (parameter_close && tokens_[token.partner].standalone)) {
      if (!token.own_indent.empty()) pending = false;  // it stands before the default itself
    } else if (pending) {
      token.line_start = !(token.kind == Kind::text && starts_with_line_break(token.text));
      pending = false;
    }
  }
}

}  // namespace

void trim_template(std::vector<TemplateToken>& tokens) { Trimmer(tokens).trim(); }

}  // namespace waymark
