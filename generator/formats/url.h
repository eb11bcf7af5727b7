// URLs as links write them: their parts, and what is wrong with one that leads out of the site.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

struct UrlParts {
  std::string_view path;
  std::string_view query;     // with its "?"
  std::string_view fragment;  // with its "#"
};

UrlParts split_url(std::string_view url);
// "https" of "HTTPS://...", or empty.
std::string scheme_of(std::string_view url);
std::string percent_decoded(std::string_view text);
// "roles" + "../skills/x.md" -> "skills/x.md"; nothing for what leads above the root. A slash at
// the end stays.
std::optional<std::string> resolve_path(std::string_view folder, std::string_view path);

struct UrlMistake {
  std::string message;
  std::string note;
};

// Syntax and scheme of a URL that has a scheme or begins with "//"; nothing is asked of the net.
std::optional<UrlMistake> external_mistake(std::string_view url);
// "https://example.org/x", "http://...".
bool is_web_url(std::string_view url);

}  // namespace waymark
