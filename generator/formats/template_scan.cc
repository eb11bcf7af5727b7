#include "formats/template_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text.h"
#include "formats/template_whitespace.h"

namespace waymark {
namespace {

using Token = TemplateToken;
using Kind = Token::Kind;

constexpr std::size_t max_nesting = 200;

// Cuts the text at delimiters.
class Scanner {
 public:
  Scanner(Span source, const Sources& sources, Diagnostics& out)
      : source_(source), text_(sources.text(source)), out_(out) {}

  std::vector<Token> scan() {
    while (at_ < text_.size()) {
      const std::size_t begin = std::min(text_.find(open_, at_), text_.size());
      add_text(begin);
      if (begin < text_.size()) scan_tag(begin);
    }
    return std::move(tokens_);
  }

 private:
  void scan_tag(std::size_t begin);
  void set_delimiters(std::string_view content, Span span);
  void add_text(std::size_t end);
  void add_tag(Kind kind, std::string_view content, Span span);
  bool check_name(const Token& token);

  Span span(std::size_t begin, std::size_t end) const {
    return {source_.source, source_.begin + static_cast<std::uint32_t>(begin),
            source_.begin + static_cast<std::uint32_t>(end)};
  }
  Span span(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return span(begin, begin + part.size());
  }

  Span source_;
  std::string_view text_;
  Diagnostics& out_;
  std::string open_ = "{{";
  std::string close_ = "}}";
  std::size_t at_ = 0;
  bool line_start_ = true;
  std::vector<Token> tokens_;
};

void Scanner::add_text(std::size_t end) {
  while (at_ < end) {
    const std::size_t line_end = std::min(text_.find('\n', at_), end - 1) + 1;
    Token token;
    token.text = text_.substr(at_, line_end - at_);
    token.span = span(token.text);
    token.first_on_line = line_start_;
    line_start_ = token.text.back() == '\n';
    tokens_.push_back(token);
    at_ = line_end;
  }
}

void Scanner::scan_tag(std::size_t begin) {
  const std::size_t inside =
      std::min(text_.find_first_not_of(" \t\r\n", begin + open_.size()), text_.size());
  const char sigil = inside < text_.size() ? text_[inside] : '\0';
  const std::string closing = sigil == '{' ? "}" + close_ : sigil == '=' ? "=" + close_ : close_;
  const std::size_t skipped = inside + (sigil == '{' || sigil == '=' ? 1 : 0);
  const std::size_t end = text_.find(closing, skipped);
  const std::size_t next = text_.find(open_, begin + open_.size());
  // A comment may hold anything, and equal delimiters cannot tell an opening from a closing one.
  const bool runs_on = sigil != '!' && sigil != '=' && open_ != close_ && next < end;
  if (end == text_.npos || runs_on) {
    out_.error(span(begin, begin + open_.size()), "this tag is never closed")
        .notes.push_back({fmt::format("it ends with \"{}\"", closing), {}});
    at_ = std::min(next, text_.size());
    return;
  }

  at_ = end + closing.size();
  const Span whole = span(begin, at_);
  const std::string_view content = text_.substr(skipped, end - skipped);
  constexpr std::string_view sigils = "&#^/!><$";
  constexpr Kind kinds[] = {Kind::raw_value, Kind::section, Kind::inverted, Kind::close,
                            Kind::comment,   Kind::partial, Kind::parent,   Kind::parameter};
  if (sigil == '=') {
    set_delimiters(content, whole);
  } else if (sigil == '{') {
    add_tag(Kind::raw_value, content, whole);
  } else if (const std::size_t i = sigils.find(sigil); i != sigils.npos) {
    add_tag(kinds[i], content.substr(1), whole);
  } else {
    add_tag(Kind::value, content, whole);
  }
}

void Scanner::set_delimiters(std::string_view content, Span whole) {
  add_tag(Kind::comment, content, whole);
  const std::string_view both = trim(content);
  const std::size_t gap = both.find_first_of(" \t\r\n");
  const std::string_view first = both.substr(0, gap);
  const std::string_view second = gap == both.npos ? std::string_view() : trim(both.substr(gap));
  if (second.empty() || second.find_first_of(" \t\r\n") != second.npos ||
      both.find('=') != both.npos) {
    out_.error(whole, "new delimiters are two words without \"=\"")
        .notes.push_back({"for example {{=<% %>=}}", {}});
    return;
  }
  open_ = first;
  close_ = second;
}

void Scanner::add_tag(Kind kind, std::string_view content, Span whole) {
  Token token;
  token.kind = kind;
  token.span = whole;
  token.first_on_line = line_start_;
  line_start_ = false;
  token.text = trim(content);
  if ((kind == Kind::partial || kind == Kind::parent) && token.text.starts_with('*')) {
    token.dynamic = true;
    token.text = trim(token.text.substr(1));
  }
  token.name_span = span(token.text);
  if (kind != Kind::comment && !check_name(token)) token.kind = Kind::comment;
  tokens_.push_back(token);
}

bool Scanner::check_name(const Token& token) {
  const std::string_view name = token.text;
  if (name.empty()) {
    out_.error(token.span, "this tag has no name");
    return false;
  }
  if (name.find_first_of(" \t\r\n") != name.npos && !name.starts_with('*')) {
    out_.error(token.name_span, "a name has no white space");
    return false;
  }
  const bool path = token.dynamic || token.kind == Kind::value || token.kind == Kind::raw_value ||
                    token.kind == Kind::section || token.kind == Kind::inverted;
  if (path && name != "." && (name.ends_with('.') || name.find("..") != name.npos)) {
    out_.error(token.name_span, "a name stands between dots");
    return false;
  }
  return true;
}

bool opens(Kind kind) {
  return kind == Kind::section || kind == Kind::inverted || kind == Kind::parent ||
         kind == Kind::parameter;
}

std::string_view kind_name(Kind kind) {
  if (kind == Kind::parent) return "parent";
  return kind == Kind::parameter ? "block" : "section";
}

bool closes(const Token& open, const Token& close) {
  if (!open.dynamic) return open.text == close.text;
  return close.text.starts_with('*') && trim(close.text.substr(1)) == open.text;
}

// Pairs opening and closing tags.
class Pairs {
 public:
  Pairs(std::vector<Token>& tokens, Diagnostics& out) : tokens_(tokens), out_(out) {}

  void find() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      if (opens(token.kind)) {
        if (open_.size() == max_nesting) return too_deep(token);
        open_.push_back(i);
      } else if (token.kind == Kind::close) {
        close(i);
      }
    }
    while (!open_.empty()) give_up();
    find_arguments();
  }

 private:
  void close(std::size_t i) {
    Token& token = tokens_[i];
    const auto matches = [&](std::size_t open) { return closes(tokens_[open], token); };
    if (std::find_if(open_.begin(), open_.end(), matches) == open_.end()) {
      Diagnostic& mistake =
          out_.error(token.span, fmt::format("\"{}\" is closed and never opened", token.text));
      if (!open_.empty()) {
        const Token& last = tokens_[open_.back()];
        mistake.notes.push_back(
            {fmt::format("the open {} is \"{}\"", kind_name(last.kind), last.text), last.span});
      }
      token.kind = Kind::comment;
      return;
    }
    while (!matches(open_.back())) give_up();
    tokens_[open_.back()].partner = i;
    token.partner = open_.back();
    open_.pop_back();
  }

  // A block right inside a parent; only now is it known which parents there are.
  void find_arguments() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      const bool in_parent = !open_.empty() && tokens_[open_.back()].kind == Kind::parent;
      if (token.kind == Kind::close) {
        open_.pop_back();
      } else if (opens(token.kind)) {
        if (token.kind == Kind::parameter && in_parent) token.kind = Kind::argument;
        open_.push_back(i);
      }
    }
  }

  // Nothing of the template is kept, so that those who walk it may trust the bound.
  void too_deep(const Token& token) {
    out_.error(token.span, fmt::format("tags are nested more than {} deep", max_nesting));
    tokens_.clear();
  }

  void give_up() {
    Token& token = tokens_[open_.back()];
    out_.error(token.span,
               fmt::format("{} \"{}\" is never closed", kind_name(token.kind), token.text))
        .notes.push_back(
            {fmt::format("close it with {{{{/{}{}}}}}", token.dynamic ? "*" : "", token.text), {}});
    token.kind = Kind::comment;
    open_.pop_back();
  }

  std::vector<Token>& tokens_;
  Diagnostics& out_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<TemplateToken> scan_template(Span source, const Sources& sources, Diagnostics& out) {
  std::vector<Token> tokens = Scanner(source, sources, out).scan();
  Pairs(tokens, out).find();
  trim_template(tokens);
  return tokens;
}

}  // namespace waymark
