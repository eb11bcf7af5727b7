#include "formats/anchor.h"

#include "base/letters.h"
#include "base/text.h"

namespace waymark {
namespace {

bool is_kept(char32_t c) { return is_word_character(c) || c == '-'; }

}  // namespace

std::string anchor_of(std::string_view text) {
  std::string anchor;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = to_lower(next_code_point(text, i));
    if (c == ' ') {
      anchor += '-';
    } else if (is_kept(c)) {
      append_utf8(anchor, c);
    }
  }
  return anchor;
}

std::string Anchors::unique(std::string_view text) {
  std::string base = anchor_of(text);
  if (base.find_first_not_of('-') == base.npos) base = "section";
  std::string anchor = base;
  int& repeats = repeats_[base];  // references into an unordered_map stay valid as it grows
  if (repeats == 0) {
    repeats = 1;
    return anchor;
  }
  do {
    anchor = base + "-" + std::to_string(repeats++);
  } while (!repeats_.emplace(anchor, 1).second);
  return anchor;
}

}  // namespace waymark
