#include "formats/picture.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/parallel.h"
#include "catch.h"

using namespace waymark;

namespace {

std::string svg(const std::string& content) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">"
         "<rect width=\"1200\" height=\"630\" fill=\"#fdfcf9\"/>" +
         content + "</svg>";
}

std::string drawn(const std::string& content) {
  const auto png = draw_png(svg(content));
  INFO((png ? "" : png.failure().message));
  REQUIRE(png);
  return *png;
}

// A number of PNG's, the first byte first.
unsigned number_at(const std::string& png, std::size_t at) {
  unsigned number = 0;
  for (const char byte : png.substr(at, 4)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

enum ColorType { true_color = 2, palette = 3 };
int color_type(const std::string& png) { return png.at(25); }

const std::string words =
    "<text x=\"80\" y=\"200\" font-size=\"72\">Q&amp;A <tspan fill=\"#0a5a69\">here</tspan></text>";

}  // namespace

TEST_CASE("a picture is a PNG of 1200 by 630") {
  const std::string png = drawn(words);
  CHECK(png.starts_with("\x89PNG\r\n"));
  CHECK(number_at(png, 16) == 1200);
  CHECK(number_at(png, 20) == 630);
  CHECK(png != drawn(""));
}

TEST_CASE("text on an area needs a palette and few bytes, a photograph gets all its colours") {
  const std::string png = drawn(words);
  CHECK(color_type(png) == palette);
  CHECK(png.find("\xFD\xFC\xF9") != std::string::npos);  // the area as it was asked for
  CHECK(color_type(
            drawn("<linearGradient id=\"g\"><stop stop-color=\"#f00\"/><stop offset=\"0.5\" "
                  "stop-color=\"#0f0\"/><stop offset=\"1\" stop-color=\"#00f\"/>"
                  "</linearGradient><rect width=\"1200\" height=\"630\" fill=\"url(#g)\"/>")) ==
        true_color);
}

TEST_CASE("any number of threads draw the same bytes") {
  std::vector<std::string> pictures(6);
  for_each_index(pictures.size(), 3, [&](std::size_t i) { pictures[i] = *draw_png(svg(words)); });
  for (const std::string& png : pictures) CHECK(png == pictures.front());
}

TEST_CASE("a picture shows no file of the machine") {
  const auto file = std::filesystem::temp_directory_path() / "waymark_picture_test.svg";
  std::ofstream(file) << svg("<rect width=\"1200\" height=\"630\" fill=\"red\"/>");
  const std::string png =
      drawn("<image href=\"file://" + file.string() + "\" width=\"1200\" height=\"630\"/>");
  std::filesystem::remove(file);
  CHECK(png == drawn(""));
}

TEST_CASE("what is no SVG is not drawn") {
  CHECK_FALSE(svg_mistake(svg(words)));
  CHECK(svg_mistake(svg("<text>")));
  CHECK(svg_mistake("<p>Hello</p>"));
  CHECK(svg_mistake(""));
  CHECK_FALSE(draw_png(svg("<text>")));
}
