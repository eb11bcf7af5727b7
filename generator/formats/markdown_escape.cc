#include "formats/markdown_escape.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace waymark {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

// The tag filter: whether `html` begins with a tag that the specification lists.
bool is_filtered_tag(std::string_view html) {
  constexpr std::array<std::string_view, 9> names = {
      "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"};
  html.remove_prefix(html.starts_with("</") ? 2 : 1);
  const std::size_t length = std::min(html.find_first_of(" \t\n\v\f\r/>"), html.size());
  const std::string_view rest = html.substr(length);
  if (rest.empty() || (rest.front() == '/' && !rest.starts_with("/>"))) return false;
  if (length > 9) return false;
  return std::find(names.begin(), names.end(), ascii_lower(html.substr(0, length))) != names.end();
}

}  // namespace

void append_markdown_text(std::string_view text, std::string& out) {
  std::size_t begin = 0;  // of what is copied as it is
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view escape = entity(text[i]);
    if (escape.empty()) continue;
    out += text.substr(begin, i - begin);
    out += escape;
    begin = i + 1;
  }
  out += text.substr(begin);
}

void append_markdown_url(std::string_view url, std::string& out) {
  constexpr std::string_view safe = "-_.+!*(),%#@?=;:/$~";
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (const char c : url) {
    if (is_digit(c) || is_ascii_letter(c) || safe.find(c) != safe.npos) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
}

void append_filtered_html(std::string_view html, std::string& out) {
  std::size_t begin = 0;
  for (std::size_t i = html.find('<'); i != html.npos; i = html.find('<', i + 1)) {
    if (!is_filtered_tag(html.substr(i))) continue;
    out += html.substr(begin, i - begin);
    out += "&lt;";
    begin = i + 1;
  }
  out += html.substr(begin);
}

}  // namespace waymark
