#include "model/urls.h"

#include <fstream>
#include <sstream>

#include "catch.h"

using namespace waymark;

TEST_CASE("each kind of record has its address") {
  CHECK(url_of(Kind::role, "ai-engineer") == "roles/ai-engineer/");
  CHECK(url_of(Kind::source, "bls") == "sources/#bls");
  CHECK(url_of(Kind::figure, "outlook") == "sources/#figure-outlook");
  CHECK(file_of("") == "index.html");
  CHECK(file_of("roles/ai-engineer/#pay") == "roles/ai-engineer/index.html");
  CHECK(file_of("sitemap.xml") == "sitemap.xml");
}

TEST_CASE("relative links hold below any base path") {
  CHECK(relative_url("", "roles/") == "roles/");
  CHECK(relative_url("roles/x/", "") == "../../");
  CHECK(relative_url("roles/x/", "roles/y/") == "../y/");
  CHECK(relative_url("roles/x/", "skills/y/#z") == "../../skills/y/#z");
  CHECK(relative_url("roles/", "roles/x/") == "x/");
  CHECK(relative_url("roles/x/", "roles/") == "../");
  CHECK(relative_url("roles/xy/", "roles/xz/") == "../xz/");
  CHECK(relative_url("404.html", "assets/style.css") == "assets/style.css");
}

TEST_CASE("a page links to itself by its anchor alone") {
  CHECK(relative_url("roles/x/", "roles/x/") == "./");
  CHECK(relative_url("roles/x/", "roles/x/#pay") == "#pay");
  CHECK(relative_url("", "") == "./");
}

TEST_CASE("an absolute address has one slash behind the base") {
  CHECK(absolute_url("https://example.org", "roles/") == "https://example.org/roles/");
  CHECK(absolute_url("https://example.org/repo/", "") == "https://example.org/repo/");
}

TEST_CASE("a page that is made from records is there only where there are some") {
  Catalog catalog;
  CHECK(has_section(catalog, "roles/"));
  for (const char* url : {"certifications/calendar/", "compare/", "paths/", "skills/matrix/",
                          "titles/", "disputes/"}) {
    INFO(url);
    CHECK_FALSE(has_section(catalog, url));
  }
  catalog.roles.resize(2);
  CHECK(has_section(catalog, "compare/"));
  CHECK_FALSE(has_section(catalog, "skills/matrix/"));
  catalog.roles.front().skills.emplace_back();
  CHECK(has_section(catalog, "skills/matrix/"));
  catalog.titles.emplace_back();
  CHECK(has_section(catalog, "titles/"));
}

TEST_CASE("the sections that links may lead to are those of the templates") {
  const std::string folder = std::string(WAYMARK_SOURCE_DIR) + "/templates/";
  const auto text_of = [&](const std::string& name) {
    std::ostringstream text;
    text << std::ifstream(folder + name + ".html").rdbuf();
    return text.str();
  };
  const std::string partials = text_of("partials/notes") + text_of("partials/mentions") +
                               text_of("partials/related-roles") + text_of("partials/roadmap");
  for (const Kind kind :
       {Kind::article, Kind::role, Kind::skill, Kind::certification, Kind::page}) {
    const std::string page = text_of(std::string(kind_name(kind))) + partials;
    CHECK_FALSE(section_ids(kind).empty());
    for (const std::string_view id : section_ids(kind)) {
      INFO(kind_name(kind) << " " << id);
      CHECK(page.find("id=\"" + std::string(id) + "\"") != std::string::npos);
    }
  }
}
