// Finds many names in running text at once: whole words, the longest name first.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace waymark {

enum class LetterCase : std::uint8_t {
  any,    // "pytorch" is PyTorch
  exact,  // "go" is not Go
};

// A tree of words: one walk down it from each word of a text finds the longest name that begins
// there, however many names there are.
//
// White space of any kind and length is one space. A name is not found inside another word, nor
// where "-", "'", "." or "&" joins it to one (but for a possessive 's), nor beside "+", "#" or a
// superscript: "C" is neither in C++ nor in C-level, "R" not in R² or R&D.
//
// Threads: const functions any. Cost of find: words of the text, times the words of the longest
// name; of memory: the names.
class TermMatcher {
 public:
  struct Match {
    std::uint32_t term = 0;   // its number: in the order of adding, from 0
    std::uint32_t begin = 0;  // bytes of the text
    std::uint32_t end = 0;
  };

  // The number of a term added before that claims the same words, and has to give way or stay; the
  // new one is not added then. Names in exact case differ by case. A term without a word is never
  // found.
  std::optional<std::uint32_t> add(std::string_view term, LetterCase letter_case);

  // Matches in order; none overlaps another.
  std::vector<Match> find(std::string_view text) const;

 private:
  struct Term {
    std::string spelling;  // exact case: with single spaces; else empty
    std::uint32_t number = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  static std::size_t read(std::string_view text, std::size_t begin, std::string& form);
  std::uint32_t number_of(std::string_view word) const;
  const Term* term_at(std::uint32_t node, std::string_view written) const;
  std::optional<std::uint32_t> first(std::uint32_t word) const;
  std::optional<std::uint32_t> next(std::uint32_t node, std::uint32_t word) const;

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_{{" ", 0}};
  std::bitset<1 << 16> seen_;                               // how the words of words_ look
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and word -> node
  std::vector<std::uint32_t> firsts_;                       // the same for the first word of terms
  std::vector<std::vector<Term>> nodes_{1};                 // the terms that end here
  std::uint32_t count_ = 0;
};

}  // namespace waymark
