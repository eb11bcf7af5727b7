#include "formats/html_links.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::string_view blanks = " \t\n\r\f";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool ends_element_name(char c) { return is_blank(c) || c == '/' || c == '>'; }
bool ends_attribute_name(char c) { return ends_element_name(c) || c == '='; }
bool ends_bare_value(char c) { return is_blank(c) || c == '>'; }

// `name` is in lower case.
bool is_name(std::string_view written, std::string_view name) {
  return written.size() == name.size() &&
         std::equal(written.begin(), written.end(), name.begin(), [](char a, char b) {
           return (is_ascii_letter(a) ? static_cast<char>(a | 0x20) : a) == b;
         });
}

template <std::size_t n>
bool is_one_of(std::string_view written, const std::array<std::string_view, n>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return is_name(written, name); });
}

// "&amp;" and its like, "&#39;", "&#x27;": what our own escapes and careful authors write.
std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> named{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  std::string result;
  while (true) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    result += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) return result;
    const std::size_t end = text.find(';');
    std::string_view name = text.substr(1, std::min(end, text.size()) - 1);
    const auto* known = std::find_if(named.begin(), named.end(),
                                     [&](const auto& entity) { return entity.first == name; });
    std::uint32_t code = known == named.end() ? 0 : static_cast<std::uint32_t>(known->second);
    if (name.starts_with('#')) {
      name.remove_prefix(1);
      const bool hex = name.starts_with('x') || name.starts_with('X');
      name.remove_prefix(hex ? 1 : 0);
      const auto [last, error] =
          std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
      if (error != std::errc() || last != name.data() + name.size()) code = 0;
    }
    if (end == std::string_view::npos || code == 0) {
      result += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(result, code);
      text.remove_prefix(end + 1);
    }
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  HtmlLinks scan() {
    while ((at_ = html_.find('<', at_)) < html_.size()) read_markup();
    std::sort(found_.anchors.begin(), found_.anchors.end());
    return std::move(found_);
  }

 private:
  char here() const { return at_ < html_.size() ? html_[at_] : '\0'; }
  bool at_end() const { return at_ >= html_.size(); }
  void skip_blanks() {
    while (is_blank(here())) ++at_;
  }
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }
  template <class IsEnd>
  std::string_view until(IsEnd is_end) {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_end(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  // At "<".
  void read_markup() {
    ++at_;
    if (html_.substr(at_).starts_with("!--")) {
      ++at_;  // <!--> is a whole comment
      return skip_past("-->");
    }
    if (here() == '!' || here() == '?' || here() == '/') return skip_past(">");
    if (is_ascii_letter(here())) read_tag();
  }

  void read_tag() {
    const std::string_view element = until(ends_element_name);
    while (true) {
      while (is_blank(here()) || here() == '/') ++at_;
      if (at_end()) return;
      if (here() == '>') break;
      read_attribute(element);
    }
    ++at_;
    constexpr std::array<std::string_view, 7> without_tags = {
        "script", "style", "title", "textarea", "xmp", "noembed", "noframes"};
    if (is_one_of(element, without_tags)) skip_element(element);
  }

  void skip_element(std::string_view element) {
    while ((at_ = html_.find("</", at_)) < html_.size()) {
      at_ += 2;
      if (is_name(html_.substr(at_, element.size()), ascii_lower(element))) return;
    }
  }

  void read_attribute(std::string_view element) {
    const std::size_t start = at_;
    if (here() == '=') ++at_;
    until(ends_attribute_name);
    const std::string_view name = html_.substr(start, at_ - start);
    skip_blanks();
    if (here() != '=') return;
    ++at_;
    skip_blanks();
    const char quote = here();
    const bool is_quoted = quote == '"' || quote == '\'';
    if (is_quoted) ++at_;
    const std::size_t begin = at_;
    const std::string_view value =
        is_quoted ? until([quote](char c) { return c == quote; }) : until(ends_bare_value);
    if (is_quoted && !at_end()) ++at_;
    keep(element, name, value, begin);
  }

  void keep(std::string_view element, std::string_view name, std::string_view value,
            std::size_t begin) {
    constexpr std::array<std::string_view, 6> links = {"href",       "src",    "action",
                                                       "formaction", "poster", "data"};
    if (is_name(name, "id") || (is_name(name, "name") && is_name(element, "a"))) {
      found_.anchors.push_back(decoded(value));
    } else if (is_one_of(name, links)) {
      add_link(value, begin);
    } else if (is_name(name, "srcset") || is_name(name, "imagesrcset")) {
      add_candidates(value, begin);
    }
  }

  void add_link(std::string_view value, std::size_t begin) {
    while (!value.empty() && is_blank(value.front())) {
      value.remove_prefix(1);
      ++begin;
    }
    while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
    found_.links.push_back({decoded(value), static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(begin + value.size())});
  }

  // "a.png 1x, b.png 2x": a URL ends at white space, or at a comma that ends the candidate.
  void add_candidates(std::string_view value, std::size_t begin) {
    for (std::size_t at = 0; (at = value.find_first_not_of(" \t\n\r\f,", at)) < value.size();) {
      const std::size_t end = std::min(value.find_first_of(blanks, at), value.size());
      std::string_view url = value.substr(at, end - at);
      const bool is_last = url.ends_with(',');
      while (url.ends_with(',')) url.remove_suffix(1);
      add_link(url, begin + at);
      at = is_last ? end : std::min(value.find(',', end), value.size());
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  HtmlLinks found_;
};

}  // namespace

HtmlLinks find_html_links(std::string_view html) { return Scanner(html).scan(); }

}  // namespace waymark
