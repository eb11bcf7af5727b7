#include "formats/html.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("the five characters that mean something in HTML are escaped, others stay") {
  CHECK(escaped("a & <b> \"c\" 'd' \xC3\xA9") ==
        "a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39; \xC3\xA9");
  CHECK(escaped("") == "");
  CHECK(escaped("&amp;") == "&amp;amp;");
  std::string html = "<p>";
  append_escaped("<", html);
  CHECK(html == "<p>&lt;");
}

TEST_CASE("a URL is safe unless its scheme runs code or reads the disk") {
  for (const std::string_view url :
       {"", "roles/", "../a:b/", "//example.org", "https://example.org", "mailto:a@b.org",
        "tel:+49", "#a:b", "?javascript:", "data:image/png;base64,AA", "DATA:image/WebP,x",
        "javascript", "/javascript:x"}) {
    CHECK(is_safe_url(url));
  }
  for (const std::string_view url :
       {"javascript:x", "JAVASCRIPT:x", " javascript:x", "java\nscript:x", "j a v a\tscript :x",
        "vbscript:x", "file:///etc/passwd", "data:,x", "data:text/html,x", "data:image/svg+xml,x", "data:image/pngx,"}) {
    CAPTURE(url);
    CHECK_FALSE(is_safe_url(url));
  }
}

TEST_CASE("a URL is encoded where it must be, and never twice") {
  CHECK(encoded_url("a b/\xC3\xA9?q=\"x\"&y=[1]#z") == "a%20b/%C3%A9?q=%22x%22&y=[1]#z");
  CHECK(encoded_url("100%/%20%zz%4") == "100%25/%20%25zz%254");
  CHECK(encoded_url("it's(1)*!~") == "it's(1)*!~");
}
