#include "formats/csv.h"

#include "catch.h"

using namespace waymark;

namespace {

std::string line(const std::vector<std::string_view>& cells) {
  std::string csv;
  append_csv_line(cells, csv);
  return csv;
}

}  // namespace

TEST_CASE("a line of CSV ends with CRLF, and cells are quoted only where they must be") {
  CHECK(line({"role", "", "1200.5"}) == "role,,1200.5\r\n");
  CHECK(line({"a, b", "say \"no\"", "two\nlines", "it's"}) ==
        "\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",it's\r\n");
}

TEST_CASE("a cell that a spreadsheet would run is text, and a number stays a number") {
  CHECK(line({"=1+1", "@sum", "+a", "-b", "\t=1"}) == "'=1+1,'@sum,'+a,'-b,'\t=1\r\n");
  CHECK(line({"=cmd,\"x\""}) == "\"'=cmd,\"\"x\"\"\"\r\n");
  CHECK(line({"-5", "+3.5", "-1e3"}) == "-5,+3.5,-1e3\r\n");
  CHECK(line({"-", "+-1", "-5%", "-inf", "a=b"}) == "'-,'+-1,'-5%,'-inf,a=b\r\n");
}
