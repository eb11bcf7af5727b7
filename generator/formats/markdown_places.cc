#include "formats/markdown_places.h"

#include <algorithm>

#include "base/text.h"

namespace waymark {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_punctuation(char c) { return c > ' ' && c < 0x7f && !is_digit(c) && !is_ascii_letter(c); }

std::string without_escapes(std::string_view raw) {
  std::string url;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size() && is_punctuation(raw[i + 1])) ++i;
    url += raw[i];
  }
  return url;
}

// Whether `raw`, as an author wrote it, means `url`. Entities stand for anything.
bool means(std::string_view raw, std::string_view url) {
  const std::size_t first = raw.find('&');
  const std::size_t last = raw.rfind(';');
  if (first != raw.npos && last != raw.npos && first < last && raw != url) {
    const std::string head = without_escapes(raw.substr(0, first));
    const std::string tail = without_escapes(raw.substr(last + 1));
    return url.size() >= head.size() + tail.size() && url.starts_with(head) && url.ends_with(tail);
  }
  return raw.size() >= url.size() && (raw == url || without_escapes(raw) == url);
}

std::size_t run_length(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  while (i < end && text[i] == text[begin]) ++i;
  return i - begin;
}

}  // namespace

MarkdownPlaces::MarkdownPlaces(std::string_view text)
    : text_(text), budget_(16 * text.size() + 1024) {
  lines_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool break_ends =
        text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (break_ends && i + 1 < text.size()) lines_.push_back(i + 1);
  }
}

std::size_t MarkdownPlaces::offset(int line, int column) const {
  if (line < 1) return 0;
  const std::size_t index = static_cast<std::size_t>(line) - 1;
  if (index >= lines_.size()) return text_.size();
  const std::size_t next = index + 1 < lines_.size() ? lines_[index + 1] : text_.size();
  return std::min(lines_[index] + static_cast<std::size_t>(std::max(column, 1)) - 1, next);
}

std::string_view MarkdownPlaces::line(int line) const {
  const std::size_t begin = offset(line, 1);
  const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
  return text_.substr(begin, end - begin);
}

void MarkdownPlaces::enter_block(ByteRange block) { block_ = block; }

std::optional<ByteRange> MarkdownPlaces::destination(std::string_view url, std::string_view bare) {
  return search(&url, bare);
}

std::optional<ByteRange> MarkdownPlaces::literal(std::string_view text) {
  return search(nullptr, text);
}

std::optional<ByteRange> MarkdownPlaces::last(ByteRange block, std::string_view text) const {
  const std::size_t begin = text_.substr(0, block.end).rfind(text);
  const bool is_there = begin != text_.npos && begin >= block.begin;
  if (!is_there || (begin > 0 && text_[begin - 1] == '\\')) return std::nullopt;
  return ByteRange{begin, begin + text.size()};
}

std::optional<ByteRange> MarkdownPlaces::search(const std::string_view* url,
                                                std::string_view bare) {
  const std::size_t end = std::min(block_.end, block_.begin + budget_);
  std::size_t i = block_.begin;
  std::optional<ByteRange> found;
  while (i < end && !found) {
    const char c = text_[i];
    if (!bare.empty() && c == bare.front() && text_.substr(i, end - i).starts_with(bare) &&
        text_.substr(i + bare.size(), 1) != "]") {  // "[url](url)": the second one
      found = ByteRange{i, i + bare.size()};
    } else if (c == '\\' && i + 1 < end && is_punctuation(text_[i + 1])) {
      i += 2;
    } else if (c == '`') {
      i = after_code(i);
    } else {
      if (url != nullptr && c == ']' && i + 1 < end && text_[i + 1] == '(') {
        found = destination_at(i + 2, end);
        if (found && !means(text_.substr(found->begin, found->end - found->begin), *url)) {
          found.reset();
        }
      }
      ++i;
    }
  }
  const std::size_t reached = found ? found->end : std::min(i, end);
  budget_ -= std::min(budget_, reached - block_.begin);
  if (found) block_.begin = found->end;
  return found;
}

// Past the code span that opens here, or past the backticks when none closes it.
std::size_t MarkdownPlaces::after_code(std::size_t backticks) const {
  const std::size_t length = run_length(text_, backticks, block_.end);
  for (std::size_t i = backticks + length; i < block_.end;) {
    i = text_.find('`', i);
    if (i >= block_.end) break;
    const std::size_t closing = run_length(text_, i, block_.end);
    i += closing;
    if (closing == length) return i;
  }
  return backticks + length;
}

// A link's destination behind optional white space, which may hold a line break and the prefix of
// the next line.
std::optional<ByteRange> MarkdownPlaces::destination_at(std::size_t offset, std::size_t end) const {
  std::size_t i = offset;
  bool line_began = false;
  while (i < end && (is_space(text_[i]) || (line_began && text_[i] == '>'))) {
    line_began = line_began || text_[i] == '\n' || text_[i] == '\r';
    ++i;
  }
  if (i >= end) return std::nullopt;
  const bool pointed = text_[i] == '<';
  if (pointed) ++i;
  const std::size_t begin = i;
  int depth = 0;
  for (; i < end; ++i) {
    const char c = text_[i];
    if (c == '\\' && i + 1 < end && is_punctuation(text_[i + 1])) {
      ++i;
    } else if (pointed) {
      if (c == '>') return ByteRange{begin, i};
      if (c == '\n' || c == '\r' || c == '<') return std::nullopt;
    } else if (is_space(c) || (c == ')' && depth == 0)) {
      break;
    } else if (c == '(' || c == ')') {
      depth += c == '(' ? 1 : -1;
    }
  }
  if (pointed) return std::nullopt;
  return ByteRange{begin, std::min(i, end)};
}

void MarkdownPlaces::exclude(ByteRange block) { excluded_.push_back(block); }

std::optional<ByteRange> MarkdownPlaces::definition(std::string_view url) {
  if (!definitions_found_) find_definitions();
  const auto found = definitions_.find(std::string(url));
  if (found == definitions_.end()) return std::nullopt;
  return found->second;
}

void MarkdownPlaces::find_definitions() {
  definitions_found_ = true;
  const auto by_begin = [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; };
  std::sort(excluded_.begin(), excluded_.end(), by_begin);
  auto excluded = excluded_.begin();
  for (const std::size_t begin : lines_) {
    while (excluded != excluded_.end() && excluded->end <= begin) ++excluded;
    if (excluded != excluded_.end() && excluded->begin <= begin) continue;
    // Behind the prefixes of block quotes and lists.
    const std::size_t open = text_.find_first_not_of(" \t>-*+0123456789.)", begin);
    if (open == text_.npos || text_[open] != '[') continue;
    const std::size_t close = text_.find_first_of("]\r\n", open);
    if (close == text_.npos || !text_.substr(close).starts_with("]:")) continue;
    const std::optional<ByteRange> place = destination_at(close + 2, text_.size());
    if (!place) continue;
    const std::string url = without_escapes(text_.substr(place->begin, place->end - place->begin));
    definitions_.emplace(url, *place);  // keeps the first, as Markdown does
  }
}

}  // namespace waymark
