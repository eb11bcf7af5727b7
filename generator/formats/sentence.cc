#include "formats/sentence.h"

#include <algorithm>
#include <string_view>

#include "base/letters.h"
#include "base/text.h"

namespace waymark {

namespace {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A block's text in single spaces, and which part of it is the node's.
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

void append_words(std::string_view words, std::string& text) {
  for (std::size_t i = 0; i < words.size();) {
    const char32_t c = next_code_point(words, i);
    if (!is_blank(c))
      append_utf8(text, c);
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
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
    if (is_break) append_words(" ", block.text);
    if (current.kind == NodeKind::text || current.kind == NodeKind::code)
      append_words(document.literal(current), block.text);
    i = current.kind == NodeKind::image ? current.end : i + 1;
    if (i == node_end) block.node.end = block.text.size();
  }
  return block;
}

// Whether the text before `at` ends a sentence: a stop, a space, and no lower-case letter after it.
bool begins_sentence(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  if (!before.ends_with(' ')) return false;
  before.remove_suffix(1);
  for (const std::string_view closing : {"\"", "”", "’", "'", ")"})
    if (before.ends_with(closing)) before.remove_suffix(closing.size());
  const bool stops = before.ends_with('.') || before.ends_with('!') || before.ends_with('?');
  if (!stops || at == text.size()) return false;
  const char32_t next = next_code_point(text, at);
  return next == to_lower(next) ? !is_word_character(next) || (next >= '0' && next <= '9') : true;
}

Range sentence_in(std::string_view text, Range node) {
  Range sentence{node.begin, node.end};
  while (sentence.begin > 0 && !begins_sentence(text, sentence.begin)) --sentence.begin;
  while (sentence.end < text.size() && !begins_sentence(text, sentence.end)) ++sentence.end;
  return sentence;
}

// The end of the last word within `limit` code points.
std::size_t word_end(std::string_view text, std::size_t limit) {
  const std::size_t most = offset_of_code_point(text, limit);
  const std::size_t space = text.substr(0, most).rfind(' ');
  return space == std::string_view::npos || space == 0 ? most : space;
}

std::string cut_around(std::string_view text, Range node, std::size_t limit) {
  if (count_code_points(text) <= limit) return std::string(text);
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

}  // namespace

std::string sentence_around(const Document& document, std::uint32_t node, std::size_t limit) {
  const Block block = read_block(document, node);
  const Range sentence = sentence_in(block.text, block.node);
  const std::string_view text =
      trim(std::string_view(block.text).substr(sentence.begin, sentence.end - sentence.begin));
  return cut_around(text, {block.node.begin - sentence.begin, block.node.end - sentence.begin},
                    limit);
}

std::string first_sentence(const Document& document, std::uint32_t node, std::size_t limit) {
  const Block block = read_block(document, node);
  const Range sentence = sentence_in(block.text, {});
  return cut_around(trim(std::string_view(block.text).substr(0, sentence.end)), {}, limit);
}

}  // namespace waymark
