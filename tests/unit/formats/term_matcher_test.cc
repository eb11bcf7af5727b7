#include "formats/term_matcher.h"

#include "catch.h"

using namespace waymark;

namespace {

using Words = std::vector<std::string>;

// What is found, as it stands in the text.
Words found(const TermMatcher& matcher, std::string_view text) {
  Words words;
  for (const auto& match : matcher.find(text))
    words.emplace_back(text.substr(match.begin, match.end - match.begin));
  return words;
}

Words found(std::initializer_list<std::string_view> terms, std::string_view text) {
  TermMatcher matcher;
  for (const std::string_view term : terms) CHECK_FALSE(matcher.add(term, LetterCase::any));
  return found(matcher, text);
}

Words found_exactly(std::string_view term, std::string_view text) {
  TermMatcher matcher;
  matcher.add(term, LetterCase::exact);
  return found(matcher, text);
}

}  // namespace

TEST_CASE("names are found in any case, with their number and place") {
  TermMatcher matcher;
  matcher.add("PyTorch", LetterCase::any);
  matcher.add("École", LetterCase::any);
  const auto matches = matcher.find("ÉCOLE, pytorch");
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].term == 1);
  CHECK(matches[1].term == 0);
  CHECK(matches[1].begin == 8);
  CHECK(matches[1].end == 15);
}

TEST_CASE("the longest name that begins first wins") {
  CHECK(found({"machine learning", "learning engineer", "machine learning engineer"},
              "A machine learning engineer does machine learning.") ==
        Words{"machine learning engineer", "machine learning"});
  // The longer one fails at its last word.
  CHECK(found({"data", "data engineer"}, "data engineers") == Words{"data"});
}

TEST_CASE("a name is whole words, of any script") {
  CHECK(found({"Go"}, "Good, Gö, ago, go2, go_to, goß") == Words{});
  CHECK(found({"Go"}, "(go) go, „go“ go/go") == Words{"go", "go", "go", "go", "go"});
  CHECK(found({"наука"}, "Наука и науками") == Words{"Наука"});
}

TEST_CASE("signs that belong to a name keep shorter names away") {
  CHECK(found({"C"}, "C++ C# C++17 C^2 @C #C") == Words{});
  CHECK(found({"C", "C++"}, "C and C++, not C++17") == Words{"C", "C++"});
  CHECK(found({"R"}, "R² R&D R-squared non-R R.js a.R l'R R'n") == Words{});
  CHECK(found({"R"}, "R, R's and R’s and R. And 'R' - R") == Words{"R", "R", "R", "R", "R", "R"});
  CHECK(found({".NET"}, "ASP.NET, .NET") == Words{".NET"});
}

TEST_CASE("names hold signs and white space of any kind") {
  CHECK(found({"CI/CD", "A/B testing"}, "CI/CD, a/b\ntesting, CI / CD") ==
        Words{"CI/CD", "a/b\ntesting"});
  CHECK(found({"Bayes' theorem"}, "Bayes’ \u00A0theorem") == Words{"Bayes’ \u00A0theorem"});
  CHECK(found({"scikit-learn"}, "scikit\u2011learn scikit learn") == Words{"scikit\u2011learn"});
}

TEST_CASE("a sign beyond ASCII ends a word of ASCII, and a letter does not") {
  CHECK(found({"PyTorch"}, "PyTorch’s — PyTorch… PyTorché éPyTorch") ==
        Words{"PyTorch", "PyTorch"});
}

TEST_CASE("what is longer than any name is no name") {
  std::string name = "a";
  for (int i = 1; i < 64; ++i) name += " a";
  CHECK(found({name}, name) == Words{name});
  CHECK(found({name + " a"}, name + " a") == Words{});
}

TEST_CASE("in exact case a name is found only as it is written") {
  CHECK(found_exactly("Go", "go GO Go") == Words{"Go"});
  CHECK(found_exactly("Spark  SQL", "spark SQL, Spark\nSQL") == Words{"Spark\nSQL"});
}

TEST_CASE("the term that claims the same words is told") {
  TermMatcher matcher;
  CHECK_FALSE(matcher.add("Machine  learning", LetterCase::any));
  CHECK(matcher.add("machine learning", LetterCase::any) == 0U);
  CHECK(matcher.add("Machine Learning", LetterCase::exact) == 0U);
  CHECK_FALSE(matcher.add("Go", LetterCase::exact));
  CHECK_FALSE(matcher.add("GO", LetterCase::exact));
  CHECK(matcher.add("Go", LetterCase::exact) == 3U);
  CHECK(matcher.add("go", LetterCase::any) == 3U);
  CHECK(found(matcher, "GO Go go machine learning") == Words{"GO", "Go", "machine learning"});
}

TEST_CASE("terms without a word and texts without a term are no trouble") {
  TermMatcher matcher;
  CHECK_FALSE(matcher.add(" ", LetterCase::any));
  CHECK_FALSE(matcher.add("", LetterCase::any));
  CHECK(found(matcher, "") == Words{});
  CHECK(found(matcher, "a  b") == Words{});
  CHECK(found({"\xFF"}, "a \xFE b") == Words{"\xFE"});  // both are U+FFFD
}
