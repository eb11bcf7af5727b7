#include "formats/html_links.h"

#include "catch.h"

using namespace waymark;

namespace {

using Texts = std::vector<std::string>;

Texts urls(std::string_view html) {
  Texts urls;
  for (const HtmlLink& link : find_html_links(html).links) urls.push_back(link.url);
  return urls;
}

Texts anchors(std::string_view html) { return find_html_links(html).anchors; }

}  // namespace

TEST_CASE("links of every kind are found in the order of the page") {
  CHECK(urls("<link href=a.css><A HREF = 'b/'>x</A><img alt=\"<a href=no>\" src=\"c.png\">"
             "<script src=d.js></script><form action=\"e\"><button formaction='f'>"
             "<video poster=g><object data=h>") ==
        Texts{"a.css", "b/", "c.png", "d.js", "e", "f", "g", "h"});
}

TEST_CASE("each candidate of a srcset is a link") {
  CHECK(urls("<img srcset=\"a.png 1x, b,c.png 2x,\n d.png\">") ==
        Texts{"a.png", "b,c.png", "d.png"});
  CHECK(urls("<source srcset=\" \">").empty());
}

TEST_CASE("character references in a link are read as a browser reads them") {
  CHECK(urls("<a href=\"?a=1&amp;b=2&#39;&#x41;&lt\">") == Texts{"?a=1&b=2'A&lt"});
  CHECK(urls("<a href=\"?a=1&b=2\">") == Texts{"?a=1&b=2"});
}

TEST_CASE("a link's place is its value as it stands in the page") {
  const std::string html = "<a class=\"x\" href=\" ../&amp;/ \">";
  const HtmlLinks found = find_html_links(html);
  REQUIRE(found.links.size() == 1);
  CHECK(html.substr(found.links[0].begin, found.links[0].end - found.links[0].begin) ==
        "../&amp;/");
}

TEST_CASE("comments, scripts, styles, titles and text areas hold no links") {
  CHECK(urls("<!-- <a href=a> --><script>'<a href=b>'</script ><style><a href=c></style>"
             "<title><a href=d></title><textarea><a href=e></textarea><!--><a href=f>") ==
        Texts{"f"});
}

TEST_CASE("anchors are ids and the names of <a>, sorted") {
  CHECK(anchors("<h2 id=\"pay\"><a name='old' id=mark><input name=query data-id=x>") ==
        Texts{"mark", "old", "pay"});
}

TEST_CASE("broken HTML ends the scan, not the program") {
  for (const char* html : {"<", "<a", "<a href", "<a href=", "<a href=\"", "<!--", "<script>",
                           "<a / =", "</", "<a href=x", "& < &#;"}) {
    INFO(html);
    CHECK(anchors(html).empty());
  }
  CHECK(urls("1 < 2 <a href=x>") == Texts{"x"});
}
