// The running text of a Document's paragraphs, where links can be put into it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/document.h"

namespace waymark {

// A place within the literal text of a node.
struct TextPlace {
  std::uint32_t node = 0;
  std::uint32_t offset = 0;  // bytes

  friend auto operator<=>(const TextPlace&, const TextPlace&) = default;
};

// The text of one paragraph or table cell. A soft line break is a space; in place of what takes no
// link (links, code, images, shortcodes, line breaks) stands a control character.
class Prose {
 public:
  // Takes the place of what was read before.
  void read(const Document& document, std::uint32_t block);

  const std::string& text() const { return text_; }
  // Whether these bytes of the text can be put into one link: no markup begins or ends in them.
  bool can_be_link(std::size_t begin, std::size_t end) const;
  TextPlace first(std::size_t begin) const;  // where the bytes from `begin` on stand
  TextPlace last(std::size_t end) const;     // where the bytes before `end` stop

 private:
  struct Piece {
    std::uint32_t node = 0;
    std::uint32_t siblings = 0;  // equal for pieces with nothing between them
    std::size_t begin = 0;       // in text_
  };
  const Piece& piece_at(std::size_t offset) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

// The paragraphs and the table cells that are no headers, in order.
std::vector<std::uint32_t> prose_blocks(const Document& document);

struct NewLink {
  TextPlace begin;
  TextPlace end;
  Link link;
};

// Gives links that hold nothing a text of their own: texts[i] to links[i], unless it is empty.
void fill_links(Document& document, const std::vector<std::string>& texts);

// Puts links around text, in one pass: document.links grows by them, in their order. They must be
// in order, not overlap, and each must be what a Prose says can be a link.
void insert_links(Document& document, const std::vector<NewLink>& links);

}  // namespace waymark
