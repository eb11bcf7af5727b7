#include "formats/html.h"

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
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The start of a URL as a browser reads it: in lower case, without white space and control
// characters. (It drops some of them in some places; dropping all everywhere is never less strict.)
// Long enough for what is asked of it, and no allocation.
struct UrlStart {
  explicit UrlStart(std::string_view url) {
    for (const char c : url) {
      if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f') continue;
      if (size == chars.size()) return;
      chars[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  std::string_view text() const { return {chars.data(), size}; }

  std::array<char, 32> chars{};
  std::size_t size = 0;
};

bool is_raster_image(std::string_view data_url) {
  constexpr std::array types = {"avif", "bmp", "gif", "jpeg", "jpg", "png", "webp", "x-icon"};
  constexpr std::string_view prefix = "data:image/";
  if (!data_url.starts_with(prefix)) return false;
  const std::string_view rest = data_url.substr(prefix.size());
  const std::string_view type = rest.substr(0, rest.find_first_of(";,"));
  return std::find(types.begin(), types.end(), type) != types.end();
}

constexpr std::array<bool, 256> kUrlCharacters = [] {
  std::array<bool, 256> may_stand{};
  for (const char c : std::string_view("-._~:/?#[]@!$&'()*+,;=0123456789"
                                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    may_stand[static_cast<unsigned char>(c)] = true;
  return may_stand;
}();

bool may_stand_in_url(char c) { return kUrlCharacters[static_cast<unsigned char>(c)]; }

}  // namespace

void append_escaped(std::string_view text, std::string& html) {
  std::size_t begin = 0;  // of what is copied as it is
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] > '>' || text[i] == ' ') continue;  // nearly always
    const std::string_view replacement = entity(text[i]);
    if (replacement.empty()) continue;
    html.append(text, begin, i - begin);
    html += replacement;
    begin = i + 1;
  }
  html.append(text, begin);
}

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  append_escaped(text, html);
  return html;
}

bool is_safe_url(std::string_view url) {
  if (url.find(':') == url.npos) return true;
  const UrlStart start(url);
  const std::string_view seen = start.text();
  if (seen.starts_with("data:")) return is_raster_image(seen);
  for (const std::string_view scheme : {"javascript:", "vbscript:", "file:"}) {
    if (seen.starts_with(scheme)) return false;
  }
  return true;
}

std::string encoded_url(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto first = static_cast<std::size_t>(
      std::find_if_not(url.begin(), url.end(), may_stand_in_url) - url.begin());
  std::string encoded(url.substr(0, first));
  for (std::size_t i = first; i < url.size(); ++i) {
    const char c = url[i];
    const bool escape =
        c == '%' && i + 2 < url.size() && is_hex_digit(url[i + 1]) && is_hex_digit(url[i + 2]);
    if (escape || may_stand_in_url(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

}  // namespace waymark
