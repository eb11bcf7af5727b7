#include "formats/xml.h"

#include "catch.h"

using namespace waymark;

namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml(text, out);
  return out;
}

}  // namespace

TEST_CASE("what marks up XML is escaped in text and attributes") {
  CHECK(xml("R&D <b>\"it's\"</b>") == "R&amp;D &lt;b&gt;&quot;it&#39;s&quot;&lt;/b&gt;");
}

TEST_CASE("what XML cannot hold in any form is left out") {
  CHECK(xml("\x01"
            "a\x1B[0mb\tc\n\xEF\xBF\xBE"
            "d\xEF\xBF\xBD\x0C") == "a[0mb\tc\nd\xEF\xBF\xBD");
  CHECK(xml("") == "");
}
