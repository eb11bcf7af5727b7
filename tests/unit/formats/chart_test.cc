#include "formats/chart.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("ticks are round, begin at 0 and reach the highest value in at most three steps") {
  CHECK(tick_values(250000) == std::vector<double>{0, 100000, 200000, 300000});
  CHECK(tick_values(200000) == std::vector<double>{0, 100000, 200000});
  CHECK(tick_values(101) == std::vector<double>{0, 50, 100, 150});
  CHECK(tick_values(7) == std::vector<double>{0, 2.5, 5, 7.5});
  CHECK(tick_values(0.6) == std::vector<double>{0, 0.2, 0.4, 0.6000000000000001});
}

TEST_CASE("there is an axis where all values are 0") {
  CHECK(tick_values(0) == std::vector<double>{0, 0.5, 1});
}

TEST_CASE("a chart names itself, and places its rows in shares of its width") {
  std::string html;
  append_chart({.id = "Pay",
                .title = "Pay & more",
                .description = "Two <rows>",
                .rows = {{"Tester", "$50", 25, 50, 75}, {"\"Lead\"", "$80", 60, 80, 100}},
                .ticks = {{0, "$0"}, {100, "$100"}}},
               html);
  CHECK(html ==
        "<svg class=\"chart\" width=\"100%\" height=\"130\" role=\"img\" "
        "aria-labelledby=\"Pay-title Pay-desc\">\n"
        "<title id=\"Pay-title\">Pay &amp; more</title>\n"
        "<desc id=\"Pay-desc\">Two &lt;rows&gt;</desc>\n"
        "<text class=\"chart-tick\" x=\"0%\" y=\"122\" text-anchor=\"start\">$0</text>\n"
        "<text class=\"chart-tick\" x=\"100%\" y=\"122\" text-anchor=\"end\">$100</text>\n"
        "<line class=\"chart-line\" x1=\"0%\" x2=\"0%\" y1=\"23\" y2=\"43\"/>\n"
        "<line class=\"chart-line\" x1=\"100%\" x2=\"100%\" y1=\"23\" y2=\"43\"/>\n"
        "<text class=\"chart-label\" x=\"0\" y=\"18\">Tester "
        "<tspan class=\"chart-value\">$50</tspan></text>\n"
        "<rect class=\"chart-range\" x=\"25%\" y=\"27\" width=\"50%\" height=\"12\"/>\n"
        "<line class=\"chart-middle\" x1=\"50%\" x2=\"50%\" y1=\"23\" y2=\"43\"/>\n"
        "<line class=\"chart-line\" x1=\"0%\" x2=\"0%\" y1=\"75\" y2=\"95\"/>\n"
        "<line class=\"chart-line\" x1=\"100%\" x2=\"100%\" y1=\"75\" y2=\"95\"/>\n"
        "<text class=\"chart-label\" x=\"0\" y=\"70\">&quot;Lead&quot; "
        "<tspan class=\"chart-value\">$80</tspan></text>\n"
        "<rect class=\"chart-range\" x=\"60%\" y=\"79\" width=\"40%\" height=\"12\"/>\n"
        "<line class=\"chart-middle\" x1=\"80%\" x2=\"80%\" y1=\"75\" y2=\"95\"/>\n"
        "</svg>");
}
