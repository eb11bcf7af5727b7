#include "formats/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace waymark {

namespace {

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Letters of any alphabet, digits, and what may part them; "[" begins an IPv6 address.
bool is_host(std::string_view host) {
  const auto is_name = [](char c) {
    return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  if (host.empty() || !(is_name(host.front()) || host.front() == '[')) return false;
  return std::all_of(host.begin(), host.end(), [&](char c) {
    return is_name(c) || std::string_view("-._~%:[]").find(c) != std::string_view::npos;
  });
}

// What follows "https:".
bool is_web_address(std::string_view rest) {
  if (!rest.starts_with("//")) return false;
  rest.remove_prefix(2);
  std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (const auto user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  const auto is_broken = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; };
  return is_host(host) && std::none_of(rest.begin(), rest.end(), is_broken);
}

bool is_mail_address(std::string_view address) {
  const std::size_t at = address.find('@');
  return at != 0 && at != std::string_view::npos && is_host(address.substr(at + 1));
}

}  // namespace

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  const std::size_t hash = std::min(url.find('#'), url.size());
  parts.fragment = url.substr(hash);
  const std::size_t mark = std::min(url.find('?'), hash);
  parts.query = url.substr(mark, hash - mark);
  parts.path = url.substr(0, mark);
  return parts;
}

std::string scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_ascii_letter(url[0])) return {};
  const std::string_view scheme = url.substr(0, colon);
  const bool plain = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return plain ? ascii_lower(scheme) : std::string();
}

std::string percent_decoded(std::string_view text) {
  const std::size_t first = std::min(text.find('%'), text.size());
  std::string decoded(text.substr(0, first));
  for (std::size_t i = first; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                           hex_digit(text[i + 2]) >= 0;
    if (is_escape) {
      decoded += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::optional<std::string> resolve_path(std::string_view folder, std::string_view path) {
  std::string resolved;
  for (std::string_view text : {folder, path}) {
    while (!text.empty()) {
      const std::size_t slash = std::min(text.find('/'), text.size());
      const std::string_view part = text.substr(0, slash);
      text.remove_prefix(std::min(slash + 1, text.size()));
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        resolved.append(part).append("/");
      } else if (resolved.empty()) {
        return std::nullopt;
      } else {
        resolved.resize(resolved.find_last_of('/', resolved.size() - 2) + 1);
      }
    }
  }
  if (!path.ends_with('/') && !resolved.empty()) resolved.pop_back();
  return resolved;
}

std::optional<UrlMistake> external_mistake(std::string_view url) {
  const std::string scheme = scheme_of(url);
  const std::string_view rest = url.substr(scheme.empty() ? 0 : scheme.size() + 1);
  if (scheme.empty() || scheme == "http" || scheme == "https") {
    if (is_web_address(rest)) return std::nullopt;
    return UrlMistake{fmt::format("\"{}\" is no web address", url),
                      "write it as in https://example.org/guide/, without blanks"};
  }
  if (scheme == "mailto") {
    if (is_mail_address(rest.substr(0, rest.find('?')))) return std::nullopt;
    return UrlMistake{fmt::format("\"{}\" is no mail address", url),
                      "write it as in mailto:name@example.org"};
  }
  if (scheme == "tel") {
    if (std::any_of(rest.begin(), rest.end(), is_digit)) return std::nullopt;
    return UrlMistake{fmt::format("\"{}\" is no telephone number", url),
                      "write it as in tel:+1-202-555-0100"};
  }
  return UrlMistake{fmt::format("links with \"{}:\" are not published", scheme),
                    "use https:, http:, mailto: or tel:"};
}

bool is_web_url(std::string_view url) {
  const std::string scheme = scheme_of(url);
  return (scheme == "http" || scheme == "https") && !external_mistake(url);
}

}  // namespace waymark
