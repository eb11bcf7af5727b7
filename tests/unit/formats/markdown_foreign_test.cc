// Hugo's and Jekyll's own marks that mean what Markdown can say itself.
#include "formats/markdown_foreign.h"

#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

TEST_CASE("a highlight is a fence of as many bytes, so that places stay") {
  const std::string text =
      "Before\n\n{{< highlight go \"linenos=table\" >}}\n*x* [[y]]\n"
      "{{< /highlight >}}\n\n[ours](y.md)\n";
  CHECK(with_fences(text).size() == text.size());
  CHECK(said_about(text) == "");
  CHECK(site_html(text) ==
        "<p>Before</p>\n<pre><code class=\"language-go\">*x* [[y]]\n</code></pre>\n"
        "<p><a href=\"y.md\">ours</a></p>\n");
  const ParsedMarkdown page = parsed(text);
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.sources.text(page.document.links[0].span) == "y.md");
}

TEST_CASE("Hugo's percent form and Jekyll's tag highlight as well, in quotes or not") {
  CHECK(with_fences("{% highlight \"sh\" %}\nls\n{% endhighlight %}\n") ==
        "~~~~~sh             \nls\n~~~~~             \n");
  CHECK(with_fences("{{% highlight sh %}}\nls\n{{% /highlight %}}") ==
        "~~~~~sh             \nls\n~~~~~             ");
}

TEST_CASE("a highlight that never ends, stands in a fence or in a sentence is none") {
  CHECK(with_fences("{{< highlight go >}}\nx\n") == "");
  CHECK(with_fences("```\n{{< highlight go >}}\nx\n{{< /highlight >}}\n```\n") == "");
  CHECK(with_fences("See {{< highlight go >}} here\n{{< /highlight >}}\n") == "");
  CHECK(with_fences("{{< /highlight >}}\n") == "");
}

TEST_CASE("ref and relref lead where the file that they name does") {
  CHECK(without_ref("{{< ref \"x.md\" >}}") == "x.md");
  CHECK(without_ref("{{% relref `x.md#y` %}}") == "x.md#y");
  CHECK(without_ref("{{< ref x.md >}}") == "x.md");
  CHECK(without_ref("{{< other \"x.md\" >}}") == "{{< other \"x.md\" >}}");
  CHECK(without_ref("x.md") == "x.md");
  CHECK(site_html("[x]({{< ref \"x.md\" >}})") == "<p><a href=\"x.md\">x</a></p>\n");
}

TEST_CASE("Hugo's figure is an image with its caption on the next line") {
  const std::string text =
      "{{< figure src=\"a.png\" alt=\"A & b\" caption=\"A *caption*\" width=80 >}}";
  const ParsedMarkdown page = parsed(text);
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.document.links[0].form == LinkForm::image);
  CHECK(page.sources.text(page.document.links[0].span) == "a.png");
  CHECK(page.document.shortcodes.empty());
  CHECK(site_html(text) ==
        "<p><img src=\"a.png\" alt=\"A &amp; b\"><br>\n<em>A *caption*</em></p>\n");
  CHECK(site_html("{{< figure src=a.png title=\"T\" >}}") ==
        "<p><img src=\"a.png\" alt=\"T\"><br>\n<em>T</em></p>\n");
  CHECK(site_html("{{< figure src=a.png >}}") == "<p><img src=\"a.png\" alt=\"\"></p>\n");
}

TEST_CASE("a figure without a file is a shortcode like others") {
  const ParsedMarkdown page = parsed("{{< figure caption=\"x\" >}}");
  CHECK(page.document.links.empty());
  CHECK(page.document.shortcodes.size() == 1);
}

TEST_CASE("Liquid is shown as it stands, with a warning, but in code") {
  const std::string said = "= write it in Markdown, or between backquotes where it is meant\n";
  CHECK(said_about("{% include note.html %} and {{ site.title }}") ==
        "warning: Liquid is not read here: this is shown as it stands [{% include note.html %}]\n" +
            said +
            "warning: Liquid is not read here: this is shown as it stands [{{ site.title }}]\n" +
            said);
  CHECK(site_html("{% include note.html %}") == "<p>{% include note.html %}</p>\n");
  CHECK(said_about("`{% x %}` and \\{% x %}, {% open, 100{% and {{x}}\n\n    {{ x }}\n") == "");
}
