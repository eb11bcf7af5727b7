#include <cstdlib>
#include <new>

#include "catch.h"
#include "formats/json.h"
#include "formats/template_support.h"

using namespace waymark;

namespace {

thread_local std::size_t allocations = 0;

void joe(View view) {
  view.set("name", "Joe");
  view.set("markup", "& \" < >");
  view.set("true", true);
  view.set("false", false);
  view.set_nothing("nothing");
  view.set("integer", 85);
  view.set("real", 1.210);
  view.set("empty", "");
  ViewList letters = view.list("letters");
  for (const char* letter : {"a", "b", "c"}) letters.add(letter);
  view.list("none");
  View person = view.object("person");
  person.set("name", "Ann");
  View address = person.object("address");
  address.set("city", "Oslo");
}

std::string render_root(const std::string& text, Json json) {
  Arena arena;
  return render_template(TemplateSet::Mode::spec, {{"main", text}}, {from_json(json, arena)}).html;
}

Json text_json(const char* text) { return {std::string(text)}; }
Json integer(std::int64_t number) { return {number}; }

}  // namespace

// Counts for the last test of this file.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size > 0 ? size : 1);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("values are written: texts escaped, numbers in their shortest form") {
  CHECK(spec("Hello from {Mustache}!\n", joe) == "Hello from {Mustache}!\n");
  CHECK(spec("Hello, {{name}}!", joe) == "Hello, Joe!");
  CHECK(spec("{{markup}}", joe) == "&amp; &quot; &lt; &gt;");
  CHECK(spec("{{{markup}}} {{&markup}}", joe) == "& \" < > & \" < >");
  CHECK(spec("{{integer}} {{real}} {{{real}}} {{&integer}}", joe) == "85 1.21 1.21 85");
  CHECK(spec("{{true}} {{false}}", joe) == "true false");
  CHECK(spec("({{nothing}}{{missing}}{{{missing}}}{{&missing}})", joe) == "()");
}

TEST_CASE("white space inside a tag does not count, outside it stays") {
  CHECK(spec("| {{ name }} |{{{ name }}}|{{& name }}|", joe) == "| Joe |Joe|Joe|");
  CHECK(spec("  {{name}}\n", joe) == "  Joe\n");
}

TEST_CASE("a dotted name is looked up part by part, only its first part in all contexts") {
  CHECK(spec("{{person.address.city}} {{#person}}{{address.city}}{{/person}}", joe) == "Oslo Oslo");
  CHECK(spec("({{person.letters}}{{person.name.more}}{{missing.name}})", joe) == "()");
  CHECK(spec("{{#person}}{{.name}}({{.integer}}){{/person}}", joe) == "Ann()");
  CHECK(spec("{{#a}}({{b.c}}){{/a}}", [](View view) {
          View a = view.object("a");
          a.object("b");
          view.object("b").set("c", "wrong");
        }) == "()");
}

TEST_CASE("a section is for what there is, an inverted one for what there is not") {
  for (const char* name : {"name", "true", "integer", "person", "letters"}) {
    const std::string tag = name;
    CHECK(spec("{{^" + tag + "}}none{{/" + tag + "}}", joe) == "");
  }
  for (const char* name : {"nothing", "false", "empty", "none", "missing", "person.missing"}) {
    const std::string tag = name;
    CHECK(spec("{{#" + tag + "}}some{{/" + tag + "}}{{^" + tag + "}}none{{/" + tag + "}}", joe) ==
          "none");
  }
  CHECK(spec("{{#true}}B {{#true}}C{{/true}} D{{/true}}", joe) == "B C D");
}

TEST_CASE("a section pushes its value; a list repeats it") {
  CHECK(spec("{{#person}}{{name}} {{integer}}{{/person}}", joe) == "Ann 85");
  CHECK(spec("{{#name}}{{.}} is {{name}}{{/name}}", joe) == "Joe is Joe");
  CHECK(spec("{{#letters}}({{.}}){{/letters}}", joe) == "(a)(b)(c)");
  CHECK(spec("{{#tops}}{{#middles}}{{upper}}{{name}}.{{/middles}}{{/tops}}", [](View view) {
          View top = view.list("tops").add();
          top.set("upper", "A");
          ViewList middles = top.list("middles");
          middles.add().set("name", "x");
          middles.add().set("name", "y");
        }) == "Ax.Ay.");
}

TEST_CASE("the data may be any JSON value, read by a dot") {
  CHECK(render_root("Hello, {{.}}!", text_json("<w>")) == "Hello, &lt;w&gt;!");
  CHECK(render_root("{{{.}}}{{&.}}", text_json("<w>")) == "<w><w>");
  CHECK(render_root("{{.}} miles", integer(85)) == "85 miles");
  const Json a{Json::Members{{"value", text_json("a")}}};
  const Json b{Json::Members{{"value", {nullptr}}}};
  CHECK(render_root("{{#.}}({{value}}){{/.}}", {std::vector<Json>{a, b}}) == "(a)()");
  const Json inner{std::vector<Json>{integer(1), {1.10}, {true}}};
  const Json outer{Json::Members{{"list", {std::vector<Json>{inner, inner}}}}};
  CHECK(render_root("{{#list}}({{#.}}{{.}},{{/.}}){{/list}}", outer) ==
        "(1,1.1,true,)(1,1.1,true,)");
}

TEST_CASE("a tag alone on its line vanishes with the line") {
  CHECK(spec("| a\n{{#true}}\n|\n{{/true}}\n| b\n", joe) == "| a\n|\n| b\n");
  CHECK(spec("| a\n  {{^false}}\n|\n\t{{/false}}  \n| b\n", joe) == "| a\n|\n| b\n");
  CHECK(spec("|\r\n{{#true}}\r\n{{/true}}\r\n|", joe) == "|\r\n|");
  CHECK(spec("  {{#true}}\n#{{/true}}\n/", joe) == "#\n/");
  CHECK(spec("#{{#true}}\n/\n  {{/true}}", joe) == "#\n/\n");
  CHECK(spec(" | {{#true}} {{! note }}\n {{/true}} | \n", joe) == " |  \n  | \n");
  CHECK(spec(" {{#true}}YES{{/true}}\n {{#true}}GOOD{{/true}}\n", joe) == " YES\n GOOD\n");
}

TEST_CASE("comments are dropped, with their lines where they stand alone") {
  CHECK(spec("12{{! note! }}34 {{! {{ }}5", joe) == "1234 5");
  CHECK(spec("a\n  {{!\n  two\n  lines\n  }}\nb\n", joe) == "a\nb\n");
  CHECK(spec("  12 {{! 34 }}\n", joe) == "  12 \n");
  CHECK(spec("!\n  {{! last }}", joe) == "!\n");
}

TEST_CASE("delimiters may be others, until the end of the template") {
  CHECK(spec("{{=<% %>=}}(<%name%>) {{name}}", joe) == "(Joe) {{name}}");
  CHECK(spec("({{=[ ]=}}[name])", joe) == "(Joe)");
  CHECK(spec("{{= | | =}}\n|#true|\n{{name}}|name|\n|/true|\n", joe) == "{{name}}Joe\n");
  CHECK(spec("a\n  {{=@   @=}}\nb", joe) == "a\nb");
  CHECK(spec("{{=<% %>=}}<%{markup}%> <%&markup%>", joe) == "& \" < > & \" < >");
  CHECK(spec("{{>part}} {{name}}", joe, {{"part", "{{= | | =}}|name|{{name}}"}}) ==
        "Joe{{name}} Joe");
  CHECK(spec("{{= | | =}}|>part|", joe, {{"part", ".{{name}}."}}) == ".Joe.");
}

TEST_CASE("a partial is rendered in the context of its call; one that is missing is empty") {
  CHECK(spec("\"{{>part}}\"", joe, {{"part", "*{{name}}*"}}) == "\"*Joe*\"");
  CHECK(spec("\"{{> missing }}\"", joe) == "\"\"");
  CHECK(spec("{{>node}}",
             [](View view) {
               view.set("content", "X");
               View child = view.list("nodes").add();
               child.set("content", "Y");
               child.list("nodes");
             },
             {{"node", "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"}}) == "X<Y<>>");
}

TEST_CASE("a partial alone on its line is indented, its values are not") {
  const FillView two_lines = [](View view) { view.set("content", "<\n->"); };
  CHECK(spec("\\\n {{>part}}\n/\n", two_lines,
             {{"part", "|\n{{{content}}}a b{{{content}}}c\n|\n"}}) ==
        "\\\n |\n <\n->a b<\n->c\n |\n/\n");
  CHECK(spec("  {{name}}  {{>part}}\n", joe, {{"part", ">\n>"}}) == "  Joe  >\n>\n");
  CHECK(spec("| {{>part}} |", joe, {{"part", "\t|\t"}}) == "| \t|\t |");
  CHECK(spec("|\r\n{{>part}}\r\n|", joe, {{"part", ">"}}) == "|\r\n>|");
  CHECK(spec("  {{>part}}\n>", joe, {{"part", ">\n>"}}) == "  >\n  >>");
  CHECK(spec(">\n  {{>part}}", joe, {{"part", ">\n>"}}) == ">\n  >\n  >");
}

TEST_CASE("indentation adds up over standalone calls, and leaves empty lines empty") {
  CHECK(spec("  {{>outer}}", joe, {{"outer", "<\n  {{>inner}}\n\n>"}, {"inner", "1\n2\n"}}) ==
        "  <\n    1\n    2\n\n  >");
  CHECK(spec("  {{>outer}}", joe, {{"outer", "<{{>inner}}\n>\n"}, {"inner", "1\n2"}}) ==
        "  <1\n2\n  >\n");
  CHECK(spec("  {{>outer}}", joe, {{"outer", "{{#letters}}\n{{.}}\n{{/letters}}\n"}}) ==
        "  a\n  b\n  c\n");
}

TEST_CASE("a partial's name may be a value") {
  const FillView names = [](View view) {
    view.set("which", "part");
    view.set("part", "other");
    view.object("a").set("b", "part");
    view.set("name", "Joe");
  };
  const TemplateTexts parts = {{"part", "*{{name}}*"}, {"other", "wrong"}};
  CHECK(spec("{{>*which}} {{>*a.b}} {{> * which }}", names, parts) == "*Joe* *Joe* *Joe*");
  CHECK(spec("({{>*missing}}{{>*name}}{{>**which}}{{>*a.*b}})", names, parts) == "()");
  CHECK(spec("  {{>*which}}\n", names, {{"part", ">\n>\n"}}) == "  >\n  >\n");
  CHECK(spec("{{#a}}{{>*b}}{{/a}}", names, parts) == "*Joe*");
  CHECK(spec("{{<*which}}{{$x}}new{{/x}}{{/*which}}", names, {{"part", "({{$x}}old{{/x}})"}}) ==
        "(new)");
}

TEST_CASE("calls without an end are an error, not a crash") {
  CHECK(site("{{>main}}", no_data) ==
        "main.html:1:4: error: templates call each other more than 200 deep\n"
        "   1 | {{>main}}\n"
        "     |    ^~~~\n");
  CHECK(site("{{>main}}{{>main}}", no_data).size() < 200);
}

TEST_CASE("a name that nothing knows is an error where it stands") {
  const FillView page = [](View view) {
    view.set("title", "T");
    view.set_nothing("updated");
    view.object("role").set("family", "data");
    view.list("items").add().set("url", "/");
  };
  CHECK(site("<h1>{{titel}}</h1>", page) ==
        "main.html:1:7: error: unknown name \"titel\"\n"
        "   1 | <h1>{{titel}}</h1>\n"
        "     |       ^~~~~\n"
        "     = did you mean \"title\"?\n"
        "<h1></h1>");
  CHECK(site("{{#items}}{{#ulr}}{{/ulr}}{{/items}}", page) ==
        "main.html:1:14: error: unknown name \"ulr\"\n"
        "   1 | {{#items}}{{#ulr}}{{/ulr}}{{/items}}\n"
        "     |              ^~~\n"
        "     = did you mean \"url\"?\n");
  CHECK(site("{{^zebra}}-{{/zebra}}", page) ==
        "main.html:1:4: error: unknown name \"zebra\"\n"
        "   1 | {{^zebra}}-{{/zebra}}\n"
        "     |    ^~~~~\n"
        "-");
  CHECK(site("{{role.famly}}", page) ==
        "main.html:1:8: error: unknown name \"famly\" in \"role\"\n"
        "   1 | {{role.famly}}\n"
        "     |        ^~~~~\n"
        "     = did you mean \"family\"?\n");
  CHECK(site("{{updated}}{{updated.year}}{{#updated}}x{{/updated}}{{^updated}}-{{/updated}}",
             page) == "-");
}

TEST_CASE("a mistake in a list is reported once for a page") {
  Sources sources;
  const SourceId id = sources.add("main.html", "{{#letters}}{{x}}{{/letters}}");
  TemplateSet templates;
  templates.add("main", {id, 0, 29});
  Diagnostics out;
  templates.compile(sources, out);
  Arena arena;
  const View view(arena);
  joe(view);
  std::string html;
  Renderer(templates).render("main", std::span(&view, 1), html, out);
  CHECK(out.errors() == 1);
}

TEST_CASE("each byte of a page knows the text or value of the template that wrote it") {
  Sources sources;
  const std::string text = "<a href=\"x\">\n{{! a note }}<b id=\"{{#letters}}{{.}}-{{/letters}}\">";
  const SourceId id = sources.add("main.html", text);
  TemplateSet templates;
  templates.add("main", {id, 0, static_cast<std::uint32_t>(text.size())});
  Diagnostics out;
  templates.compile(sources, out);
  Arena arena;
  const View view(arena);
  joe(view);
  std::string html;
  Renderer renderer(templates);
  renderer.render("main", std::span(&view, 1), html, out);
  REQUIRE(html == "<a href=\"x\">\n<b id=\"a-b-c-\">");
  const auto writer = [&](std::string_view part) {
    const std::size_t begin = html.find(part);
    return sources.text(renderer.writer_of(begin, begin + part.size()));
  };
  CHECK(writer("x") == "<a href=\"x\">\n{{! a note }}<b id=\"");
  CHECK(writer("a-b-c-") == ".");
  CHECK(writer("-b") == ".");
  CHECK(writer("-") == "-");
}

TEST_CASE("an object or a list is no text") {
  CHECK(site("{{person}}", joe) ==
        "main.html:1:3: error: an object is not a text\n"
        "   1 | {{person}}\n"
        "     |   ^~~~~~\n"
        "     = name one of its members\n");
  CHECK(site("{{letters}}", joe) ==
        "main.html:1:3: error: a list is not a text\n"
        "   1 | {{letters}}\n"
        "     |   ^~~~~~~\n"
        "     = write a section, which repeats itself\n");
}

TEST_CASE("a page asks for a template that is not there, or names one in a value") {
  Sources sources;
  TemplateSet templates;
  Diagnostics out;
  templates.compile(sources, out);
  std::string html;
  Renderer(templates).render("role", {}, html, out);
  CHECK(report(out, sources, {}) == "waymark: error: no template \"role\"\n");
  CHECK(site({{"main", "{{>*name}}"}, {"Jo", ""}}, joe) ==
        "main.html:1:5: error: no template \"Joe\"\n"
        "   1 | {{>*name}}\n"
        "     |     ^~~~\n"
        "     = did you mean \"Jo\"?\n");
}

TEST_CASE("a name that an author's own table lacks is nothing, and no mistake") {
  CHECK(
      site(
          "{{extra.mine}}{{#extra.absent}}x{{/extra.absent}}{{^extra.absent}}none{{/extra.absent}}",
          [](View view) { view.open_object("extra").set("mine", "here, "); }) == "here, none");
}

TEST_CASE("the last context is asked first") {
  Arena arena;
  View guide(arena);
  guide.set("title", "Guide");
  guide.set("language", "en");
  View page(arena);
  page.set("title", "Page");
  const RenderedTemplate rendered =
      render_template(TemplateSet::Mode::site, {{"main", "{{title}} {{language}}"}}, {guide, page});
  CHECK(rendered.messages + rendered.html == "Page en");
}

TEST_CASE("from the second page on, rendering allocates nothing") {
  Sources sources;
  const TemplateTexts texts = {
      {"main", "{{<base}}{{$main}}\n  {{#items}}\n  {{>*part}}\n  {{/items}}\n{{/main}}{{/base}}"},
      {"base", "<title>{{title}}</title>\n<main>\n  {{$main}}{{/main}}\n</main>{{#no}}{{/no}}\n"},
      {"item", "<a href=\"{{url}}\" title='{{title}}'>{{number}} {{share}}</a>\n"}};
  TemplateSet templates;
  for (const auto& [name, text] : texts) {
    const SourceId id = sources.add(name, text);
    templates.add(name, {id, 0, static_cast<std::uint32_t>(text.size())});
  }
  Diagnostics out;
  templates.compile(sources, out);
  Arena arena;
  std::string html;
  Renderer renderer(templates);
  const auto render_page = [&] {
    arena.reset();
    html.clear();
    View view(arena);
    view.set("title", "A title that is longer than any small string & has to be escaped");
    view.set("part", "item");
    view.set_nothing("no");
    ViewList items = view.list("items");
    for (int i = 0; i < 100; ++i) {
      View item = items.add();
      item.set("url", "https://example.org/a/long/address/that/has/a/scheme?a=1&b=2");
      item.set("number", i);
      item.set("share", 0.25);
    }
    renderer.render("main", std::span(&view, 1), html, out);
  };
  render_page();
  const std::string first = html;
  const std::size_t before = allocations;
  render_page();
  const std::size_t used = allocations - before;
  CHECK(used == 0);
  CHECK(html == first);
  CHECK(report(out, sources, {}) == "");
  CHECK(html.find("\n  <a href=\"https://example.org/a/long/address/that/has/a/"
                  "scheme?a=1&amp;b=2\"") != std::string::npos);
}
