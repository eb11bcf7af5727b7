#include "formats/chart_points.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("points stand at their steps, a floor is open, and what is missing is a gap") {
  std::string html;
  append_chart(PointChart{.id = "P",
                          .title = "Median & more",
                          .description = "Three <years>",
                          .points = {{"2022", {{50}}}, {"2023", {}}, {"2024", {{100, true}}}},
                          .ticks = {{0, "$0"}, {100, "$100"}}},
               html);
  CHECK(html ==
        "<svg class=\"chart\" width=\"100%\" height=\"150\" role=\"img\" "
        "aria-labelledby=\"P-title P-desc\">\n"
        "<title id=\"P-title\">Median &amp; more</title>\n"
        "<desc id=\"P-desc\">Three &lt;years&gt;</desc>\n"
        "<line class=\"chart-line\" x1=\"0\" x2=\"100%\" y1=\"122.0\" y2=\"122.0\"/>\n"
        "<text class=\"chart-tick\" x=\"0\" y=\"118.0\">$0</text>\n"
        "<line class=\"chart-line\" x1=\"0\" x2=\"100%\" y1=\"18.0\" y2=\"18.0\"/>\n"
        "<text class=\"chart-tick\" x=\"0\" y=\"14.0\">$100</text>\n"
        "<text class=\"chart-tick\" x=\"36.67%\" y=\"142\" text-anchor=\"middle\">2022</text>\n"
        "<circle class=\"chart-point\" cx=\"36.67%\" cy=\"70.0\" r=\"5\"/>\n"
        "<text class=\"chart-tick\" x=\"62%\" y=\"142\" text-anchor=\"middle\">2023</text>\n"
        "<text class=\"chart-tick\" x=\"87.33%\" y=\"142\" text-anchor=\"middle\">2024</text>\n"
        "<circle class=\"chart-point chart-open\" cx=\"87.33%\" cy=\"18.0\" r=\"5\"/>\n"
        "</svg>");
}
