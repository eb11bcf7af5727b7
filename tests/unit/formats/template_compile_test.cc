#include "catch.h"
#include "formats/template_support.h"

using namespace waymark;

TEST_CASE("a tag without an end is an error where it begins") {
  CHECK(site("a\nb {{name", no_data) ==
        "main.html:2:3: error: this tag is never closed\n"
        "   2 | b {{name\n"
        "     |   ^~\n"
        "     = it ends with \"}}\"\n");
  CHECK(site("{{{name}} {{/x}}", no_data) ==
        "main.html:1:1: error: this tag is never closed\n"
        "   1 | {{{name}} {{/x}}\n"
        "     | ^~\n"
        "     = it ends with \"}}}\"\n"
        "main.html:1:11: error: \"x\" is closed and never opened\n"
        "   1 | {{{name}} {{/x}}\n"
        "     |           ^~~~~~\n");
  CHECK(site("{{one {{!two}}", no_data) ==
        "main.html:1:1: error: this tag is never closed\n"
        "   1 | {{one {{!two}}\n"
        "     | ^~\n"
        "     = it ends with \"}}\"\n");
}

TEST_CASE("a section without an end is an error at its tag") {
  CHECK(site("<p>\n{{#roles}}\n</p>", no_data) ==
        "main.html:2:1: error: section \"roles\" is never closed\n"
        "   2 | {{#roles}}\n"
        "     | ^~~~~~~~~~\n"
        "     = close it with {{/roles}}\n");
  CHECK(site("{{<*base}}{{$main}}{{/*base}}", no_data) ==
        "main.html:1:11: error: block \"main\" is never closed\n"
        "   1 | {{<*base}}{{$main}}{{/*base}}\n"
        "     |           ^~~~~~~~~\n"
        "     = close it with {{/main}}\n");
}

TEST_CASE("a closing tag that closes nothing is an error, and names what is open") {
  CHECK(site("{{/roles}}", no_data) ==
        "main.html:1:1: error: \"roles\" is closed and never opened\n"
        "   1 | {{/roles}}\n"
        "     | ^~~~~~~~~~\n");
  CHECK(site("{{^roles}}{{/rolls}}{{/roles}}", no_data) ==
        "main.html:1:11: error: \"rolls\" is closed and never opened\n"
        "   1 | {{^roles}}{{/rolls}}{{/roles}}\n"
        "     |           ^~~~~~~~~~\n"
        "     = the open section is \"roles\": main.html:1:1\n");
}

TEST_CASE("a tag needs a name that can be one") {
  CHECK(site("{{ }}", no_data) ==
        "main.html:1:1: error: this tag has no name\n"
        "   1 | {{ }}\n"
        "     | ^~~~~\n");
  CHECK(site("{{> }}", no_data) ==
        "main.html:1:1: error: this tag has no name\n"
        "   1 | {{> }}\n"
        "     | ^~~~~~\n");
  CHECK(site("{{first name}}", no_data) ==
        "main.html:1:3: error: a name has no white space\n"
        "   1 | {{first name}}\n"
        "     |   ^~~~~~~~~~\n");
  CHECK(site("{{a..b}}", no_data) ==
        "main.html:1:3: error: a name stands between dots\n"
        "   1 | {{a..b}}\n"
        "     |   ^~~~\n");
  CHECK(site("{{=one=}}", no_data) ==
        "main.html:1:1: error: new delimiters are two words without \"=\"\n"
        "   1 | {{=one=}}\n"
        "     | ^~~~~~~~~\n"
        "     = for example {{=<% %>=}}\n");
}

TEST_CASE("a partial or parent that is not there is an error with the nearest name") {
  CHECK(site({{"main", "{{>partials/crad}}"}, {"partials/card", ""}}, no_data) ==
        "main.html:1:4: error: no template \"partials/crad\"\n"
        "   1 | {{>partials/crad}}\n"
        "     |    ^~~~~~~~~~~~~\n"
        "     = did you mean \"partials/card\"?\n");
  CHECK(site({{"main", "{{<layout}}{{/layout}}"}, {"base", ""}}, no_data) ==
        "main.html:1:4: error: no template \"layout\"\n"
        "   1 | {{<layout}}{{/layout}}\n"
        "     |    ^~~~~~\n");
}

TEST_CASE("a block that the parent does not have is an error") {
  CHECK(
      site({{"main", "{{<base}}{{$tilte}}x{{/tilte}}{{/base}}"}, {"base", "{{$title}}{{/title}}"}},
           no_data) ==
      "main.html:1:13: error: no block \"tilte\" in \"base\"\n"
      "   1 | {{<base}}{{$tilte}}x{{/tilte}}{{/base}}\n"
      "     |             ^~~~~\n"
      "     = did you mean \"title\"?\n");
}

TEST_CASE("a block that is given twice is an error") {
  CHECK(site({{"main", "{{<base}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/base}}"}, {"base", "{{$a}}{{/a}}"}},
             no_data) ==
        "main.html:1:26: error: block \"a\" is given twice\n"
        "   1 | {{<base}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/base}}\n"
        "     |                          ^\n"
        "     = the first is here: main.html:1:13\n");
}

TEST_CASE("what a parent would ignore is an error in a site") {
  CHECK(site({{"main", "{{<base}}\n{{! fine }}\n<p>lost</p>\n{{/base}}"}, {"base", ""}}, no_data) ==
        "main.html:3:1: error: only blocks may stand between {{<base}} and {{/base}}\n"
        "   3 | <p>lost</p>\n"
        "     | ^~~~~~~~~~~\n"
        "     = put this into a block, {{$name}}...{{/name}}\n");
}

TEST_CASE("a template that inherits from itself is an error in a site") {
  CHECK(site({{"main", "{{<base}}{{/base}}"}, {"base", "{{<main}}{{/main}}"}}, no_data) ==
        "base.html:1:4: error: \"main\" inherits from itself\n"
        "   1 | {{<main}}{{/main}}\n"
        "     |    ^~~~\n");
}

TEST_CASE("tags nested without bound are an error, not a crash") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{{<a}}{{$a}}";
  const std::string message = site(deep, no_data);
  CHECK(message.substr(0, message.find('\n')) ==
        "main.html:1:1201: error: tags are nested more than 200 deep");
}

TEST_CASE("all mistakes of all templates are reported in one run") {
  CHECK(site({{"main", "{{>gone}}<p id={{x}}>{{<gone}}{{$a}}{{/a}}{{/gone}}"}}, no_data) ==
        "main.html:1:4: error: no template \"gone\"\n"
        "   1 | {{>gone}}<p id={{x}}>{{<gone}}{{$a}}{{/a}}{{/gone}}\n"
        "     |    ^~~~\n"
        "main.html:1:18: error: the value of \"id\" needs quotes\n"
        "   1 | {{>gone}}<p id={{x}}>{{<gone}}{{$a}}{{/a}}{{/gone}}\n"
        "     |                  ^\n"
        "     = for example id=\"{{name}}\"\n"
        "main.html:1:25: error: no template \"gone\"\n"
        "   1 | {{>gone}}<p id={{x}}>{{<gone}}{{$a}}{{/a}}{{/gone}}\n"
        "     |                         ^~~~\n");
  CHECK(site({{"main", "{{/a}}\n{{#b}}"}, {"other", "{{>gone}}"}}, no_data) ==
        "main.html:1:1: error: \"a\" is closed and never opened\n"
        "   1 | {{/a}}\n"
        "     | ^~~~~~\n"
        "main.html:2:1: error: section \"b\" is never closed\n"
        "   2 | {{#b}}\n"
        "     | ^~~~~~\n"
        "     = close it with {{/b}}\n"
        "other.html:1:4: error: no template \"gone\"\n"
        "   1 | {{>gone}}\n"
        "     |    ^~~~\n");
}

TEST_CASE("a block of a parent that is never closed is an ordinary block") {
  CHECK(spec("{{<base}}{{$a}}x{{/a}}", no_data, {{"base", ""}}) ==
        "main.html:1:1: error: parent \"base\" is never closed\n"
        "   1 | {{<base}}{{$a}}x{{/a}}\n"
        "     | ^~~~~~~~~\n"
        "     = close it with {{/base}}\n"
        "x");
}

TEST_CASE("a template knows whether others call it; where names are chosen later, any may be") {
  const auto is_called = [](const std::string& name, const std::string& caller) {
    Sources sources;
    TemplateSet templates;
    const auto add = [&](const std::string& called, const std::string& text) {
      templates.add(called,
                    {sources.add(called, text), 0, static_cast<std::uint32_t>(text.size())});
    };
    add("main", caller);
    add("card", "<p></p>");
    Diagnostics out;
    templates.compile(sources, out);
    CHECK_FALSE(out.has_errors());
    return templates.is_called(name);
  };
  CHECK(is_called("card", "{{>card}}"));
  CHECK(is_called("card", "{{<card}}{{/card}}"));
  CHECK_FALSE(is_called("main", "{{>card}}"));
  CHECK_FALSE(is_called("card", "<p></p>"));
  CHECK(is_called("card", "{{>*kind}}"));
}
