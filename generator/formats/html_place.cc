#include "formats/html_place.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace waymark {
namespace {

using Place = HtmlPlace;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_space(c) || c == '/' || c == '>'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t n>
bool is_one_of(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

HtmlAttribute attribute_kind(std::string_view name) {
  constexpr std::array<std::string_view, 13> urls = {
      "action",   "background", "cite", "data",   "formaction", "href",  "imagesrcset",
      "longdesc", "manifest",   "ping", "poster", "src",        "srcset"};
  if (name.starts_with("on")) return HtmlAttribute::event;
  if (name == "style") return HtmlAttribute::style;
  if (name == "srcdoc") return HtmlAttribute::document;
  return is_one_of(name, urls) || name == "xlink:href" ? HtmlAttribute::url : HtmlAttribute::plain;
}

Place text_place(std::string_view element) {
  constexpr std::array<std::string_view, 7> raw = {"script",  "style",    "xmp",      "iframe",
                                                   "noembed", "noframes", "plaintext"};
  if (is_one_of(element, raw)) return Place::raw_text;
  return element == "title" || element == "textarea" ? Place::escapable_text : Place::text;
}

bool in_tag(Place place) {
  return place == Place::tag_name || place == Place::tag || place == Place::attribute_name ||
         place == Place::after_name || place == Place::before_value || place == Place::unquoted ||
         place == Place::quoted;
}

}  // namespace

bool HtmlReader::read(std::string_view html) {
  const bool goes_on = cut_ && place_ == Place::tag && !html.empty() && !ends_name(html.front());
  const bool reported = broken_;
  broken_ = broken_ || goes_on;
  cut_ = false;
  for (const char c : html) read(c);
  return !goes_on || reported;
}

void HtmlReader::read(char c) {
  switch (place_) {
    case Place::text:
      if (c == '<') {
        place_ = Place::tag_open;
        closing_ = false;
      }
      return;
    case Place::tag_open:
      return read_tag_open(c);
    case Place::tag_name:
      if (ends_name(c)) return read_tag(c);
      element_ += lower(c);
      return;
    case Place::tag:
      return read_tag(c);
    case Place::attribute_name:
    case Place::after_name:
      return read_name(c);
    case Place::before_value:
      return read_before_value(c);
    case Place::unquoted:
      if (is_space(c) || c == '>') read_tag(c);
      return;
    case Place::quoted:
      return read_quoted(c);
    case Place::comment:
      return read_until(c, "-->");
    case Place::declaration:
      tail_ += c;
      if (tail_ == "--") {  // also kept as the tail: <!--> is a whole comment
        place_ = Place::comment;
      } else if (c == '>') {
        place_ = Place::text;
      }
      return;
    case Place::raw_text:
    case Place::escapable_text:
      return read_element_text(c);
  }
}

void HtmlReader::read_tag_open(char c) {
  if (is_ascii_letter(c)) {
    place_ = Place::tag_name;
    element_ = lower(c);
    linked_data_ = false;
  } else if (c == '/' && !closing_) {
    closing_ = true;
  } else if (c == '!' || c == '?' || closing_) {
    place_ = c == '>' ? Place::text : Place::declaration;
    tail_.clear();
  } else if (c != '<') {
    place_ = Place::text;
  }
}

void HtmlReader::read_tag(char c) {
  if (c == '>') return end_tag();
  if (is_space(c) || c == '/') {
    place_ = Place::tag;
    return;
  }
  place_ = Place::attribute_name;
  name_ = lower(c);
}

void HtmlReader::read_name(char c) {
  if (c == '=') {
    place_ = Place::before_value;
  } else if (c == '>' || c == '/') {
    read_tag(c);
  } else if (is_space(c)) {
    place_ = Place::after_name;
  } else if (place_ == Place::after_name) {
    read_tag(c);
  } else {
    name_ += lower(c);
  }
}

void HtmlReader::read_before_value(char c) {
  if (is_space(c)) return;
  if (c == '>') return end_tag();
  if (c == '"' || c == '\'') return begin_value(c);
  place_ = Place::unquoted;
}

void HtmlReader::begin_value(char quote) {
  place_ = Place::quoted;
  quote_ = quote;
  attribute_ = attribute_kind(name_);
  value_.clear();
  url_settled_ = false;
}

void HtmlReader::read_quoted(char c) {
  if (c == quote_) {
    place_ = Place::tag;
    if (element_ == "script" && name_ == "type") linked_data_ = value_ == "application/ld+json";
    return;
  }
  if (c == ':' || c == '/' || c == '?' || c == '#') url_settled_ = true;
  if (name_ == "type") value_ += c;
}

void HtmlReader::read_until(char c, std::string_view end) {
  tail_ += c;
  if (tail_.ends_with(end)) {
    place_ = Place::text;
  } else if (tail_.size() >= end.size()) {
    tail_.erase(0, 1);
  }
}

// "</script" and then what may follow a name; anything else is text.
void HtmlReader::read_element_text(char c) {
  if (c == '<') {
    tail_ = c;
    return;
  }
  if (tail_.empty()) return;
  const std::string end = "</" + element_;
  if (tail_ == end && ends_name(c)) {
    closing_ = true;
    linked_data_ = false;
    return read_tag(c);
  }
  tail_ += lower(c);
  if (!end.starts_with(tail_)) tail_.clear();
}

void HtmlReader::end_tag() {
  place_ = closing_ ? Place::text : text_place(element_);
  tail_.clear();
  broken_ = false;
}

void HtmlReader::read_value() {
  cut_ = false;
  tail_.clear();
  value_ += '?';
  if (place_ == Place::before_value) place_ = Place::unquoted;
}

void HtmlReader::cut() {
  if (place_ == Place::tag_name || place_ == Place::attribute_name || place_ == Place::after_name) {
    place_ = Place::tag;
    cut_ = true;
  }
  if (place_ == Place::quoted) value_ += '?';
}

bool HtmlReader::same_place(const HtmlReader& other) const {
  if (place_ != other.place_) return false;
  if (place_ == Place::quoted && (quote_ != other.quote_ || name_ != other.name_)) return false;
  if (in_tag(place_) && closing_ != other.closing_) return false;
  return place_ == Place::text || place_ == Place::comment || place_ == Place::declaration ||
         place_ == Place::tag_open || element_ == other.element_;
}

bool HtmlReader::same_escape(const HtmlReader& other) const {
  if (place_ != Place::quoted) return same_place(other);
  return other.place_ == place_ && other.quote_ == quote_ && other.attribute_ == attribute_;
}

void HtmlReader::join(const HtmlReader& other) {
  url_settled_ = url_settled_ && other.url_settled_;
  linked_data_ = linked_data_ && other.linked_data_;
  cut_ = cut_ || other.cut_;
  if (value_ != other.value_) value_ += '?';
}

std::string HtmlReader::describe() const {
  switch (place_) {
    case Place::text:
      return "text";
    case Place::comment:
      return "a comment";
    case Place::declaration:
      return "a declaration";
    case Place::unquoted:
    case Place::before_value:
    case Place::quoted:
      return "an attribute";
    case Place::raw_text:
    case Place::escapable_text:
      return "<" + element_ + ">";
    default:
      return "a tag";
  }
}

}  // namespace waymark
