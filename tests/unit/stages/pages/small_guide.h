// A guide written in the test itself, derived and ready to be rendered.
#pragma once

#include "catch.h"
#include "stages/derive.h"
#include "stages/pages/page_view.h"
#include "stages/small_site.h"

namespace waymark {

class SmallGuide {
 public:
  explicit SmallGuide(SmallSite::Files files) : written_(files), site_(linked()) {}

  const Guide& operator*() const { return guide_; }

 private:
  Site linked() {
    std::optional<Site> site = written_.link();
    INFO(written_.messages());
    REQUIRE(site);
    return *std::move(site);
  }

  SmallSite written_;
  Site site_;
  Derived derived_ = derive(site_, {2026, 11, 21});
  RenderOptions options_{"https://example.org/guide/", {2026, 11, 21}, 1};
  Guide guide_{written_.sources, site_, derived_, options_};
};

inline std::pair<std::string, std::string> pay_sources() {
  return {"content/sources.toml",
          "[source.bureau]\ntitle = \"Wages\"\npublisher = \"The bureau\"\npublished = \"2025\"\n"
          "kind = \"official\"\n"
          "[source.survey]\ntitle = \"Pay survey\"\npublisher = \"A site\"\npublished = \"2025\"\n"
          "kind = \"survey\"\n"};
}

// A row of each for a tester, who names the occupation 15-1253.
inline std::pair<std::string, std::string> pay_of_testers() {
  return {"content/salaries/us.toml",
          "[[salary]]\nrole = \"tester\"\nregion = \"us\"\nyear = 2024\ncurrency = \"USD\"\n"
          "p25 = 70000\nmedian = 90000.5\nsample = 412\npopulation = \"full-time staff\"\n"
          "source = \"survey\"\n"
          "[[salary]]\noccupation = \"15-1253\"\ntitle = \"Testers\"\nregion = \"us\"\n"
          "year = 2024\ncurrency = \"USD\"\nmedian = 102610\np90 = \">= 239200\"\n"
          "population = \"employees\"\nsource = \"bureau\"\n"};
}

}  // namespace waymark
