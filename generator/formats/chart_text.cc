#include "formats/chart_text.h"

#include <algorithm>

#include "base/text.h"

namespace waymark {

std::vector<std::string> wrapped(std::string_view text, std::size_t limit) {
  std::vector<std::string> lines;
  std::size_t length = limit;  // of the last line
  while (!(text = trim(text)).empty()) {
    const std::size_t end =
        std::min({text.find(' '), text.size(), offset_of_code_point(text, limit)});
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    const std::size_t word_length = count_code_points(word);
    if (length + 1 + word_length <= limit) {
      lines.back().append(" ").append(word);
      length += 1 + word_length;
    } else {
      lines.emplace_back(word);
      length = word_length;
    }
  }
  return lines;
}

}  // namespace waymark
