#include "formats/anchor.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("an anchor keeps letters, digits, hyphens and underscores of any script") {
  CHECK(anchor_of("What's new?") == "whats-new");
  CHECK(anchor_of("Pay & benefits") == "pay--benefits");
  CHECK(anchor_of("snake_case and kebab-case") == "snake_case-and-kebab-case");
  CHECK(anchor_of("C++, C# – and “Go”…") == "c-c--and-go");
  CHECK(anchor_of("日本語 の 見出し、二") == "日本語-の-見出し二");
  CHECK(anchor_of("5 😀 roles") == "5--roles");
  CHECK(anchor_of("हिन्दी") == "हिन्दी");
}

TEST_CASE("an anchor is lower case beyond ASCII") {
  CHECK(anchor_of("ÉCOLE Straße × Ÿ") == "école-straße--ÿ");
  CHECK(anchor_of("Łódź Čeština ŽIVOT") == "łódź-čeština-život");
  CHECK(anchor_of("ΑΘΉΝΑ Ώρα") == "αθήνα-ώρα");
  CHECK(anchor_of("ЁЖИК Їжак") == "ёжик-їжак");
}

TEST_CASE("equal headings get numbers, and never the anchor of another") {
  Anchors anchors;
  CHECK(anchors.unique("Pay") == "pay");
  CHECK(anchors.unique("Pay") == "pay-1");
  CHECK(anchors.unique("Pay 1") == "pay-1-1");
  CHECK(anchors.unique("PAY") == "pay-2");
  CHECK(anchors.unique("Pay 3") == "pay-3");
  CHECK(anchors.unique("Pay") == "pay-4");
}

TEST_CASE("a heading without letters is called a section") {
  Anchors anchors;
  CHECK(anchors.unique("") == "section");
  CHECK(anchors.unique("– ? –") == "section-1");
}
