#include "stages/pages/api/search_words.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/letters.h"
#include "base/text.h"

namespace waymark {

std::vector<std::string> words_of(std::string_view text) {
  constexpr int shortest = 3;
  std::vector<std::string> words;
  std::string word;
  int length = 0;
  const auto end_word = [&] {
    if (length >= shortest) words.push_back(word);
    word.clear();
    length = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_word_character(c)) {
      end_word();
      continue;
    }
    append_utf8(word, to_lower(c));
    ++length;
  }
  end_word();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void keep_rarest(std::vector<std::vector<std::string>>& lists, std::size_t most) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const auto& words : lists)
    for (const std::string& word : words) ++counts[word];
  for (auto& words : lists) {
    if (words.size() <= most) continue;
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (std::string& word : words) ranked.emplace_back(counts[word], std::move(word));
    std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most),
                     ranked.end());
    words.clear();
    for (std::size_t i = 0; i < most; ++i) words.push_back(std::move(ranked[i].second));
    std::sort(words.begin(), words.end());
  }
}

}  // namespace waymark
