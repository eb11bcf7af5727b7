#include "formats/picture_text.h"

#include <algorithm>

#include "base/text.h"

namespace waymark {
namespace {

// Of DejaVu Serif Bold, in thousandths of its size.
int width_of(char32_t c) {
  constexpr std::string_view narrow = " .,:;'|!()[]ijlI/-";
  constexpr std::string_view wide = "mwMW@%&";
  constexpr char32_t first_square_letter = 0x1100;  // Korean, Chinese, Japanese; also dashes, "…"
  if (c >= first_square_letter) return 1000;
  if (c >= 0x80) return 740;
  const char letter = static_cast<char>(c);
  if (narrow.find(letter) != std::string_view::npos) return 420;
  if (wide.find(letter) != std::string_view::npos) return 1080;
  return letter >= 'A' && letter <= 'Z' ? 800 : 670;
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

// The words that fit into a line, or as much of the first word as does: taken from `text`.
std::string take_line(std::string_view& text, int width) {
  std::string line;
  std::size_t end = 0;  // of the last whole word that fits
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    used += width_of(next_code_point(text, at));
    const bool is_full = used > width && begin > 0;
    if (is_space(text[begin])) end = begin;
    if (is_full) {
      if (end == 0) end = begin;
      break;
    }
    if (at == text.size()) end = at;
  }
  line = text.substr(0, end);
  text.remove_prefix(end);
  text = trim(text);
  return line;
}

}  // namespace

std::vector<std::string> picture_lines(std::string_view text, double width, std::size_t most) {
  const int limit = static_cast<int>(width * 1000);
  std::vector<std::string> lines;
  for (text = trim(text); !text.empty() && lines.size() < most;)
    lines.push_back(take_line(text, limit));
  if (!text.empty()) {
    std::string_view shorter = lines.back();
    lines.back() = take_line(shorter, limit - width_of(U'…')) + "…";
  }
  return lines;
}

}  // namespace waymark
