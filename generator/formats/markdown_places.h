// Finds where the parts of a Markdown text are written; cmark-gfm tells it only roughly once a
// paragraph has prefixes, escapes or more than one line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace waymark {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Borrows the text. Cost: linear in it, all calls together; where odd input would cost more, places
// are no longer found.
class MarkdownPlaces {
 public:
  explicit MarkdownPlaces(std::string_view text);

  std::size_t line_count() const { return lines_.size(); }
  // The offset of a line (1-based) and column (1-based, bytes), kept within the text.
  std::size_t offset(int line, int column) const;
  std::string_view line(int line) const;  // without its line break

  // What is asked next is written in this range; searches in it only move forward.
  void enter_block(ByteRange block);
  // `](destination)` with this URL; or, where `bare` is not empty, that text by itself.
  std::optional<ByteRange> destination(std::string_view url, std::string_view bare);
  std::optional<ByteRange> literal(std::string_view text);
  // The last place of that text in the block, unless a backslash stands before it.
  std::optional<ByteRange> last(ByteRange block, std::string_view text) const;

  // Lines of code and HTML, which hold no definition.
  void exclude(ByteRange block);
  // The destination of a definition `[label]: destination` with this URL.
  std::optional<ByteRange> definition(std::string_view url);

 private:
  std::optional<ByteRange> search(const std::string_view* url, std::string_view bare);
  std::size_t after_code(std::size_t backticks) const;
  std::optional<ByteRange> destination_at(std::size_t offset, std::size_t end) const;
  void find_definitions();

  std::string_view text_;
  std::vector<std::size_t> lines_;  // where each begins
  std::vector<ByteRange> excluded_;
  std::unordered_map<std::string, ByteRange> definitions_;  // by URL
  bool definitions_found_ = false;
  ByteRange block_;         // what is left of it
  std::size_t budget_ = 0;  // bytes that searches may still look at
};

}  // namespace waymark
