#include "formats/url.h"

#include "catch.h"

using namespace waymark;

namespace {

std::string mistake(std::string_view url) {
  const auto found = external_mistake(url);
  return found ? found->message : "";
}

}  // namespace

TEST_CASE("a URL falls into path, query and fragment") {
  const UrlParts parts = split_url("a/b?c=d#e?f");
  CHECK(parts.path == "a/b");
  CHECK(parts.query == "?c=d");
  CHECK(parts.fragment == "#e?f");
}

TEST_CASE("a scheme is letters before a colon, in lower case") {
  CHECK(scheme_of("HTTPS://x") == "https");
  CHECK(scheme_of("a/b:c") == "");
  CHECK(scheme_of("1a:b") == "");
}

TEST_CASE("paths resolve against a folder and never leave the root") {
  CHECK(resolve_path("roles", "../skills/x.md") == "skills/x.md");
  CHECK(resolve_path("roles/a/", "./") == "roles/a/");
  CHECK(resolve_path("roles", "../../x") == std::nullopt);
  CHECK(resolve_path("roles", "..") == "");
}

TEST_CASE("a web URL has a scheme of the web and a host") {
  CHECK(is_web_url("https://example.org"));
  CHECK(is_web_url("http://127.0.0.1:8000/guide/"));
  for (const char* bad :
       {"https://", "https://example.org/a b/", "//example.org/", "mailto:a@b.example"}) {
    INFO(bad);
    CHECK_FALSE(is_web_url(bad));
  }
}

TEST_CASE("an external URL needs a host, an address or a number, and a known scheme") {
  for (const char* good : {"https://example.org", "HTTP://user@example.org:80/a?b#c",
                           "//cdn.example", "https://[::1]/", "https://bücher.example/",
                           "mailto:a@b.example?subject=x", "tel:+1-202-555-0100"}) {
    INFO(good);
    CHECK(mistake(good) == "");
  }
  CHECK(mistake("https:///roles/") == "\"https:///roles/\" is no web address");
  CHECK(mistake("https:example.org") == "\"https:example.org\" is no web address");
  CHECK(mistake("https://a b/") == "\"https://a b/\" is no web address");
  CHECK(mistake("//") == "\"//\" is no web address");
  CHECK(mistake("mailto:somebody") == "\"mailto:somebody\" is no mail address");
  CHECK(mistake("tel:x") == "\"tel:x\" is no telephone number");
  CHECK(mistake("javascript:alert(1)") == "links with \"javascript:\" are not published");
}
