#include "stages/shortcodes/youtube.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace waymark {

namespace {

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "watch?list=x&v=ID" -> "ID..."
std::string_view query_value(std::string_view url, std::string_view key) {
  for (std::size_t at = url.find('?'); at != url.npos; at = url.find('&', at + 1)) {
    std::string_view rest = url.substr(at + 1);
    if (drop_prefix(rest, key)) return rest;
  }
  return {};
}

// What follows the id in an address is dropped.
std::optional<std::string> id_at_start(std::string_view text) {
  constexpr std::size_t length = 11;
  const std::string_view id = text.substr(0, length);
  const auto is_part = [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
  };
  const bool is_whole = id.size() == length && std::all_of(id.begin(), id.end(), is_part);
  const std::string_view rest = text.substr(id.size());
  const bool ends = rest.empty() || std::string_view("?&#/").find(rest.front()) != rest.npos;
  if (!is_whole || !ends) return std::nullopt;
  return std::string(id);
}

}  // namespace

std::optional<std::string> youtube_id(std::string_view text) {
  constexpr std::array<std::string_view, 4> folders{"embed/", "shorts/", "live/", "v/"};
  if (!drop_prefix(text, "https://") && !drop_prefix(text, "http://")) {
    const auto id = id_at_start(text);
    return id && id->size() == text.size() ? id : std::nullopt;
  }
  if (drop_prefix(text, "youtu.be/")) return id_at_start(text);
  if (!drop_prefix(text, "www.")) drop_prefix(text, "m.");
  if (!drop_prefix(text, "youtube.com/") && !drop_prefix(text, "youtube-nocookie.com/"))
    return std::nullopt;
  for (const std::string_view folder : folders)
    if (drop_prefix(text, folder)) return id_at_start(text);
  return text.starts_with("watch?") ? id_at_start(query_value(text, "v=")) : std::nullopt;
}

}  // namespace waymark
