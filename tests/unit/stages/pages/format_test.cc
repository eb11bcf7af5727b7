#include "stages/pages/format.h"

#include "catch.h"

using namespace waymark;

namespace {

Figure figure(double value, const char* unit, const char* statistic) {
  Figure figure;
  figure.value = value;
  figure.unit = unit;
  figure.statistic = statistic;
  return figure;
}

Document words(std::size_t count) {
  Document document;
  for (std::size_t i = 0; i < count; ++i) document.text += "word ";
  Node text;
  text.kind = NodeKind::text;
  text.text_end = static_cast<std::uint32_t>(document.text.size());
  document.nodes = {Node{}, text};
  return document;
}

}  // namespace

TEST_CASE("numbers have thousands separators and no more decimals than they need") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(1234567) == "1,234,567");
  CHECK(number_text(36.2) == "36.2");
  CHECK(number_text(0.1 + 0.2) == "0.3");
  CHECK(number_text(1999.999) == "2,000");
  CHECK(number_text(-6) == "−6");
}

TEST_CASE("what rounds to zero has no sign, and the largest numbers are written by their power") {
  CHECK(number_text(-0.001) == "0");
  CHECK(number_text(-0.006) == "−0.01");
  CHECK(figure_text(figure(0.001, "percent", "projected change")) == "0%");
  CHECK(number_text(999999999999999) == "999,999,999,999,999");
  CHECK(number_text(-1e300) == "−1e+300");
}

TEST_CASE("money has its symbol where there is a common one, else its code") {
  CHECK(money_text(112590, "USD") == "$112,590");
  CHECK(money_text(57500, "GBP") == "£57,500");
  CHECK(money_text(64000, "EUR") == "€64,000");
  CHECK(money_text(157950, "CAD") == "CA$157,950");
  CHECK(money_text(109435, "AUD") == "A$109,435");
  CHECK(money_text(95000, "CHF") == "CHF 95,000");
}

TEST_CASE("cents have two digits and a loss has its sign before the symbol") {
  CHECK(money_text(23.5, "USD") == "$23.50");
  CHECK(money_text(-120, "USD") == "−$120");
}

TEST_CASE("a top-coded amount is a floor") {
  CHECK(money_text(Amount{239200, true}, "USD") == "≥ $239,200");
  CHECK(money_text(Amount{239200, false}, "USD") == "$239,200");
}

TEST_CASE("a figure is written in its unit, a change with its sign") {
  CHECK(figure_text(figure(28.4, "percent", "share")) == "28.4%");
  CHECK(figure_text(figure(34, "percent", "projected change")) == "+34%");
  CHECK(figure_text(figure(-6, "percent", "projected change")) == "−6%");
  CHECK(figure_text(figure(0, "percent", "projected change")) == "0%");
  CHECK(figure_text(figure(49500, "USD", "median")) == "$49,500");
  CHECK(figure_text(figure(49500, "USD a year", "median")) == "$49,500 a year");
  CHECK(figure_text(figure(23400, "jobs", "openings a year")) == "23,400 jobs");
}

TEST_CASE("months are years where they are whole ones") {
  CHECK(months_text(1) == "1 month");
  CHECK(months_text(18) == "18 months");
  CHECK(months_text(12) == "1 year");
  CHECK(months_text(36) == "3 years");
}

TEST_CASE("a title loses its capital in a sentence, an abbreviation and an exact name do not") {
  Role role;
  role.title = "Data scientist";
  CHECK(name_in_sentence(role) == "data scientist");
  role.exact_case = true;
  CHECK(name_in_sentence(role) == "Data scientist");
  role.exact_case = false;
  role.title = "MLOps engineer";
  CHECK(name_in_sentence(role) == "MLOps engineer");
  role.title = "Élagueur";
  CHECK(name_in_sentence(role) == "Élagueur");
  role.title = "R";
  CHECK(name_in_sentence(role) == "R");
}

TEST_CASE("a share is whole percent, and none or all only where it is exactly that") {
  CHECK(share_text(0) == "0%");
  CHECK(share_text(0.004) == "under 1%");
  CHECK(share_text(0.005) == "1%");
  CHECK(share_text(0.414) == "41%");
  CHECK(share_text(0.996) == "over 99%");
  CHECK(share_text(1) == "100%");
}

TEST_CASE("reading time is rounded up and never nothing") {
  CHECK(reading_minutes(words(0)) == 1);
  CHECK(reading_minutes(words(230)) == 1);
  CHECK(reading_minutes(words(231)) == 2);
}

TEST_CASE("a long text is cut at a word, a short one is left alone") {
  CHECK(cut("one two", 7) == "one two");
  CHECK(cut("one two three", 10) == "one two…");
  CHECK(cut("one, two", 6) == "one…");
  CHECK(cut("Übermäßig", 4) == "Übe…");
  CHECK(cut("one – two", 7) == "one…");
  // This letter ends in the same byte as the dash that is dropped.
  CHECK(cut("ここここ", 3) == "ここ…");
}
