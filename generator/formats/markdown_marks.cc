#include "formats/markdown_marks.h"

#include <algorithm>
#include <utility>

#include "formats/markdown_foreign.h"

namespace waymark {
namespace {

// A hidden mark is one of these and then its number, in digits of which none means anything to
// Markdown either, up to the mark's length.
constexpr char good = '\x0e';
constexpr char broken = '\x0f';
constexpr std::string_view begins = "\x0e\x0f";
constexpr std::string_view digits =
    "\x01\x02\x03\x04\x05\x06\x07\x08\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e"
    "\x1f";

bool is_ours(char c) { return begins.find(c) != begins.npos || digits.find(c) != digits.npos; }

// How many numbers a mark of this length can have.
std::size_t capacity(std::size_t length) {
  std::size_t numbers = 1;
  for (; length > 1 && numbers < (1U << 30); --length) numbers *= digits.size();
  return numbers;
}

// Whether the character before is a backslash that is not escaped itself.
bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t backslashes = 0;
  while (backslashes < offset && text[offset - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

}  // namespace

Span sub_span(Span span, std::size_t begin, std::size_t end) {
  return {span.source, span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(end)};
}

MarkdownMarks::MarkdownMarks(std::string_view text, Span span, Dialect dialect) : text_(text) {
  const bool ours = dialect == Dialect::site;
  const std::string fenced = ours ? with_fences(text) : std::string();
  hidden_ = fenced;
  if (!fenced.empty()) text = fenced;
  std::vector<Mark> excesses = find_excesses(text, span);
  if ((ours || !excesses.empty()) && std::any_of(text.begin(), text.end(), is_ours)) {
    hidden_ = text;
    std::replace_if(hidden_.begin(), hidden_.end(), is_ours, ' ');
  }
  for (Mark& excess : excesses) hide(std::move(excess), span);
  if (ours) hide_marks(text, span);
}

void MarkdownMarks::hide_marks(std::string_view text, Span span) {
  for (std::size_t i = text.find_first_of("{["); i != text.npos; i = text.find_first_of("{[", i)) {
    std::optional<Mark> mark;
    if (!is_escaped(text, i)) {
      mark = text[i] == '{' ? read_shortcode(text, i, span) : read_wiki_link(text, i, span);
      if (!mark && text[i] == '{') mark = read_liquid(text, i);
    }
    i = mark ? mark->end : i + 1;
    if (mark) hide(std::move(*mark), span);
  }
}

void MarkdownMarks::hide(Mark mark, Span span) {
  if (hidden_.empty()) hidden_ = text_;
  const std::size_t last = capacity(mark.end - mark.begin) - 1;
  if (mark.kind != MarkKind::broken && good_.size() > last) {
    mark.kind = MarkKind::broken;
    mark.message = "this text holds more shortcodes and wiki links than can be told apart";
    mark.message_span = sub_span(span, mark.begin, mark.end);
  }
  std::vector<Mark>& marks = mark.kind == MarkKind::broken ? broken_ : good_;
  hidden_[mark.begin] = mark.kind == MarkKind::broken ? broken : good;
  // Broken ones that share the last number still end the run with an error.
  std::size_t number = std::min(marks.size(), last);
  for (std::size_t i = mark.end - 1; i > mark.begin; --i, number /= digits.size()) {
    hidden_[i] = digits[number % digits.size()];
  }
  marks.push_back(std::move(mark));
}

std::optional<MarkdownMarks::Place> MarkdownMarks::find(std::string_view part,
                                                        std::size_t from) const {
  if (good_.empty() && broken_.empty()) return std::nullopt;
  const std::size_t begin = part.find_first_of(begins, from);
  if (begin == part.npos) return std::nullopt;
  std::size_t number = 0;
  std::size_t end = begin + 1;
  for (; end < part.size(); ++end) {
    const std::size_t digit = digits.find(part[end]);
    if (digit == digits.npos) break;
    number = number * digits.size() + digit;
  }
  return Place{begin, end, &(part[begin] == good ? good_ : broken_)[number]};
}

std::string MarkdownMarks::shown(std::string_view part) const {
  std::string text;
  std::size_t begin = 0;
  for (auto place = find(part, 0); place; place = find(part, begin)) {
    text += part.substr(begin, place->begin - begin);
    text += written(*place->mark);
    begin = place->end;
  }
  text += part.substr(begin);
  return text;
}

}  // namespace waymark
