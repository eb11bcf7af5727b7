#include "catch.h"
#include "formats/template_support.h"

using namespace waymark;

namespace {

std::string inherit(const std::string& text, const TemplateTexts& parents) {
  return spec(text, no_data, parents);
}

}  // namespace

TEST_CASE("a block that nobody overrides shows its default") {
  const FillView data = [](View view) {
    view.set("bar", "<baz>");
    view.object("object").set("qux", "{{x}}");
  };
  CHECK(spec("{{$title}}Default{{/title}}\n", data) == "Default\n");
  CHECK(spec("{{$a}}one {{bar}} {{{bar}}}{{/a}}\n", data) == "one &lt;baz&gt; <baz>\n");
  CHECK(spec("{{$a}}{{#object}}{{qux}}{{/object}}{{^no}}!{{/no}}{{/a}}\n", data) == "{{x}}!\n");
  CHECK(inherit("{{<base}}{{/base}}\n", {{"base", "{{$a}}default{{/a}}"}}) == "default");
  CHECK(inherit("{{>base}}|{{<base}}{{/base}}", {{"base", "{{$a}}default{{/a}}"}}) ==
        "default|default");
}

TEST_CASE("a child replaces the blocks that it names") {
  CHECK(inherit("{{<base}}{{$b}}two{{/b}}{{/base}}",
                {{"base", "{{$a}}one{{/a}}, {{$b}}default{{/b}}"}}) == "one, two");
  CHECK(inherit("test {{<base}}{{$a}}1{{/a}}{{/base}} {{<base}}{{$a}}2{{/a}}{{/base}}\n",
                {{"base", "|{{$a}}...{{/a}}{{$b}} default{{/b}}|"}}) ==
        "test |1 default| |2 default|\n");
}

TEST_CASE("data and blocks have different names") {
  const FillView data = [](View view) { view.set("a", "data"); };
  CHECK(spec("{{<base}}{{$a}}block{{/a}}{{/base}}", data, {{"base", "{{$a}}default{{/a}}"}}) ==
        "block");
  CHECK(spec("{{<base}}{{/base}}", data, {{"base", "{{$a}}default{{/a}}"}}) == "default");
}

TEST_CASE("a replacement is rendered in the context of the block") {
  const FillView data = [](View view) {
    view.set("fruit", "apples");
    view.object("nested").set("fruit", "bananas");
  };
  CHECK(spec("{{<base}}{{$a}}I say {{fruit}}.{{/a}}{{/base}}", data,
             {{"base", "{{#nested}}{{$a}}You say {{fruit}}.{{/a}}{{/nested}}"}}) ==
        "I say bananas.");
}

TEST_CASE("what stands between a parent's tags and is no block is ignored") {
  CHECK(inherit("{{<base}} text {{$a}}new{{/a}} {{#x}}{{$a}}no{{/a}}{{/x}}{{/base}}",
                {{"base", "{{$a}}default{{/a}}"}}) == "new");
}

TEST_CASE("over several levels the outermost replacement counts") {
  const TemplateTexts levels = {{"parent", "{{<older}}{{$a}}p{{/a}}{{/older}}"},
                                {"older", "{{<oldest}}{{$a}}o{{/a}}{{/oldest}}"},
                                {"oldest", "{{$a}}g{{/a}}"}};
  CHECK(inherit("{{<parent}}{{$a}}c{{/a}}{{/parent}}", levels) == "c");
  CHECK(inherit("{{<parent}}{{/parent}}", levels) == "p");
}

TEST_CASE("templates may inherit from each other in a circle that a block breaks") {
  CHECK(inherit("{{<one}}{{$foo}}override{{/foo}}{{/one}}",
                {{"one", "{{$foo}}default{{/foo}} {{$bar}}{{<two}}{{/two}}{{/bar}}"},
                 {"two", "{{$foo}}two{{/foo}} {{<one}}{{$bar}}no more{{/bar}}{{/one}}"}}) ==
        "override override override no more");
}

TEST_CASE("a block of the same name within a replacement is its own") {
  CHECK(inherit("{{<base}}{{$title}}Page{{/title}}{{$main}}"
                "{{<card}}{{$title}}Card{{/title}}{{/card}}{{/main}}{{/base}}",
                {{"base", "{{$title}}{{/title}}: {{$main}}{{/main}}"},
                 {"card", "[{{$title}}{{/title}}]"}}) == "Page: [Card]");
  CHECK(inherit("{{<base}}{{$a}}({{$a}}inner{{/a}}){{/a}}{{/base}}",
                {{"base", "{{$a}}default{{/a}}"}}) == "(inner)");
}

TEST_CASE("a replacement keeps its lines, without the line break after its opening tag") {
  CHECK(inherit("{{<base}}{{$a}}\npeaked\n\n:(\n{{/a}}{{/base}}", {{"base", "{{$a}}x{{/a}}"}}) ==
        "peaked\n\n:(\n");
  CHECK(inherit("{{<base}}{{$a}}hammer time{{/a}}{{/base}}",
                {{"base", "stop:\n  {{$a}}listen{{/a}}\n"}}) == "stop:\n  hammer time\n");
}

TEST_CASE("a parent and its closing tag, alone on their line, indent what they bring") {
  CHECK(inherit("Hi,\n  {{<base}}{{/base}}\n", {{"base", "one\ntwo\n"}}) == "Hi,\n  one\n  two\n");
  CHECK(inherit("  {{<base}}\n  {{$a}}\n  one\n  {{/a}}\n  {{/base}}\nend",
                {{"base", "<\n  {{$a}}{{/a}}\n>\n"}}) == "  <\n    one\n  >\nend");
}

TEST_CASE("a replacement loses its own indentation and gets the block's") {
  CHECK(inherit("{{<base}}{{$a}}\none\ntwo{{/a}}\n{{/base}}\n",
                {{"base", "Hi,\n  {{$a}}{{/a}}\n"}}) == "Hi,\n  one\n  two\n");
  CHECK(inherit("{{<base}}{{$a}}\n    one\n      two\n{{/a}}{{/base}}\n",
                {{"base", "Hi,\n  {{$a}}\n  {{/a}}\n"}}) == "Hi,\n  one\n    two\n");
  CHECK(inherit("{{<base}}{{$a}}\none\ntwo\n{{/a}}{{/base}}\n",
                {{"base", "Hi,\n{{$a}}\n  default\n{{/a}}\n"}}) == "Hi,\n  one\n  two\n");
  CHECK(inherit("{{<base}}\n        {{$a}}\n        Hello\n        {{/a}}\n{{/base}}",
                {{"base", "I say,\n  {{$a}}\n  Hi there!\n  {{/a}}"}}) == "I say,\n  Hello\n");
}

TEST_CASE("a block within a replacement is indented relative to it") {
  CHECK(
      inherit("{{<parent}}{{$nested}}\nthree\n{{/nested}}{{/parent}}\n",
              {{"parent",
                "{{<base}}{{$a}}\n  one\n  {{$nested}}\n    two\n  {{/nested}}\n{{/a}}{{/base}}\n"},
               {"base", "{{$a}}default{{/a}}"}}) == "one\n  three\n");
}

TEST_CASE("a block's default stays as it is written") {
  CHECK(inherit("{{<base}}{{/base}}", {{"base", "a\n  {{$x}}\n    one\n\n  two\n  {{/x}}\nb\n"}}) ==
        "a\n    one\n\n  two\nb\n");
  CHECK(inherit("  {{>base}}", {{"base", "  {{$x}}one\n  two{{/x}}\nb\n"}}) ==
        "    one\n    two\n  b\n");
}

TEST_CASE("an empty block alone on its line leaves no line") {
  CHECK(inherit("{{<base}}{{$x}}{{/x}}{{/base}}", {{"base", "a\n  {{$x}}{{/x}}\nb\n"}}) ==
        "a\nb\n");
  CHECK(inherit("{{>base}}", {{"base", "a\n  {{$x}}{{/x}}\nb\n"}}) == "a\nb\n");
}

TEST_CASE("the documented chain of layouts fills a site's frame") {
  CHECK(site({{"role", "{{<page}}\n{{$main}}\n<p>{{title}}</p>\n{{/main}}\n{{/page}}\n"},
              {"page", "{{<base}}{{$title}}{{title}} - guide{{/title}}{{/base}}\n"},
              {"base",
               "<title>{{$title}}{{/title}}</title>\n<main>\n{{$main}}\n{{/main}}\n</main>\n"}},
             [](View view) { view.set("title", "R&D"); }) ==
        "<title>R&amp;D - guide</title>\n<main>\n<p>R&amp;D</p>\n</main>\n");
}
