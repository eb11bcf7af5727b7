// Our own marks in Markdown, shortcodes and wiki links, hidden from Markdown's rules until it is
// known which of them stand in code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/document.h"
#include "formats/markdown.h"

namespace waymark {

enum class MarkKind : std::uint8_t {
  shortcode,
  wiki,
  literal,  // prints `text`
  broken,   // is an error where it is no code
  liquid,   // Jekyll's {% ... %} and {{ ... }}: a warning where it is no code
};

struct Mark {
  MarkKind kind = MarkKind::literal;
  std::uint32_t begin = 0;  // bytes, in the text
  std::uint32_t end = 0;
  Shortcode shortcode;
  std::string name;     // wiki: as written
  Span name_span;       // wiki
  std::string text;     // wiki: shown instead of the record's title; literal
  std::string message;  // broken
  Span message_span;    // broken
  std::string note;     // broken; may be empty
};

// The bytes `begin` to `end` of what `span` covers.
Span sub_span(Span span, std::size_t begin, std::size_t end);

// Reads the mark that begins at `offset`, on its line; nothing where none does. `span` is that of
// the whole text.
std::optional<Mark> read_shortcode(std::string_view text, std::size_t offset, Span span);
std::optional<Mark> read_wiki_link(std::string_view text, std::size_t offset, Span span);
std::optional<Mark> read_liquid(std::string_view text, std::size_t offset);
// What the parser had better not see, as broken marks.
std::vector<Mark> find_excesses(std::string_view text, Span span);

// Each mark is replaced by as many control characters, which mean nothing to Markdown: so every
// place stays where it was, and code gets back the bytes that were written.
// Borrows the text. Cost: linear in it.
class MarkdownMarks {
 public:
  MarkdownMarks(std::string_view text, Span span, Dialect dialect);

  // What Markdown is to read.
  std::string_view hidden() const { return hidden_.empty() ? text_ : hidden_; }

  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Mark* mark = nullptr;
  };
  // The first hidden mark at or after `from` in a part of what Markdown gave back.
  std::optional<Place> find(std::string_view part, std::size_t from) const;
  std::string_view written(const Mark& mark) const {
    return text_.substr(mark.begin, mark.end - mark.begin);
  }
  // That part with the bytes that were written.
  std::string shown(std::string_view part) const;

 private:
  void hide_marks(std::string_view text, Span span);
  void hide(Mark mark, Span span);

  std::string_view text_;
  std::string hidden_;  // empty where it would be the text
  std::vector<Mark> good_;
  std::vector<Mark> broken_;
};

}  // namespace waymark
