// Reads {{< name value key="value" >}}.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/markdown_marks.h"

namespace waymark {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_name(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_'; }

// A shortcode stands on one line, and a line is looked at no further than this: a text full of
// openings would cost the square of its length.
constexpr std::size_t longest = 2000;

std::size_t end_of_line(std::string_view text, std::size_t begin) {
  const std::string_view reach = text.substr(begin, longest);
  return begin + std::min(reach.find_first_of("\r\n"), reach.size());
}

class ShortcodeReader {
 public:
  ShortcodeReader(std::string_view text, std::size_t begin, Span span)
      : text_(text.substr(0, end_of_line(text, begin))),
        begin_(begin),
        at_(begin + 3),
        span_(span) {}

  Mark read() {
    mark_.begin = static_cast<std::uint32_t>(begin_);
    // Where something is wrong, only the opening is the mark, so that code which only looks like a
    // shortcode keeps its own end.
    mark_.end = mark_.begin + 3;
    if (text_.substr(at_).starts_with("/*")) {
      read_escaped();
    } else if (text_[begin_ + 2] == '%') {
      read_percent();
    } else if (read_call()) {
      mark_.kind = MarkKind::shortcode;
      mark_.end = static_cast<std::uint32_t>(at_);
      mark_.shortcode.span = sub_span(span_, begin_, at_);
    }
    return std::move(mark_);
  }

 private:
  bool closes() const { return text_.substr(at_).starts_with(">}}"); }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool fail(std::string message, std::size_t begin, std::size_t end, std::string note = {}) {
    mark_.kind = MarkKind::broken;
    mark_.shortcode = {};
    mark_.message = std::move(message);
    mark_.message_span = sub_span(span_, begin, end);
    mark_.note = std::move(note);
    return false;
  }

  bool never_closed() {
    return fail("this shortcode is never closed", begin_, begin_ + 3,
                "write >}} behind it, on the same line");
  }

  // {{</* name */>}}: a shortcode to be shown.
  void read_escaped() {
    const bool percent = text_[begin_ + 2] == '%';
    const std::size_t close = text_.find(percent ? "*/%}}" : "*/>}}", at_);
    if (close == text_.npos) {
      never_closed();
      return;
    }
    mark_.kind = MarkKind::literal;
    mark_.text = percent ? "{{%" : "{{<";
    mark_.text += text_.substr(at_ + 2, close - at_ - 2);
    mark_.text += percent ? "%}}" : ">}}";
    mark_.end = static_cast<std::uint32_t>(close + 5);
  }

  void read_percent() {
    const std::size_t close = text_.find("%}}", at_);
    const std::size_t end = close == text_.npos ? at_ : close + 3;
    const std::string_view inside = trim(text_.substr(at_, std::min(close, text_.size()) - at_));
    fail("shortcodes with % are not known here", begin_, end,
         inside.starts_with('/') ? "remove it" : "write {{< " + std::string(inside) + " >}}");
  }

  bool read_call() {
    skip_space();
    if (at_ < text_.size() && text_[at_] == '/') {
      const std::size_t close = text_.find(">}}", at_);
      return fail("shortcodes have no closing form here", begin_,
                  close == text_.npos ? at_ + 1 : close + 3, "remove it");
    }
    const std::size_t name = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    mark_.shortcode.name = text_.substr(name, at_ - name);
    mark_.shortcode.name_span = sub_span(span_, name, at_);
    if (name == at_) {
      return closes() ? fail("this shortcode has no name", begin_, at_ + 3) : never_closed();
    }
    while (!closes()) {
      const std::size_t before = at_;
      skip_space();
      if (at_ == text_.size()) return never_closed();
      if (closes()) break;
      if (text_.substr(at_).starts_with("{{<")) return never_closed();
      if (at_ == before) return fail("a space is missing here", at_, at_);
      if (!read_argument()) return false;
    }
    at_ += 3;
    return true;
  }

  bool read_argument() {
    ShortcodeArgument argument;
    std::size_t key_end = at_;
    while (key_end < text_.size() && is_name(text_[key_end])) ++key_end;
    if (key_end > at_ && key_end < text_.size() && text_[key_end] == '=') {
      argument.key = text_.substr(at_, key_end - at_);
      argument.key_span = sub_span(span_, at_, key_end);
      at_ = key_end + 1;
      if (at_ == text_.size() || is_space(text_[at_]) || closes()) {
        return fail("the argument \"" + argument.key + "\" has no value",
                    key_end - argument.key.size(), at_,
                    "write " + argument.key + "=\"value\", without spaces around the =");
      }
    }
    if (!read_value(argument)) return false;
    mark_.shortcode.arguments.push_back(std::move(argument));
    return true;
  }

  bool read_value(ShortcodeArgument& argument) {
    const char quote = text_[at_];
    if (quote == '"' || quote == '`') return read_quoted(argument, quote);
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && !closes()) {
      if (text_[at_] == '"' || text_[at_] == '`') {
        return fail("a quote stands inside a value", at_, at_ + 1,
                    "write the whole value between quotes");
      }
      ++at_;
    }
    argument.value = text_.substr(begin, at_ - begin);
    argument.span = sub_span(span_, begin, at_);
    return true;
  }

  // In "..." a backslash stands before a quote or another backslash; `...` is taken as it is.
  bool read_quoted(ShortcodeArgument& argument, char quote) {
    const std::size_t open = at_++;
    while (at_ < text_.size() && text_[at_] != quote) {
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
      if (quote == '"' && text_[at_] == '\\' && (next == '"' || next == '\\')) ++at_;
      argument.value += text_[at_++];
    }
    if (at_ == text_.size()) return fail("this quote is never closed", open, open + 1);
    argument.span = sub_span(span_, open + 1, at_++);
    return true;
  }

  std::string_view text_;  // up to the end of the line
  std::size_t begin_;
  std::size_t at_;
  Span span_;
  Mark mark_;
};

}  // namespace

std::optional<Mark> read_shortcode(std::string_view text, std::size_t offset, Span span) {
  const std::string_view opening = text.substr(offset, 3);
  if (opening != "{{<" && opening != "{{%") return std::nullopt;
  return ShortcodeReader(text, offset, span).read();
}

}  // namespace waymark
