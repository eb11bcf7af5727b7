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

namespace {

// The lines of a chart of one row on an axis from 0 to 200, below its tick texts and grid.
std::string drawn(ChartRow row) {
  std::string html;
  append_chart({.id = "C",
                .title = "Title",
                .description = "Description",
                .rows = {std::move(row)},
                .ticks = {{200, "200"}}},
               html);
  const std::size_t grid = html.find("<line class=\"chart-line\"");
  const std::size_t begin = html.find('\n', grid) + 1;
  return html.substr(begin, html.find("</svg>") - begin);
}

}  // namespace

TEST_CASE("a chart names itself, and places its rows in shares of its width") {
  std::string html;
  append_chart(
      {.id = "Pay",
       .title = "Pay & more",
       .description = "Two <rows>",
       .rows =
           {{.label = "Tester", .text = "$50", .low = {{25}}, .middle = {{50}}, .high = {{75}}},
            {.label = "\"Lead\"", .text = "$80", .low = {{60}}, .middle = {{80}}, .high = {{100}}}},
       .ticks = {{0, "$0"}, {100, "$100"}}},
      html);
  CHECK(html ==
        "<svg class=\"chart\" width=\"100%\" height=\"130\" role=\"img\" "
        "aria-labelledby=\"Pay-title Pay-desc\">\n"
        "<title id=\"Pay-title\">Pay &amp; more</title>\n"
        "<desc id=\"Pay-desc\">Two &lt;rows&gt;</desc>\n"
        "<text class=\"chart-tick\" x=\"0%\" y=\"122\" text-anchor=\"start\">$0</text>\n"
        "<text class=\"chart-tick\" x=\"100%\" y=\"122\" text-anchor=\"end\">$100</text>\n"
        "<text class=\"chart-label\" x=\"0\" y=\"18\">Tester "
        "<tspan class=\"chart-value\">$50</tspan></text>\n"
        "<line class=\"chart-line\" x1=\"0%\" x2=\"0%\" y1=\"23\" y2=\"43\"/>\n"
        "<line class=\"chart-line\" x1=\"100%\" x2=\"100%\" y1=\"23\" y2=\"43\"/>\n"
        "<rect class=\"chart-range\" x=\"25%\" y=\"27\" width=\"50%\" height=\"12\"/>\n"
        "<line class=\"chart-middle\" x1=\"50%\" x2=\"50%\" y1=\"23\" y2=\"43\"/>\n"
        "<text class=\"chart-label\" x=\"0\" y=\"70\">&quot;Lead&quot; "
        "<tspan class=\"chart-value\">$80</tspan></text>\n"
        "<line class=\"chart-line\" x1=\"0%\" x2=\"0%\" y1=\"75\" y2=\"95\"/>\n"
        "<line class=\"chart-line\" x1=\"100%\" x2=\"100%\" y1=\"75\" y2=\"95\"/>\n"
        "<rect class=\"chart-range\" x=\"60%\" y=\"79\" width=\"40%\" height=\"12\"/>\n"
        "<line class=\"chart-middle\" x1=\"80%\" x2=\"80%\" y1=\"75\" y2=\"95\"/>\n"
        "</svg>");
}

TEST_CASE("an outer range is a thin line on both sides of the bar, with an end each") {
  CHECK(drawn({.label = "All",
               .lowest = {{20}},
               .low = {{50}},
               .middle = {{100}},
               .high = {{150}},
               .highest = {{180}}}) ==
        "<line class=\"chart-outer\" x1=\"10%\" x2=\"10%\" y1=\"29\" y2=\"37\"/>\n"
        "<line class=\"chart-outer\" x1=\"10%\" x2=\"25%\" y1=\"33\" y2=\"33\"/>\n"
        "<line class=\"chart-outer\" x1=\"75%\" x2=\"90%\" y1=\"33\" y2=\"33\"/>\n"
        "<line class=\"chart-outer\" x1=\"90%\" x2=\"90%\" y1=\"29\" y2=\"37\"/>\n"
        "<rect class=\"chart-range\" x=\"25%\" y=\"27\" width=\"50%\" height=\"12\"/>\n"
        "<line class=\"chart-middle\" x1=\"50%\" x2=\"50%\" y1=\"23\" y2=\"43\"/>\n");
}

TEST_CASE("a highest value that is only a floor leaves the line open to the end of the axis") {
  CHECK(drawn({.label = "Open", .high = {{100}}, .highest = {{150, true}}}) ==
        "<line class=\"chart-outer\" x1=\"50%\" x2=\"75%\" y1=\"33\" y2=\"33\"/>\n"
        "<line class=\"chart-outer chart-open\" x1=\"75%\" x2=\"100%\" y1=\"33\" y2=\"33\"/>\n");
}

TEST_CASE("a bar whose high end is only a floor is open, and nothing is drawn beyond it") {
  CHECK(drawn({.label = "Open",
               .low = {{50}},
               .middle = {{150, true}},
               .high = {{150, true}},
               .highest = {{150, true}}}) ==
        "<rect class=\"chart-range\" x=\"25%\" y=\"27\" width=\"50%\" height=\"12\"/>\n"
        "<rect class=\"chart-range chart-open\" x=\"75%\" y=\"27\" width=\"25%\" "
        "height=\"12\"/>\n");
}

TEST_CASE("what is missing is not drawn, and the line goes to what there is") {
  CHECK(drawn({.label = "Nothing", .text = "too few (n = 12)"}).empty());
  CHECK(drawn({.label = "No bar", .lowest = {{50}}, .middle = {{100}}}) ==
        "<line class=\"chart-outer\" x1=\"25%\" x2=\"25%\" y1=\"29\" y2=\"37\"/>\n"
        "<line class=\"chart-outer\" x1=\"25%\" x2=\"50%\" y1=\"33\" y2=\"33\"/>\n"
        "<line class=\"chart-middle\" x1=\"50%\" x2=\"50%\" y1=\"23\" y2=\"43\"/>\n");
  CHECK(drawn({.label = "Outer only", .lowest = {{50}}, .highest = {{100}}}) ==
        "<line class=\"chart-outer\" x1=\"25%\" x2=\"25%\" y1=\"29\" y2=\"37\"/>\n"
        "<line class=\"chart-outer\" x1=\"25%\" x2=\"50%\" y1=\"33\" y2=\"33\"/>\n"
        "<line class=\"chart-outer\" x1=\"50%\" x2=\"50%\" y1=\"29\" y2=\"37\"/>\n");
}

TEST_CASE("a group has a heading above its first row, and moves what follows down") {
  std::string html;
  append_chart({.id = "C",
                .title = "Title",
                .description = "Description",
                .rows = {{.group = "A & B", .label = "one"},
                         {.label = "two", .is_second = true, .low = {{50}}, .high = {{100}}}},
                .ticks = {{100, "100"}}},
               html);
  const auto has = [&](std::string_view part) { return html.find(part) != std::string::npos; };
  CHECK(has(" height=\"164\" "));
  CHECK(has("<text class=\"chart-group\" x=\"0\" y=\"24\">A &amp; B</text>\n"));
  CHECK(has("<text class=\"chart-label\" x=\"0\" y=\"52\">one "));
  CHECK(has("<text class=\"chart-label\" x=\"0\" y=\"104\">two "));
  CHECK(has("<rect class=\"chart-range chart-second\" x=\"50%\" y=\"113\" "));
}

TEST_CASE("a long label takes lines of its own, and moves its bar down") {
  std::string html;
  append_chart({.id = "C",
                .title = "Title",
                .description = "Description",
                .rows = {{.label = "Computer and Information Systems Managers",
                          .text = "$1",
                          .low = {{50}},
                          .high = {{100}}}},
                .ticks = {{100, "100"}}},
               html);
  const auto has = [&](std::string_view part) { return html.find(part) != std::string::npos; };
  CHECK(has(" height=\"96\" "));
  CHECK(
      has("<text class=\"chart-label\" x=\"0\" y=\"18\">Computer and Information</text>\n"
          "<text class=\"chart-label\" x=\"0\" y=\"36\">Systems Managers "
          "<tspan class=\"chart-value\">$1</tspan></text>\n"));
  CHECK(has("<rect class=\"chart-range\" x=\"50%\" y=\"45\" "));
}
