#include "stages/shortcodes/forms.h"

#include "catch.h"
#include "formats/report.h"

using namespace waymark;

namespace {

struct Declared {
  explicit Declared(const std::string& text) {
    sources.add("templates/shortcodes/box.html", text);
    forms.emplace(sources, found);
    messages = report(found, sources, {});
  }
  Sources sources;
  Diagnostics found;
  std::optional<ShortcodeForms> forms;
  std::string messages;
};

}  // namespace

TEST_CASE("a template declares its arguments in its first comment") {
  const Declared box(
      "{{! block: title required, roles role list,\n  how bar|line, year number }}x");
  CHECK(box.messages == "");
  const ShortcodeForm* form = box.forms->find("box");
  REQUIRE(form);
  CHECK_FALSE(form->is_inline);
  REQUIRE(form->parameters.size() == 4);
  const auto& [title, roles, how, year] =
      std::tie(form->parameters[0], form->parameters[1], form->parameters[2], form->parameters[3]);
  CHECK(title.name == "title");
  CHECK(title.is_required);
  CHECK(title.type == Parameter::Type::text);
  CHECK(roles.type == Parameter::Type::record);
  CHECK(roles.kind == Kind::role);
  CHECK(roles.is_list);
  CHECK_FALSE(roles.is_required);
  CHECK(how.words == std::vector<std::string_view>{"bar", "line"});
  CHECK(year.type == Parameter::Type::number);
}

TEST_CASE("a template may take nothing") {
  const Declared box("{{! inline }}x");
  CHECK(box.messages == "");
  REQUIRE(box.forms->find("box"));
  CHECK(box.forms->find("box")->is_inline);
  CHECK(box.forms->find("box")->parameters.empty());
}

TEST_CASE("a template that does not say what it takes is an error, and its calls are not judged") {
  const Declared box("<p>{{title}}</p>\n");
  CHECK(box.messages ==
        "templates/shortcodes/box.html:1:1: error: the template of a shortcode must say first what "
        "it takes\n"
        "   1 | <p>{{title}}</p>\n"
        "     | ^\n"
        "     = begin it with {{! inline: NAME, ... }} or {{! block: NAME, ... }}\n");
  CHECK(box.forms->has("box"));
  CHECK_FALSE(box.forms->find("box"));
}

TEST_CASE("mistakes in a declaration are errors under the words themselves") {
  const Declared box("{{! block: a requird, a, , call text, b! }}\n");
  CHECK(box.messages ==
        "templates/shortcodes/box.html:1:14: error: \"requird\" is nothing that an argument can "
        "be\n"
        "   1 | {{! block: a requird, a, , call text, b! }}\n"
        "     |              ^~~~~~~\n"
        "     = did you mean \"required\"?\n"
        "templates/shortcodes/box.html:1:23: error: the name \"a\" is taken\n"
        "   1 | {{! block: a requird, a, , call text, b! }}\n"
        "     |                       ^\n"
        "templates/shortcodes/box.html:1:26: error: the name of an argument is missing here\n"
        "   1 | {{! block: a requird, a, , call text, b! }}\n"
        "     |                          ^\n"
        "templates/shortcodes/box.html:1:28: error: the name \"call\" is taken\n"
        "   1 | {{! block: a requird, a, , call text, b! }}\n"
        "     |                            ^~~~\n"
        "templates/shortcodes/box.html:1:39: error: \"b!\" is no name of an argument\n"
        "   1 | {{! block: a requird, a, , call text, b! }}\n"
        "     |                                       ^~\n");
  CHECK_FALSE(box.forms->find("box"));
}
