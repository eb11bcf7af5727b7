// Paragraphs are compared as sets of their runs of five words (shingles): Jaccard's index.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "formats/markdown.h"
#include "stages/review/rules.h"

namespace waymark {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t fewest_words = 20;  // of a paragraph that is worth a message
constexpr double likeness_limit = 0.8;
// Earlier paragraphs that are remembered for one shingle: what more of them share is a phrase.
constexpr std::size_t most_holders = 8;

struct Paragraph {
  Span place;
  std::size_t shingles = 0;
};

// Without case and punctuation; bytes beyond ASCII are letters.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : ascii_lower(text)) {
    const bool is_part = is_digit(c) || is_ascii_letter(c) || (c & 0x80) != 0;
    if (is_part)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Sorted, each once.
std::vector<std::uint64_t> shingles_of(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < i + shingle_words; ++j) run += words[j] + " ";
    shingles.push_back(hash64(run));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

// Cost: linear in the words, because a shingle remembers few paragraphs and a repetition is not
// remembered itself.
class Repetitions {
 public:
  explicit Repetitions(Remarks& out) : out_(out) {}

  void read(std::string_view text, Span place) {
    const std::vector<std::string> words = words_of(text);
    if (words.size() < fewest_words) return;
    const std::vector<std::uint64_t> shingles = shingles_of(words);
    if (const Paragraph* earlier = find_like(shingles)) return report(place, earlier->place);
    for (const std::uint64_t shingle : shingles) {
      std::vector<std::uint32_t>& holders = holders_[shingle];
      if (holders.size() < most_holders)
        holders.push_back(static_cast<std::uint32_t>(paragraphs_.size()));
    }
    paragraphs_.push_back({place, shingles.size()});
  }

 private:
  // The first of those read that is like enough.
  const Paragraph* find_like(const std::vector<std::uint64_t>& shingles) const {
    std::map<std::uint32_t, std::size_t> shared;  // paragraph -> shingles in both
    for (const std::uint64_t shingle : shingles) {
      const auto holders = holders_.find(shingle);
      if (holders == holders_.end()) continue;
      for (const std::uint32_t holder : holders->second) ++shared[holder];
    }
    for (const auto& [index, both] : shared) {
      const std::size_t either = shingles.size() + paragraphs_[index].shingles - both;
      if (static_cast<double>(both) >= likeness_limit * static_cast<double>(either))
        return &paragraphs_[index];
    }
    return nullptr;
  }

  void report(Span place, Span earlier) {
    out_.add(Advice::repetition, place, "this paragraph says nearly the same as another",
             "keep one of them, and link to it")
        .notes.push_back({"the other one", earlier});
  }

  Remarks& out_;
  std::vector<Paragraph> paragraphs_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;
};

}  // namespace

void review_repetitions(const Proof& proof, Remarks& out) {
  Repetitions repetitions(out);
  each_body(proof.site, [&](const Body& body) {
    const Document& document = body.document;
    for (std::uint32_t i = 0; i < document.nodes.size(); ++i)
      if (document.nodes[i].kind == NodeKind::paragraph)
        repetitions.read(plain_text(document, i), document.nodes[i].span);
  });
}

}  // namespace waymark
