// Alerts, anchors that headings set, ids of quotations.
#include "catch.h"
#include "formats/markdown_support.h"

using namespace waymark;

namespace {

std::vector<std::string> anchors(const std::string& text) {
  const ParsedMarkdown page = parsed(text);
  std::vector<std::string> all;
  for (const Heading& heading : page.document.headings)
    all.push_back(heading.text + " #" + heading.anchor);
  return all;
}

using Strings = std::vector<std::string>;

std::string callout(const std::string& type, const std::string& title, const std::string& body) {
  return "<div class=\"callout " + type + "\" role=\"note\" aria-label=\"" + title +
         "\">\n<p class=\"callout-title\">" + title + "</p>\n" + body + "</div>\n";
}

}  // namespace

TEST_CASE("a quotation that begins with [!NOTE] or the like is a callout") {
  CHECK(site_html("> [!NOTE]\n> *a*\n>\n> - b\n") ==
        callout("note", "Note", "<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>\n"));
  CHECK(site_html("> [!tip]  \n> a\n") == callout("tip", "Tip", "<p>a</p>\n"));
  CHECK(site_html("> [!IMPORTANT]\n>\n> a\n") == callout("important", "Important", "<p>a</p>\n"));
  CHECK(site_html("> [!Warning]\nlazy\n") == callout("warning", "Warning", "<p>lazy</p>\n"));
  CHECK(site_html("> [!CAUTION]\n") == callout("caution", "Caution", ""));
}

TEST_CASE("an alert's name is the whole first line, not escaped, not said later") {
  for (const char* text : {"> [!NOTE] a\n", "> a\n> [!NOTE]\n", "> \\[!NOTE]\n> a\n",
                           "> a\n>\n> [!NOTE]\n", "[!NOTE]\n", "> *[!NOTE]*\n> a\n"}) {
    INFO(text);
    CHECK(site_html(text).find("callout") == std::string::npos);
    CHECK(said_about(text).empty());
  }
}

TEST_CASE("a callout that is not known is a warning") {
  CHECK(said_about("> [!INFO]\n> a\n") ==
        "warning: no callout is called \"INFO\" [[!INFO]]\n"
        "= write NOTE, TIP, IMPORTANT, WARNING or CAUTION\n");
  CHECK(site_html("> [!INFO]\n> a\n") == "<blockquote>\n<p>[!INFO]\na</p>\n</blockquote>\n");
}

TEST_CASE("a heading sets its anchor, and the others give way") {
  CHECK(anchors("# Pay\n\n## What it pays {#pay}\n\n## *Em* {#a_1-B} ##\n\nSetext {#s}\n---\n\n# "
                "{#only}\n\n# Pay\n") == Strings{"Pay #pay-1", "What it pays #pay", "Em #a_1-B",
                                                 "Setext #s", " #only", "Pay #pay-2"});
  CHECK(site_html("## What it pays {#pay}\n") == "<h2 id=\"pay\">What it pays</h2>\n");
}

TEST_CASE("braces behind a backslash, in code or before other words set no anchor") {
  CHECK(anchors("# a \\{#b}\n\n# a `{#b}`\n\n# a {#b} c\n") ==
        Strings{"a {#b} #a-b", "a {#b} #a-b-1", "a {#b} c #a-b-c"});
}

TEST_CASE("an anchor that is none, or set twice, is an error") {
  CHECK(said_about("# a {#b c}\n") ==
        "error: no anchor can be \"b c\" [{#b c}]\n"
        "= write {#anchor}: letters, digits, hyphens and underscores, and no capital first\n");
  CHECK(said_about("# a {#Content}\n").find("error: no anchor can be \"Content\"") == 0);
  const std::string text = "# a {#b}\n\n# c {#b}\n";
  const ParsedMarkdown page = parsed(text);
  CHECK(said_about(text) ==
        "error: two headings have the anchor \"b\" [{#b}]\n= the first is here\n");
  const Diagnostic& error = page.diagnostics.all().at(0);
  CHECK(error.span.begin > error.notes.at(0).span.begin);
}

TEST_CASE("a quotation takes an id at its end, and links to itself") {
  const std::string quotation =
      "<blockquote id=\"^a1\">\n<p>Said.</p>\n<a class=\"block-link\" href=\"#^a1\" "
      "aria-label=\"Link to this quotation\">#</a>\n</blockquote>\n";
  for (const char* text :
       {"> Said. ^a1\n", "> Said.\n> ^a1\n", "> Said.\n>\n> ^a1\n", "> Said.\n\n^a1\n"}) {
    INFO(text);
    CHECK(site_html(text) == quotation);
    CHECK(parsed(text).document.block_ids == Strings{"a1"});
    CHECK(plain_text(parsed(text).document) == "Said.");
  }
  CHECK(site_html("> - list\n>\n> ^b\n").find("<blockquote id=\"^b\">\n<ul>") == 0);
}

TEST_CASE("elsewhere, escaped or not as the last word, an id is text") {
  for (const char* text :
       {"a ^b\n", "> a \\^b\n", "> a `^b`\n", "> a^b\n", "> ^b c\n", "> a ^b_c\n", "> *a ^b*\n",
        "- > a\n\n^b\n", "> a\n\n^b c\n", "> - a ^b\n"}) {
    INFO(text);
    CHECK(parsed(text).document.block_ids.empty());
    CHECK(site_html(text).find("^b") != std::string::npos);
  }
}

TEST_CASE("two quotations with one id are an error") {
  CHECK(said_about("> a ^x\n\nb\n\n> c ^x\n") ==
        "error: two quotations have the id \"^x\" [^x]\n= the first is here\n");
}
