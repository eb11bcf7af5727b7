#include "formats/sentence.h"

#include <algorithm>
#include <string_view>

#include "base/letters.h"
#include "base/text.h"
#include "formats/markdown.h"

namespace waymark {

namespace {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A block's text, and which part of it is the node's.
struct Block {
  std::string text;
  Range node;
};

bool holds_text(NodeKind kind) {
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell;
}

std::uint32_t block_around(const Document& document, std::uint32_t node) {
  std::uint32_t block = node;
  while (block > 0 && !(holds_text(document.nodes[block].kind) && document.nodes[block].end > node))
    --block;
  return block;
}

Block read_block(const Document& document, std::uint32_t node) {
  const std::uint32_t begin = block_around(document, node);
  const std::uint32_t node_end = document.nodes[node].end;
  Block block;
  for (std::uint32_t i = begin; i < document.nodes[begin].end;) {
    if (i == node) block.node.begin = block.text.size();
    const Node& current = document.nodes[i];
    const bool is_break =
        current.kind == NodeKind::soft_break || current.kind == NodeKind::line_break;
    if (is_break) block.text += ' ';
    if (current.kind == NodeKind::text || current.kind == NodeKind::code)
      block.text += document.literal(current);
    block.text += bare_name(document, i);
    i = current.kind == NodeKind::image ? current.end : i + 1;
    if (i == node_end) block.node.end = block.text.size();
  }
  return block;
}

// Whether the text before the space at `at` ends a sentence: a stop, and no lower-case letter after
// it.
bool ends_sentence(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  for (const std::string_view closing : {"\"", "”", "’", "'", ")"})
    if (before.ends_with(closing)) before.remove_suffix(closing.size());
  const bool stops = before.ends_with('.') || before.ends_with('!') || before.ends_with('?');
  if (!stops || ++at == text.size()) return false;
  const char32_t next = next_code_point(text, at);
  return next == to_lower(next) ? !is_word_character(next) || (next >= '0' && next <= '9') : true;
}

Range sentence_in(std::string_view text, Range node) {
  std::size_t begin = node.begin;  // of the first word, or the space before it
  while (begin > 0 && !(text[begin - 1] == ' ' && ends_sentence(text, begin - 1))) {
    const std::size_t space = text.substr(0, begin - 1).rfind(' ');
    begin = space == text.npos ? 0 : space + 1;
  }
  std::size_t end = text.find(' ', node.end);
  while (end != text.npos && !ends_sentence(text, end)) end = text.find(' ', end + 1);
  return {begin, std::min(end, text.size())};
}

// The end of the last word within `limit` code points.
std::size_t word_end(std::string_view text, std::size_t limit) {
  const std::size_t most = offset_of_code_point(text, limit);
  const std::size_t space = text.substr(0, most).rfind(' ');
  return space == std::string_view::npos || space == 0 ? most : space;
}

std::string cut_around(std::string_view text, Range node, std::size_t limit) {
  if (text.size() <= limit || count_code_points(text) <= limit) return std::string(text);
  std::string result;
  if (count_code_points(text.substr(0, node.end)) >= limit) {
    const std::size_t before = count_code_points(text.substr(0, node.begin));
    const std::size_t least = offset_of_code_point(text, before - std::min(before, limit / 2));
    const std::size_t space = text.find(' ', least);
    text.remove_prefix(std::min(space + 1, node.begin));
    result = "…";
    --limit;
  }
  if (count_code_points(text) <= limit) return result.append(text);
  return result.append(text.substr(0, word_end(text, limit - 1))).append("…");
}

std::string tell(const Block& block, Range sentence, std::size_t limit) {
  std::string_view text(block.text);
  text = text.substr(sentence.begin, sentence.end - sentence.begin);
  const Range node{block.node.begin - sentence.begin, block.node.end - sentence.begin};
  return cut_around(text, node, limit);
}

}  // namespace

std::string sentence_around(const Document& document, std::uint32_t node, std::size_t limit) {
  const Block block = read_block(document, node);
  return tell(block, sentence_in(block.text, block.node), limit);
}

std::string first_sentence(const Document& document, std::uint32_t node, std::size_t limit) {
  Block block = read_block(document, node);
  block.node = {};
  return tell(block, {0, sentence_in(block.text, {}).end}, limit);
}

}  // namespace waymark
