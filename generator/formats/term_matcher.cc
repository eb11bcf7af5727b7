#include "formats/term_matcher.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"

namespace waymark {

namespace {

constexpr std::uint32_t unknown = UINT32_MAX;  // a word of no term
constexpr std::uint32_t root = 0;              // the node where every term begins
constexpr std::uint32_t space = 0;             // the number of " ", which is not looked up

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32) | word;
}

// Letters, digits and "_" of ASCII in lower case; 0 for all else.
constexpr std::array<char, 256> kWordLetters = [] {
  std::array<char, 256> letters{};
  for (char c = 'a'; c <= 'z'; ++c) {
    letters[static_cast<unsigned char>(c)] = c;
    letters[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  for (char c = '0'; c <= '9'; ++c) letters[static_cast<unsigned char>(c)] = c;
  letters['_'] = '_';
  return letters;
}();

char word_letter(char c) { return kWordLetters[static_cast<unsigned char>(c)]; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }
bool is_hyphen(char32_t c) { return c == '-' || c == U'\u2010' || c == U'\u2011'; }

// The signs of which each has a plain and a typographic form, and letters, in one form.
char32_t plain(char32_t c) {
  if (is_apostrophe(c)) return '\'';
  if (is_hyphen(c)) return '-';
  return to_lower(c);
}

// Such a sign makes one word of the letters on its both sides.
bool is_joint(char32_t c) { return is_apostrophe(c) || is_hyphen(c) || c == '.' || c == '&'; }

// What belongs to a name that it stands beside: C++, C#, R², @go.
bool is_part_of_name(char32_t c) {
  const bool is_raised = c == U'²' || c == U'³' || c == U'¹' || (c >= U'\u2070' && c <= U'\u209C');
  return is_word_character(c) || is_raised || c == '+' || c == '#' || c == '^' || c == '@';
}

// The code point that ends at `end`, which moves before it.
char32_t previous_code_point(std::string_view text, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  end = begin;
  return next_code_point(text, begin);
}

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = previous_code_point(text, at);
  if (is_part_of_name(before)) return false;
  return !is_joint(before) || at == 0 || !is_word_character(previous_code_point(text, at));
}

// "'s" at the end of a word.
bool is_possessive(std::string_view after_apostrophe) {
  if (!after_apostrophe.starts_with('s') && !after_apostrophe.starts_with('S')) return false;
  std::size_t at = 1;
  return at == after_apostrophe.size() || !is_part_of_name(next_code_point(after_apostrophe, at));
}

bool ends_word(std::string_view text, std::size_t at) {
  if (at == text.size()) return true;
  const char32_t after = next_code_point(text, at);
  if (is_part_of_name(after)) return false;
  if (!is_joint(after) || at == text.size()) return true;
  if (is_apostrophe(after) && is_possessive(text.substr(at))) return true;
  return !is_word_character(next_code_point(text, at));
}

// A number that few words share: of the ends and the length.
std::uint16_t look_of(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto last = static_cast<unsigned char>(word.back());
  return static_cast<std::uint16_t>((first * 31U + last) * 31U + word.size());
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_blank(c))
      append_utf8(result, c);
    else if (!result.ends_with(' '))
      result += ' ';
  }
  return result;
}

}  // namespace

// Sets `form` to the word that begins at `begin`, to " " for white space, or to another sign, in
// the one form of all that mean the same. Returns where it ends.
std::size_t TermMatcher::read(std::string_view text, std::size_t begin, std::string& form) {
  form.clear();
  std::size_t end = begin;
  while (end < text.size() && word_letter(text[end]) != 0) form += word_letter(text[end++]);
  if (end > begin && (end == text.size() || is_ascii(text[end]))) return end;  // nearly always

  form.clear();
  end = begin;
  const char32_t first = next_code_point(text, end);
  const auto take_while = [&](auto is_of_run, auto take) {
    for (std::size_t after = end; after < text.size(); end = after) {
      const char32_t c = next_code_point(text, after);
      if (!is_of_run(c)) break;
      take(c);
    }
  };
  if (is_blank(first)) {
    form = ' ';
    take_while(is_blank, [](char32_t) {});
  } else {
    append_utf8(form, plain(first));
    if (is_word_character(first))
      take_while(is_word_character, [&](char32_t c) { append_utf8(form, to_lower(c)); });
  }
  return end;
}

std::optional<std::uint32_t> TermMatcher::add(std::string_view term, LetterCase letter_case) {
  term = trim(term);
  std::uint32_t node = root;
  std::string word;
  for (std::size_t at = 0; at < term.size();) {
    at = read(term, at, word);
    const auto id = static_cast<std::uint32_t>(words_.size());
    const auto known = words_.emplace(word, id).first;
    seen_[look_of(word)] = true;
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    const auto [to, is_new] = edges_.emplace(edge(node, known->second), fresh);
    if (is_new) nodes_.emplace_back();
    if (node == root) {
      firsts_.resize(words_.size(), root);
      firsts_[known->second] = to->second;
    }
    node = to->second;
  }
  const bool exact = letter_case == LetterCase::exact;
  Term added{exact ? with_single_spaces(term) : std::string(), count_++};
  if (node == root) return std::nullopt;
  for (const Term& other : nodes_[node])
    if (!exact || other.spelling.empty() || other.spelling == added.spelling) return other.number;
  nodes_[node].push_back(std::move(added));
  return std::nullopt;
}

// `unknown` where no term has the word.
std::uint32_t TermMatcher::number_of(std::string_view word) const {
  if (word == " ") return space;
  if (!seen_[look_of(word)]) return unknown;  // most words
  const auto known = words_.find(word);
  return known == words_.end() ? unknown : known->second;
}

const TermMatcher::Term* TermMatcher::term_at(std::uint32_t node, std::string_view written) const {
  for (const Term& term : nodes_[node])
    if (term.spelling.empty() || term.spelling == with_single_spaces(written)) return &term;
  return nullptr;
}

std::optional<std::uint32_t> TermMatcher::first(std::uint32_t word) const {
  if (word >= firsts_.size() || firsts_[word] == root) return std::nullopt;
  return firsts_[word];
}

std::optional<std::uint32_t> TermMatcher::next(std::uint32_t node, std::uint32_t word) const {
  const auto found = edges_.find(edge(node, word));
  return found == edges_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<TermMatcher::Match> TermMatcher::find(std::string_view text) const {
  std::vector<Match> matches;
  std::string word;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = read(text, begin, word);
    std::size_t after = end;  // the longest term that begins here, or else the word
    std::optional<std::uint32_t> node = first(number_of(word));
    bool is_found = false;
    while (node) {
      const Term* term = term_at(*node, text.substr(begin, end - begin));
      if (term != nullptr && begins_word(text, begin) && ends_word(text, end)) {
        if (!is_found) matches.emplace_back();
        is_found = true;
        matches.back() = {term->number, static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end)};
        after = end;
      }
      if (end == text.size()) break;
      end = read(text, end, word);
      node = next(*node, number_of(word));
    }
    begin = after;
  }
  return matches;
}

}  // namespace waymark
