#include "catch.h"
#include "formats/template_support.h"

using namespace waymark;

namespace {

void hostile(View view) {
  view.set("text", "<b a='1'>\"&");
  view.set("markup", Markup{"<b>&amp;</b>"});
  view.set("yes", true);
  view.set("no", false);
}

std::string with_url(std::string_view url, const std::string& text = "<a href=\"{{url}}\">") {
  return site(text, [&](View view) { view.set("url", url); });
}

std::string compile_only(const std::string& text) { return site(text + "{{!}}", no_data); }

}  // namespace

TEST_CASE("in text a value is escaped and markup is written as it is") {
  CHECK(site("<p>{{text}}{{markup}}</p>", hostile) ==
        "<p>&lt;b a=&#39;1&#39;&gt;&quot;&amp;<b>&amp;</b></p>");
  CHECK(site("1 < 2 {{markup}} <3 {{markup}}", hostile) == "1 < 2 <b>&amp;</b> <3 <b>&amp;</b>");
}

TEST_CASE("in an attribute markup is escaped as well") {
  const std::string escaped = "&lt;b&gt;&amp;amp;&lt;/b&gt;";
  CHECK(site("<i title=\"{{markup}}\" lang='{{markup}}'>{{markup}}", hostile) ==
        "<i title=\"" + escaped + "\" lang='" + escaped + "'><b>&amp;</b>");
  CHECK(site("<title>{{markup}}</title><textarea>{{text}}</textarea>{{markup}}", hostile) ==
        "<title>" + escaped +
            "</title><textarea>&lt;b a=&#39;1&#39;&gt;&quot;&amp;</textarea><b>&amp;</b>");
  CHECK(site("<!-- {{markup}} --><!doctype {{markup}}>{{markup}}", hostile) ==
        "<!-- " + escaped + " --><!doctype " + escaped + "><b>&amp;</b>");
}

TEST_CASE("a URL that runs code becomes inert, however it is spelt") {
  for (const std::string_view url :
       {"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", " \x01javascript:alert(1)", "\tvbscript:x", "data:text/html,x",
        "data:image/svg+xml,<svg onload=x>", "java\r\n\tscript\t:alert(1)"}) {
    CHECK(with_url(url) == "<a href=\"#\">");
  }
  CHECK(with_url("java&#9;script:alert(1)") == "<a href=\"java&amp;#9;script:alert(1)\">");
  CHECK(with_url("https://example.org/?a=1&b=2") ==
        "<a href=\"https://example.org/?a=1&amp;b=2\">");
  CHECK(with_url("../roles/#pay") == "<a href=\"../roles/#pay\">");
  CHECK(with_url("mailto:a@example.org") == "<a href=\"mailto:a@example.org\">");
  CHECK(with_url("data:image/png;base64,AA==", "<img src='{{url}}'>") ==
        "<img src='data:image/png;base64,AA=='>");
}

TEST_CASE("all attributes that hold a URL are such") {
  for (const std::string attribute :
       {"href", "SRC", "action", "cite", "poster", "formaction", "data", "srcset", "xlink:href"}) {
    CHECK(with_url("javascript:x", "<x " + attribute + "=\"{{url}}\">") ==
          "<x " + attribute + "=\"#\">");
  }
  CHECK(with_url("javascript:x", "<x title=\"{{url}}\">") == "<x title=\"javascript:x\">");
}

TEST_CASE("a scheme cannot be put together from two values") {
  const FillView halves = [](View view) {
    view.set("a", "java");
    view.set("b", "script:alert(1)");
  };
  CHECK(site("<a href=\"{{a}}{{b}}\">", halves) == "<a href=\"java#\">");
  CHECK(site("<a href=\"java{{b}}\">", halves) == "<a href=\"java#\">");
  CHECK(site("<a href=\"{{#a}}{{.}}{{/a}}{{b}}\">", halves) == "<a href=\"java#\">");
  CHECK(site("<a href=\"/{{a}}{{b}}\">", halves) == "<a href=\"/javascript:alert(1)\">");
}

TEST_CASE("a URL may come from either of two sections") {
  CHECK(site("<a href=\"{{#no}}{{.}}{{/no}}{{^no}}{{bad}}{{/no}}\">", [](View view) {
          view.set("no", false);
          view.set("bad", "javascript:x");
        }) == "<a href=\"#\">");
}

TEST_CASE("an attribute or its value may be optional") {
  CHECK(site("<li{{#yes}} class=\"on\"{{/yes}}>{{markup}}<li {{#no}}class=\"on\"{{/no}}>",
             hostile) == "<li class=\"on\"><b>&amp;</b><li >");
  CHECK(site("<input{{#yes}} disabled{{/yes}}{{#no}} checked{{/no}}>", hostile) ==
        "<input disabled>");
  CHECK(site("<li class=\"a{{#yes}} b{{/yes}}\">", hostile) == "<li class=\"a b\">");
}

TEST_CASE("where no escape is safe a value is refused") {
  CHECK(compile_only("<a onclick=\"go('{{x}}')\">") ==
        "main.html:1:19: error: a value cannot be written into \"onclick\": it would run as a "
        "program\n"
        "   1 | <a onclick=\"go('{{x}}')\">{{!}}\n"
        "     |                   ^\n"
        "     = put it into a data- attribute, which a script file may read\n");
  CHECK(
      compile_only("<a STYLE='width: {{x}}'>") ==
      "main.html:1:20: error: a value cannot be written into \"style\": it could restyle the page\n"
      "   1 | <a STYLE='width: {{x}}'>{{!}}\n"
      "     |                    ^\n"
      "     = choose a class, in a section\n");
  CHECK(compile_only("<iframe srcdoc=\"{{x}}\">") ==
        "main.html:1:19: error: a value cannot be written into \"srcdoc\": it would be read as a "
        "page\n"
        "   1 | <iframe srcdoc=\"{{x}}\">{{!}}\n"
        "     |                   ^\n"
        "     = link to a page with \"src\"\n"
        "main.html:1:29: error: the template ends in <iframe>\n"
        "   1 | <iframe srcdoc=\"{{x}}\">{{!}}\n"
        "     |                             ^\n"
        "     = a template begins and ends in text, outside tags and comments\n");
  CHECK(compile_only("<script>a = {{x}}</script>") ==
        "main.html:1:15: error: a value cannot be written into <script>: no escape is safe there\n"
        "   1 | <script>a = {{x}}</script>{{!}}\n"
        "     |               ^\n"
        "     = put it into a data- attribute, or as markup into <script "
        "type=\"application/ld+json\">\n");
  CHECK(compile_only("<style>p { color: {{x}} }</style>") ==
        "main.html:1:21: error: a value cannot be written into <style>: no escape is safe there\n"
        "   1 | <style>p { color: {{x}} }</style>{{!}}\n"
        "     |                     ^\n"
        "     = choose a class, in a section\n");
  CHECK(compile_only("<a class={{x}} id=y{{z}}>") ==
        "main.html:1:12: error: the value of \"class\" needs quotes\n"
        "   1 | <a class={{x}} id=y{{z}}>{{!}}\n"
        "     |            ^\n"
        "     = for example class=\"{{name}}\"\n"
        "main.html:1:22: error: the value of \"id\" needs quotes\n"
        "   1 | <a class={{x}} id=y{{z}}>{{!}}\n"
        "     |                      ^\n"
        "     = for example id=\"{{name}}\"\n");
  CHECK(compile_only("<{{x}}>") ==
        "main.html:1:4: error: a value cannot be the name of a tag\n"
        "   1 | <{{x}}>{{!}}\n"
        "     |    ^\n"
        "     = write each tag out, in a section\n");
  CHECK(compile_only("<a {{x}} data-{{y}}=\"1\">") ==
        "main.html:1:6: error: a value cannot be an attribute, or the name of one\n"
        "   1 | <a {{x}} data-{{y}}=\"1\">{{!}}\n"
        "     |      ^\n"
        "     = write the attribute out, in a section where it is optional\n"
        "main.html:1:17: error: a value cannot be an attribute, or the name of one\n"
        "   1 | <a {{x}} data-{{y}}=\"1\">{{!}}\n"
        "     |                 ^\n"
        "     = write the attribute out, in a section where it is optional\n");
}

TEST_CASE("a value without its escape is refused in a site") {
  const std::string note = "     = write {{x}}: markup is known as such and written as it is\n";
  CHECK(compile_only("{{{x}}}") ==
        "main.html:1:1: error: a value is never written without its escape\n"
        "   1 | {{{x}}}{{!}}\n"
        "     | ^~~~~~~\n" +
            note);
  CHECK(compile_only("{{&x}}") ==
        "main.html:1:1: error: a value is never written without its escape\n"
        "   1 | {{&x}}{{!}}\n"
        "     | ^~~~~~\n" +
            note);
}

TEST_CASE("linked data takes markup, and nothing else") {
  const std::string text = "<script type=\"application/ld+json\">{{x}}</script>";
  CHECK(site(text, [](View view) { view.set("x", Markup{"{\"a\":1}"}); }) ==
        "<script type=\"application/ld+json\">{\"a\":1}</script>");
  CHECK(site(text, [](View view) { view.set("x", "{}"); }) ==
        "main.html:1:38: error: only markup can be written into this script\n"
        "   1 | <script type=\"application/ld+json\">{{x}}</script>\n"
        "     |                                      ^\n"
        "<script type=\"application/ld+json\"></script>");
}

TEST_CASE("a script ends where a browser ends it") {
  CHECK(site("<script>a = '</scripts>' < 1;</script >{{markup}}", hostile) ==
        "<script>a = '</scripts>' < 1;</script ><b>&amp;</b>");
  CHECK(site("<!-->{{markup}}", hostile) == "<!--><b>&amp;</b>");
}

TEST_CASE("a section that begins and ends in different places is refused") {
  CHECK(compile_only("{{#x}}<a {{/x}}>") ==
        "main.html:1:4: error: this section begins in text and ends in a tag\n"
        "   1 | {{#x}}<a {{/x}}>{{!}}\n"
        "     |    ^\n"
        "     = open and close a tag, an attribute or a comment on the same side of it\n");
  CHECK(compile_only("<p title=\"{{^x}}\">{{/x}}") ==
        "main.html:1:14: error: this section begins in an attribute and ends in text\n"
        "   1 | <p title=\"{{^x}}\">{{/x}}{{!}}\n"
        "     |              ^\n"
        "     = open and close a tag, an attribute or a comment on the same side of it\n"
        "main.html:1:30: error: the template ends in an attribute\n"
        "   1 | <p title=\"{{^x}}\">{{/x}}{{!}}\n"
        "     |                              ^\n"
        "     = a template begins and ends in text, outside tags and comments\n");
}

TEST_CASE("names in tags are written in one piece") {
  CHECK(compile_only("<a hr{{#x}}ef{{/x}}=\"{{y}}\">") ==
        "main.html:1:12: error: a name in a tag goes on after a section or block\n"
        "   1 | <a hr{{#x}}ef{{/x}}=\"{{y}}\">{{!}}\n"
        "     |            ^~\n"
        "     = write whole attributes, with white space before each\n");
  CHECK(compile_only("<s{{#x}} a{{/x}}cript>") ==
        "main.html:1:17: error: a name in a tag goes on after a section or block\n"
        "   1 | <s{{#x}} a{{/x}}cript>{{!}}\n"
        "     |                 ^~~~~~\n"
        "     = write whole attributes, with white space before each\n");
}

TEST_CASE("templates are called in text only") {
  CHECK(site({{"main", "<a {{>part}}>"}, {"part", "class=\"x\""}}, no_data) ==
        "main.html:1:7: error: a template cannot be called in a tag\n"
        "   1 | <a {{>part}}>\n"
        "     |       ^~~~\n"
        "     = write it out here, or make this a block\n");
}

TEST_CASE("a replacement is escaped for the place of its block") {
  const std::string frame =
      "<title>{{$title}}{{/title}}</title><a href=\"{{$url}}/{{/url}}\" "
      "title=\"{{$title2}}{{/title2}}"
      "\">{{$main}}{{/main}}</a>";
  CHECK(site({{"main",
               "{{<base}}{{$title}}{{markup}}{{/title}}{{$url}}{{bad}}{{/url}}{{$main}}{{markup}}"
               "{{/main}}{{/base}}"},
              {"base", frame}},
             [](View view) {
               view.set("markup", Markup{"<b>"});
               view.set("bad", "javascript:x");
             }) == "<title>&lt;b&gt;</title><a href=\"#\" title=\"\"><b></a>");
  CHECK(site({{"main", "{{<base}}{{$main}}{{x}}{{/main}}{{/base}}"},
              {"base", "<script>{{$main}}{{/main}}</script>"}},
             no_data) ==
        "main.html:1:21: error: a value cannot be written into <script>: no escape is safe there\n"
        "   1 | {{<base}}{{$main}}{{x}}{{/main}}{{/base}}\n"
        "     |                     ^\n"
        "     = put it into a data- attribute, or as markup into <script "
        "type=\"application/ld+json\">\n");
}

TEST_CASE("a block stands in one kind of place") {
  CHECK(site({{"main", "<i id=\"{{$a}}{{/a}}\" lang=\"{{$a}}{{/a}}\">"}}, no_data) ==
        "<i id=\"\" lang=\"\">");
  CHECK(site({{"main", "<i id=\"{{$a}}{{/a}}\">{{$a}}{{/a}}"}}, no_data) ==
        "main.html:1:25: error: block \"a\" is in text here\n"
        "   1 | <i id=\"{{$a}}{{/a}}\">{{$a}}{{/a}}\n"
        "     |                         ^\n"
        "     = and in an attribute here: main.html:1:11\n");
}

TEST_CASE("where the place of a block is unknown, nothing is put into it") {
  CHECK(
      site({{"main", "{{<*which}}{{$a}}x{{/a}}{{/*which}}"}, {"part", "{{$a}}{{/a}}"}}, no_data) ==
      "main.html:1:15: error: a parent whose name is a value takes no blocks\n"
      "   1 | {{<*which}}{{$a}}x{{/a}}{{/*which}}\n"
      "     |               ^\n"
      "     = the place of the block would be unknown, and so its escapes\n");
  CHECK(site({{"main", "{{<base}}{{$a}}new{{/a}}{{/base}}"},
              {"base", "{{$a}}{{/a}}:{{>*which}}"},
              {"part", "{{$a}}old{{/a}}"}},
             [](View view) { view.set("which", "part"); }) == "new:old");
}
