#include "stages/pages/questions.h"

#include "stages/pages/small_guide.h"

using namespace waymark;

namespace {

std::pair<std::string, std::string> article(const std::string& body) {
  return {"content/articles/asked.md",
          "+++\ntitle = \"Asked\"\nsummary = \"Often.\"\n+++\n" + body};
}

// "question | answer" of the only article.
std::vector<std::string> asked(const SmallGuide& guide) {
  std::vector<std::string> lines;
  for (const Question& question : questions((*guide).site, (*guide).site->articles[0].body))
    lines.push_back(question.text + " | " + question.answer);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an answer ends at the next heading of its level or above") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          article("Before.\n\n## Why?\n\nOne *two*.\n\n- three\n- four\n\n"
                                  "### A part\n\nFive.\n\n### Really?\n\nYes.\n\n"
                                  "## No question\n\nSix.\n")});
  CHECK(asked(guide) ==
        Lines{"Why? | One two. three four A part Five. Really? Yes.", "Really? | Yes."});
}

TEST_CASE("one heading that asks makes no page of questions") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), article("## Why?\n\nOne.\n\n## Because\n\nTwo.\n")});
  CHECK(asked(guide).empty());
}

TEST_CASE("a question without an answer is left out") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), article("## Why?\n\n## How?\n\nSo.\n\n## When?\n\nNow.\n")});
  CHECK(asked(guide) == Lines{"How? | So.", "When? | Now."});
}

TEST_CASE("notes at the foot are no part of the last answer") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          article("## Why?\n\nOne.\n\n## How?\n\nTwo.[^1]\n\n[^1]: A note.\n")});
  CHECK(asked(guide) == Lines{"Why? | One.", "How? | Two."});
}
