// Finds what would cost the parser far more than its length: deep nesting and huge tables.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/markdown_marks.h"

namespace waymark {
namespace {

constexpr std::size_t most_levels = 100;    // of quotations and lists, begun on one line
constexpr std::size_t most_indent = 500;    // bytes before the last of them
constexpr std::size_t most_columns = 1000;  // of a table
constexpr std::size_t most_cells = 500'000;
// Bytes. For each row of dashes the parser reads the paragraph above it again.
constexpr std::size_t most_read_again = 1'000'000'000;

Mark refused(std::size_t begin, std::size_t end, Span span, std::string message) {
  Mark mark;
  mark.kind = MarkKind::broken;
  mark.begin = static_cast<std::uint32_t>(begin);
  mark.end = static_cast<std::uint32_t>(end);
  mark.message = std::move(message);
  mark.message_span = sub_span(span, begin, end);
  return mark;
}

// How long the quotation or list marker is that `text` begins with.
std::size_t marker_length(std::string_view text) {
  if (text.starts_with('>')) return 1;
  std::size_t digits = 0;
  while (digits < 9 && digits < text.size() && is_digit(text[digits])) ++digits;
  const std::string_view rest = text.substr(digits);
  const bool is_marker =
      !rest.empty() && std::string_view(digits > 0 ? ".)" : "-+*").find(rest[0]) != rest.npos;
  const bool is_apart = rest.size() > 1 && (rest[1] == ' ' || rest[1] == '\t');
  return is_marker && is_apart ? digits + 1 : 0;
}

// Where the markers stand with which the line goes too deep, and a few bytes before them, so that
// the mark is long enough for its number.
std::optional<std::pair<std::size_t, std::size_t>> too_deep(std::string_view line) {
  std::optional<std::size_t> excess;
  std::size_t end = 0;
  for (std::size_t i = 0, levels = 1;; ++levels) {
    i = std::min(line.find_first_not_of(" \t", i), line.size());
    const std::size_t length = marker_length(line.substr(i));
    if (length == 0) break;
    if (!excess && (levels > most_levels || i > most_indent)) excess = i;
    end = i += length;
  }
  if (!excess) return std::nullopt;
  return std::pair(*excess - 8, end);
}

// The columns of a delimiter row; 0 for any other line.
std::size_t columns_of(std::string_view row) {
  if (row.find('|') == row.npos || row.find_first_not_of("|-: \t") != row.npos) return 0;
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|')) row.remove_suffix(1);
  return static_cast<std::size_t>(std::count(row.begin(), row.end(), '|')) + 1;
}

// The line that begins at `begin`, without its line break.
std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find_first_of("\r\n", begin), text.size()) - begin);
}

// Behind the prefixes of quotations.
std::string_view content_of(std::string_view line) {
  return trim(line.substr(std::min(line.find_first_not_of("> \t"), line.size())));
}

// Lines up to a blank one, any of which may begin a table.
class Run {
 public:
  Run(std::string_view text, std::size_t begin) : text_(text), begin_(begin) {
    for (std::size_t i = begin; i < text.size();) {
      const std::string_view line = line_at(text, i);
      if (content_of(line).empty() && !lines_.empty()) break;
      lines_.push_back(line);
      i += line.size() + 1;
    }
  }

  std::size_t end() const { return offset(lines_.back()) + lines_.back().size() + 1; }

  void find(Span span, std::vector<Mark>& found) const {
    std::size_t read_again = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::size_t begin = offset(lines_[i]);
      if (const auto markers = too_deep(lines_[i])) {
        found.push_back(refused(begin + markers->first, begin + markers->second, span,
                                "quotations and lists can be nested 100 deep, not deeper"));
      }
      const std::string_view row = content_of(lines_[i]);
      const std::size_t columns = columns_of(row);
      if (columns > 0) read_again += begin - begin_;
      std::string_view what;
      if (columns > most_columns) {
        what = "this table has more than 1,000 columns";
      } else if (columns * (lines_.size() - i) > most_cells) {
        what = "this table has more than 500,000 cells";
      } else if (columns > 0 && read_again > most_read_again) {
        what = "too many rows of dashes stand below this paragraph";
      }
      if (what.empty()) continue;
      found.push_back(refused(offset(row), offset(row) + row.size(), span, std::string(what)));
    }
  }

 private:
  std::size_t offset(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }

  std::string_view text_;
  std::size_t begin_;
  std::vector<std::string_view> lines_;
};

}  // namespace

std::vector<Mark> find_excesses(std::string_view text, Span span) {
  std::vector<Mark> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const Run run(text, begin);
    run.find(span, found);
    begin = run.end();
  }
  return found;
}

}  // namespace waymark
