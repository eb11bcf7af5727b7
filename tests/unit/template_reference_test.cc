#include "template_reference.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "catch.h"
#include "formats/picture.h"

using namespace waymark;

namespace {

const std::string path = WAYMARK_SOURCE_DIR "/docs/templates.md";

std::string written() {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  std::istringstream stream(text);
  Lines lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The first line in which two texts differ, of each; a whole document says too much.
std::pair<std::string, std::string> first_difference(const std::string& one,
                                                     const std::string& other) {
  Lines ours = lines_of(one), theirs = lines_of(other);
  ours.resize(std::max(ours.size(), theirs.size()), "the end");
  theirs.resize(ours.size(), "the end");
  const auto [a, b] = std::mismatch(ours.begin(), ours.end(), theirs.begin());
  return a == ours.end() ? std::pair<std::string, std::string>() : std::pair(*a, *b);
}

bool has_table(const std::string& document, const std::string& name) {
  return document.find("<!-- template " + name + " -->") != std::string::npos;
}

}  // namespace

TEST_CASE("docs/templates.md lists every value that a template is given") {
  if (!can_draw()) return;  // and so no cards
  const std::string document = written();
  const std::string expected = reference_of(document, find_template_values(), read_templates());
  if (std::getenv("WAYMARK_UPDATE") != nullptr) {
    std::ofstream(path, std::ios::binary) << expected;
    return;
  }
  INFO("run with WAYMARK_UPDATE=1 to write the tables anew");
  const auto [found, due] = first_difference(document, expected);
  CHECK(found == due);
}

TEST_CASE("docs/templates.md has a section for every page template and shortcode") {
  const std::string document = written();
  for (const auto& [name, facts] : read_templates()) {
    if (name.starts_with("partials/")) continue;
    INFO(name);
    CHECK(has_table(document, name));
  }
}
