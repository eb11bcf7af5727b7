#include "template_reference.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.h"

using namespace waymark;

namespace {

const std::string path = WAYMARK_SOURCE_DIR "/docs/templates.md";

std::string written() {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_table(const std::string& document, const std::string& name) {
  return document.find("<!-- template " + name + " -->") != std::string::npos;
}

}  // namespace

TEST_CASE("docs/templates.md lists every value that a template is given") {
  const std::string document = written();
  const std::string expected = reference_of(document, find_template_values(), read_templates());
  if (std::getenv("WAYMARK_UPDATE") != nullptr)
    std::ofstream(path, std::ios::binary) << expected;
  else
    CHECK(document == expected);  // else run with WAYMARK_UPDATE=1
}

TEST_CASE("docs/templates.md has a section for every page template and shortcode") {
  const std::string document = written();
  for (const auto& [name, facts] : read_templates()) {
    if (name.starts_with("partials/")) continue;
    INFO(name);
    CHECK(has_table(document, name));
  }
}
