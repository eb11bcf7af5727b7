#include "formats/term_matcher.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/text.h"

namespace waymark {

namespace {

constexpr std::size_t most_words = 64;  // of a name; a sign counts as one

// Letters, digits and "_" of ASCII in lower case; 0 for all else.
constexpr std::array<char, 256> kLetters = [] {
  std::array<char, 256> letters{};
  for (std::size_t c = 'a'; c <= 'z'; ++c)
    letters[c] = letters[c - 'a' + 'A'] = static_cast<char>(c);
  for (std::size_t c = '0'; c <= '9'; ++c) letters[c] = static_cast<char>(c);
  letters['_'] = '_';
  return letters;
}();

char letter_of(char c) { return kLetters[static_cast<unsigned char>(c)]; }
bool is_letter(char c) { return letter_of(c) != 0; }
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

struct Word {
  std::size_t end = 0;     // in the text
  std::uint16_t look = 0;  // a number that few words share; 0: not of ASCII letters alone
};

// Where a word of any letters ends, or a sign that is no letter.
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  if (!is_word_character(next_code_point(text, end))) return end;
  for (std::size_t after = end; after < text.size(); end = after)
    if (!is_word_character(next_code_point(text, after))) break;
  return end;
}

// The word or sign that begins at `begin`.
inline Word word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_letter(text[end])) ++end;
  const bool is_plain = end > begin && (end == text.size() || is_ascii(text[end]));  // most often
  if (!is_plain) {
    const std::size_t whole = word_end(text, begin);
    if (whole > end) return {whole};
  }
  const std::size_t ends = static_cast<std::size_t>(letter_of(text[begin])) * 31 +
                           static_cast<std::size_t>(letter_of(text[end - 1]));
  return {end, static_cast<std::uint16_t>(ends * 31 + end - begin)};
}

inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (std::size_t after = at; after < text.size() && !is_letter(text[at]); at = after)
    if (text[at] == ' ')
      ++after;  // most often
    else if (!is_blank(next_code_point(text, after)))
      break;
  return at;
}

// Adds the next word, and white space before it, in the one form of all that mean the same. Returns
// where it ends.
std::size_t append_word(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t begin = skip_blanks(text, at);
  if (begin > at) out += ' ';
  const std::size_t end = begin == text.size() ? begin : word_at(text, begin).end;
  for (std::size_t i = begin; i < end;) {
    if (is_letter(text[i])) {
      out += letter_of(text[i++]);
    } else {
      append_utf8(out, plain(next_code_point(text, i)));
    }
  }
  return end;
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

std::optional<std::uint32_t> TermMatcher::add(std::string_view term, LetterCase letter_case) {
  term = trim(term);
  const bool exact = letter_case == LetterCase::exact;
  Term added{exact ? with_single_spaces(term) : std::string(), count_++};
  std::vector<std::string> beginnings;
  std::string name;
  for (std::size_t at = 0; at < term.size();) {
    at = append_word(term, at, name);
    beginnings.push_back(name);
    if (beginnings.size() > most_words) return std::nullopt;
  }
  if (beginnings.empty()) return std::nullopt;

  looks_[word_at(term, 0).look] = true;
  for (std::string& beginning : beginnings) beginnings_.try_emplace(std::move(beginning));
  std::vector<Term>& terms = beginnings_[name];
  for (const Term& other : terms)
    if (!exact || other.spelling.empty() || other.spelling == added.spelling) return other.number;
  terms.push_back(std::move(added));
  return std::nullopt;
}

// The longest name that begins here.
std::optional<TermMatcher::Match> TermMatcher::longest(std::string_view text,
                                                       std::size_t begin) const {
  std::optional<Match> match;
  std::string name;
  for (std::size_t end = begin; end < text.size();) {
    end = append_word(text, end, name);
    const auto known = beginnings_.find(name);
    if (known == beginnings_.end()) break;
    const auto is_written = [&](const Term& term) {
      return term.spelling.empty() ||
             term.spelling == with_single_spaces(text.substr(begin, end - begin));
    };
    const auto term = std::find_if(known->second.begin(), known->second.end(), is_written);
    if (term != known->second.end() && begins_word(text, begin) && ends_word(text, end))
      match = {term->number, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  return match;
}

std::vector<TermMatcher::Match> TermMatcher::find(std::string_view text) const {
  std::vector<Match> matches;
  for (std::size_t begin = 0; (begin = skip_blanks(text, begin)) < text.size();) {
    const Word word = word_at(text, begin);
    const auto match = looks_[word.look] ? longest(text, begin) : std::nullopt;
    if (match) matches.push_back(*match);
    begin = match ? match->end : word.end;
  }
  return matches;
}

}  // namespace waymark
