// {{< name value key="value" >}} in Markdown.
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

// "name(value, key=value)" for each, a "block " before those that are one.
std::vector<std::string> shortcodes(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  std::vector<std::string> all;
  for (const Shortcode& shortcode : page.document.shortcodes) {
    CHECK(page.sources.text(shortcode.name_span) == shortcode.name);
    CHECK(page.sources.text(shortcode.span).substr(0, 3) == "{{<");
    CHECK(page.sources.text(shortcode.span).ends_with(">}}"));
    std::string written = (shortcode.is_block ? "block " : "") + shortcode.name + "(";
    for (const ShortcodeArgument& argument : shortcode.arguments) {
      if (written.back() != '(') written += ", ";
      if (!argument.key.empty()) {
        CHECK(page.sources.text(argument.key_span) == argument.key);
        written += argument.key + "=";
      }
      written += argument.value;
    }
    all.push_back(written + ")");
  }
  return all;
}

using Strings = std::vector<std::string>;

// With "[0]" for the first shortcode and so on.
std::string html(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  Resolved resolved;
  for (std::size_t i = 0; i < page.document.shortcodes.size(); ++i)
    resolved.shortcodes.push_back("[" + std::to_string(i) + "]");
  return html_of(page, {}, resolved);
}

}  // namespace

TEST_CASE("a shortcode takes values by place and by key, bare, quoted and raw") {
  CHECK(shortcodes("a {{< one >}} {{<two>}}") == Strings{"one()", "two()"});
  CHECK(shortcodes(R"(a {{< f x-1 "two words" key="v \" \\ w" raw=`a"b\` https://y.z/?v=1 >}})") ==
        Strings{R"(f(x-1, two words, key=v " \ w, raw=a"b\, https://y.z/?v=1))"});
  CHECK(shortcodes(R"(a {{< f k="" "" >}})") == Strings{"f(k=, )"});
}

TEST_CASE("an argument's span is its value without the quotes") {
  const ParsedMarkdown page = parsed("a {{< f bare \"quoted\" k=`raw` >}}");
  const std::vector<ShortcodeArgument>& arguments = page.document.shortcodes.at(0).arguments;
  REQUIRE(arguments.size() == 3);
  CHECK(page.sources.text(arguments[0].span) == "bare");
  CHECK(page.sources.text(arguments[1].span) == "quoted");
  CHECK(page.sources.text(arguments[2].span) == "raw");
}

TEST_CASE("nothing in a shortcode is Markdown") {
  CHECK(shortcodes("*a {{< f_a_b \"*x* `y` <b> [z](u) | &amp; http://a.b\" c_d=e_f >}} b*") ==
        Strings{"f_a_b(*x* `y` <b> [z](u) | &amp; http://a.b, c_d=e_f)"});
  CHECK(html("*a {{< f \"*x\" >}} b*") == "<p><em>a [0] b</em></p>\n");
  CHECK(shortcodes("| a | b |\n|---|---|\n| {{< f \"x|y\" >}} | {{< g >}} |") ==
        Strings{"f(x|y)", "g()"});
}

TEST_CASE("a shortcode that is all its paragraph holds is a block") {
  CHECK(html("a\n\n  {{< f >}}\n\nb {{< g >}}\n") == "<p>a</p>\n[0]\n<p>b [1]</p>\n");
  CHECK(shortcodes("{{< f >}}\n\n- {{< g >}}\n\n{{< h >}} {{< i >}}") ==
        Strings{"block f()", "block g()", "h()", "i()"});
}

TEST_CASE("shortcodes in code are text") {
  const std::string text =
      "`{{< a >}}` and `{{<` to `>}}` ``{{< b ` >}}``\n\n    {{< c \"\n\n```{{< d >}}\n{{< e "
      ">}}\n{{% f %}} {{</* g */>}}\n```\n";
  CHECK(said_about(text).empty());
  CHECK(shortcodes(text).empty());
  CHECK(site_html(text) ==
        "<p><code>{{&lt; a &gt;}}</code> and <code>{{&lt;</code> to <code>&gt;}}</code> "
        "<code>{{&lt; b ` &gt;}}</code></p>\n<pre><code>{{&lt; c &quot;\n</code></pre>\n"
        "<pre><code class=\"language-{{&lt;\">{{&lt; e &gt;}}\n{{% f %}} {{&lt;/* g */&gt;}}\n"
        "</code></pre>\n");
}

TEST_CASE("shortcodes are shown as text behind a backslash or between /* and */") {
  const std::string text = "{{</* a \"*b*\" */>}} {{%/* c */%}} \\{{< d >}}";
  CHECK(said_about(text).empty());
  CHECK(site_html(text) == "<p>{{&lt; a &quot;*b*&quot; &gt;}} {{% c %}} {{&lt; d &gt;}}</p>\n");
}

TEST_CASE("shortcodes stand in links, headings and notes, and are no text") {
  CHECK(html("# A {{< f >}}\n\n[b {{< g >}}](u) x[^n]\n\n[^n]: c {{< h >}}\n")
            .find("<h1 id=\"a\">A [0]</h1>\n<p><a href=\"u\">b [1]</a>") == 0);
  CHECK(plain_text(parsed("a{{< f >}}b").document) == "ab");
}

TEST_CASE("what is wrong in a shortcode is an error at its place") {
  const std::string never =
      "error: this shortcode is never closed [{{<]\n= write >}} behind it, on the same line\n";
  CHECK(said_about("a {{< f b\n>}}") == never);
  CHECK(said_about("a {{< f {{< g >}}") == never);
  CHECK(said_about("{{<") == never);
  CHECK(said_about("a {{</* f") == never);
  CHECK(said_about("a {{< >}}") == "error: this shortcode has no name [{{< >}}]\n");
  CHECK(said_about("a {{< /f >}}") ==
        "error: shortcodes have no closing form here [{{< /f >}}]\n= remove it\n");
  CHECK(said_about("a {{% f \"x\" %}}") ==
        "error: shortcodes with % are not known here [{{% f \"x\" %}}]\n"
        "= write {{< f \"x\" >}}\n");
  CHECK(said_about("a {{% /f %}}") ==
        "error: shortcodes with % are not known here [{{% /f %}}]\n= remove it\n");
  CHECK(said_about("a {{< f \"x >}}") == "error: this quote is never closed [\"]\n");
  CHECK(said_about("a {{< f k= >}}") ==
        "error: the argument \"k\" has no value [k=]\n"
        "= write k=\"value\", without spaces around the =\n");
  CHECK(said_about("a {{< f a\"b\" >}}") ==
        "error: a quote stands inside a value [\"]\n= write the whole value between quotes\n");
  CHECK(said_about("a {{< f \"a\"b >}}") == "error: a space is missing here []\n");
  CHECK(said_about("![a {{< f >}}](u)") ==
        "error: an image's text cannot hold a shortcode [{{< f >}}]\n");
}

TEST_CASE("control characters cannot pass for a shortcode") {
  CHECK(site_html("{{< f >}} \x0e\x01 \x0f\x02z") == "<p>      z</p>\n");
  CHECK(site_html("a\x0e\x01z") == "<p>a  z</p>\n");
}
