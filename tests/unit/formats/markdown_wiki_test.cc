// [[name]] and [[name|text]] in Markdown.
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

using Strings = std::vector<std::string>;

// The names, each as its span covers it.
Strings names(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  Strings all;
  for (const Link& link : page.document.links) {
    if (link.form != LinkForm::wiki) continue;
    CHECK(page.sources.text(link.span) == link.url);
    all.push_back(link.url);
  }
  return all;
}

}  // namespace

TEST_CASE("a wiki link is a link to a name, shown by its text or else by the name") {
  const std::string text = "See [[python]] and [[ role:ml-engineer#pay | an *ML* engineer ]].";
  CHECK(names(text) == Strings{"python", "role:ml-engineer#pay"});
  CHECK(html_of(parsed(text), {}, Resolved{{"skills/python/", "roles/"}, {}}) ==
        "<p>See <a href=\"skills/python/\">python</a> and <a href=\"roles/\">an *ML* "
        "engineer</a>.</p>\n");
  CHECK(plain_text(parsed(text).document) == "See python and an *ML* engineer.");
}

TEST_CASE("nothing in a wiki link is Markdown") {
  CHECK(names("*a [[b_c*]] d* [[e_f_g|_h_]] [[C++ & <b>]]") ==
        Strings{"b_c*", "e_f_g", "C++ & <b>"});
}

TEST_CASE("wiki links stand in table cells, with and without a backslash before the bar") {
  const std::string text = "| [[a|b]] | c |\n|---|---|\n| [[d\\|e]] | [[f]] |\n";
  CHECK(names(text) == Strings{"a", "d", "f"});
  CHECK(site_html(text).find("<td><a href=\"d\">e</a></td>\n<td><a href=\"f\">f</a></td>") !=
        std::string::npos);
}

TEST_CASE("wiki links come before links by reference and after those with a URL") {
  CHECK(names("[[a]] [[b]](c) [[d]][a]\n\n[a]: /x\n") == Strings{"a", "d"});
}

TEST_CASE("in code, in links and behind a backslash there are no wiki links") {
  const std::string text =
      "`[[a]]` `[[` and `]]` \\[[b]] [c [[d]] e](u) ![f [[g]]](h)\n\n    [[i]]\n";
  CHECK(said_about(text).empty());
  CHECK(names(text).empty());
  CHECK(site_html(text) ==
        "<p><code>[[a]]</code> <code>[[</code> and <code>]]</code> [[b]] <a href=\"u\">c [[d]] "
        "e</a> <img src=\"h\" alt=\"f [[g]]\"></p>\n<pre><code>[[i]]\n</code></pre>\n");
}

TEST_CASE("brackets that are never closed, or closed on another line, are text") {
  const std::string text = "a [[b c]\n[[d\ne]] [[[f]]]";
  CHECK(said_about(text).empty());
  CHECK(names(text) == Strings{"f"});
}

TEST_CASE("a wiki link without a name and an embedded page are errors") {
  const std::string note = "= write [[name]] or [[name|text]]; \\[[ is shown as it is\n";
  CHECK(said_about("a [[]]") == "error: this wiki link names nothing [[[]]]\n" + note);
  CHECK(said_about("a [[ |b]]") == "error: this wiki link names nothing [[[ |b]]]\n" + note);
  CHECK(said_about("![[plan.svg]]") ==
        "error: pages and images are not embedded by ![[...]] [[[plan.svg]]]\n"
        "= write [[name]] for a link to a page, ![text](file) for an image\n");
}

TEST_CASE("in a page a link to nothing is only its text") {
  CHECK(site_html("[Python]() is a *[snake](<>)*") == "<p>Python is a <em>snake</em></p>\n");
  CHECK(parsed("[Python]()").document.links.size() == 1);
}
