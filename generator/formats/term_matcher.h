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

// Knows how each name begins: from each word of a text it reads on only while the words so far
// begin one, however many names there are.
//
// White space of any kind and length is one space. A name is not found inside another word, nor
// where "-", "'", "." or "&" joins it to one (but for a possessive 's), nor beside "+", "#" or a
// superscript: "C" is neither in C++ nor in C-level, "R" not in R² or R&D.
//
// Threads: const functions any. Cost of find: words of the text, times the words of the longest
// name where text looks like it; of memory: the names, times their words.
class TermMatcher {
 public:
  struct Match {
    std::uint32_t term = 0;   // its number: in the order of adding, from 0
    std::uint32_t begin = 0;  // bytes of the text
    std::uint32_t end = 0;
  };

  // The number of a term added before that claims the same words, and has to give way or stay; the
  // new one is not added then. Names in exact case differ by case. A term without a word, or with
  // more than anybody calls a name, is never found.
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

  std::optional<Match> longest(std::string_view text, std::size_t begin) const;

  // The first words of each name, in one form of all that mean the same -> the names that end here.
  std::unordered_map<std::string, std::vector<Term>, Hash, std::equal_to<>> beginnings_;
  std::bitset<1 << 16> looks_;  // of the first words of names: most words have another
  std::uint32_t count_ = 0;
};

}  // namespace waymark
