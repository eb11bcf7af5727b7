#include "formats/sentence.h"

#include "catch.h"
#include "formats/markdown.h"

using namespace waymark;

namespace {

// The sentence around the first link.
std::string sentence(const std::string& markdown, std::size_t limit = 200) {
  Sources sources;
  Diagnostics found;
  const SourceId id = sources.add("a.md", markdown);
  const Document document = parse_markdown(
      sources, {id, 0, static_cast<std::uint32_t>(markdown.size())}, RawHtml::refused, found);
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i)
    if (document.nodes[i].kind == NodeKind::link) return sentence_around(document, i, limit);
  return "no link";
}

}  // namespace

TEST_CASE("a sentence is told without markup, in one line") {
  CHECK(sentence("One. A *very*\n**[fine](x)** `tool`, it is.\nThree.") ==
        "A very fine tool, it is.");
  CHECK(sentence("Not here.\n\n- an item with a [link](x)\n- another") == "an item with a link");
  CHECK(sentence("| a | b |\n|---|---|\n| One. | Two [links](x). |") == "Two links.");
}

TEST_CASE("a wiki link without a text is told by its name") {
  CHECK(sentence("Slowly, with [[wiring]] in hand. More.") == "Slowly, with wiring in hand.");
  CHECK(sentence("Slowly, with [[wiring|cable]] in hand.") == "Slowly, with cable in hand.");
}

TEST_CASE("a stop inside a sentence does not end it") {
  CHECK(sentence("Use tools, e.g. [this](x), version 1.5 of it! Then rest.") ==
        "Use tools, e.g. this, version 1.5 of it!");
  CHECK(sentence("He asked \"why?\" Nobody knew [it](x). (Really.)") == "Nobody knew it.");
}

TEST_CASE("a long sentence is cut at words, around the link") {
  CHECK(sentence("One two [three](x) four five six seven", 20) == "One two three four…");
  CHECK(sentence("one two three four five six seven [eight](x) nine ten eleven", 24) ==
        "…six seven eight nine…");
  const std::string far =
      sentence(std::string(3000, 'x') + " [y](x) " + std::string(3000, 'z'), 50);
  CHECK(far == "…y…");
}
