#include "stages/pages/asset_names.h"

#include <algorithm>

#include "stages/pages/small_guide.h"
#include "stages/theme.h"

using namespace waymark;

namespace {

// The name of the style, made of these bytes.
std::string style(const std::string& bytes) {
  SmallSite small({site_settings(), taxonomies(), {"assets/style.css", bytes}});
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  return std::string(published_name(asset_names(small.sources, *site), "assets/style.css"));
}

Pages render_all(SmallSite& small, bool fingerprints) {
  add_theme(small.sources);
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  Pages pages = render(small.sources, *site, derive(*site, {2026, 11, 21}),
                       {"https://example.org/", {2026, 11, 21}, 1, fingerprints}, small.found);
  CHECK(small.messages() == "");
  return pages;
}

bool has_file(const Pages& pages, const std::string& path) {
  return std::any_of(pages.begin(), pages.end(),
                     [&](const Page& page) { return page.path == path; });
}

}  // namespace

TEST_CASE("a style's name changes with its bytes, and only with them") {
  const std::string name = style("p {}");
  CHECK(name == "assets/style.17ef5d88.css");
  CHECK(style("p {}") == name);
  CHECK(style("p { }") != name);
}

TEST_CASE("a file that others write down by its name keeps it") {
  SmallSite small({site_settings(),
                   taxonomies(),
                   {"assets/favicon.svg", "<svg/>"},
                   {"assets/own.css", "p {}"},
                   {"content/articles/style.css", "p {}"}});
  const std::optional<Site> site = small.link();
  REQUIRE(site);
  CHECK(asset_names(small.sources, *site).empty());
}

TEST_CASE("pages ask for a style by the name that it is published under") {
  const SmallSite::Files files = {site_settings(), taxonomies(), {"assets/style.css", "p {}"}};
  const std::string name = style("p {}");
  SmallSite small(files);
  const Pages pages = render_all(small, true);
  CHECK(has_file(pages, name));
  CHECK_FALSE(has_file(pages, "assets/style.css"));
  const auto home = std::find_if(pages.begin(), pages.end(),
                                 [](const Page& page) { return page.path == "index.html"; });
  CHECK(home->bytes.find("<link rel=\"stylesheet\" href=\"" + name + "\">") != std::string::npos);

  SmallSite previewed(files);
  CHECK(has_file(render_all(previewed, false), "assets/style.css"));
}
