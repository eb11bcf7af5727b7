#include "formats/toml.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"

namespace waymark {

namespace {

// Turns toml++'s places (line and column in code points, of the part) into bytes of the file.
class Places {
 public:
  Places(const Sources& sources, Span part) : text_(sources.text(part)), part_(part) {
    for (std::size_t at = 0; (at = text_.find('\n', at)) != std::string_view::npos;)
      lines_.push_back(++at);
  }

  Span span(const toml::source_region& region) {
    const std::uint32_t begin = offset(region.begin);
    return {part_.source, begin, std::max(begin, offset(region.end))};
  }

  std::uint32_t offset(toml::source_position position) {
    // Places are asked for in rising order, so that a long line is walked once.
    if (position.line != last_.line || position.column < last_.column) {
      last_ = {position.line, 1};
      last_offset_ = lines_[std::min<std::size_t>(position.line, lines_.size()) - 1];
    }
    last_offset_ +=
        offset_of_code_point(text_.substr(last_offset_), position.column - last_.column);
    last_ = position;
    return part_.begin + static_cast<std::uint32_t>(last_offset_);
  }

 private:
  std::string_view text_;
  Span part_;
  std::vector<std::size_t> lines_{0};
  toml::source_position last_{1, 1};
  std::size_t last_offset_ = 0;
};

Date date_of(const toml::date& date) { return {date.year, date.month, date.day}; }

class Converter {
 public:
  Converter(const Sources& sources, Span part) : sources_(sources), places_(sources, part) {}

  Table table(const toml::table& from) {
    std::vector<std::pair<const toml::key*, const toml::node*>> members;
    for (const auto& [key, node] : from) members.emplace_back(&key, &node);
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    Table result;
    result.reserve(members.size());
    for (const auto& [key, node] : members) {
      const Span key_span = places_.span(key->source());
      result.push_back({std::string(key->str()), key_span, value(*node)});
    }
    return result;
  }

 private:
  Value value(const toml::node& node) {
    Value result;
    result.span = places_.span(node.source());
    if (const auto* text = node.as_string()) {
      result.data = text->get();
    } else if (const auto* integer = node.as_integer()) {
      result.data = integer->get();
    } else if (const auto* number = node.as_floating_point()) {
      result.data = number->get();
    } else if (const auto* boolean = node.as_boolean()) {
      result.data = boolean->get();
    } else if (const auto* day = node.as_date()) {
      result.data = date_of(day->get());
    } else if (const auto* moment = node.as_date_time()) {
      result.data = date_of(moment->get().date);
    } else if (node.is_time()) {
      result.data = std::string(sources_.text(result.span));
    } else if (const auto* inner = node.as_table()) {
      result.data = table(*inner);
    } else if (const auto* list = node.as_array()) {
      Array values;
      values.reserve(list->size());
      for (const toml::node& item : *list) values.push_back(value(item));
      // toml++ stretches the array of `[[name]]` headers to the last of them; ours is the first.
      if (!values.empty() && values.front().span.begin == result.span.begin)
        result.span = values.front().span;
      result.data = std::move(values);
    }
    return result;
  }

  const Sources& sources_;
  Places places_;
};

}  // namespace

std::optional<Table> parse_toml(const Sources& sources, Span span, Diagnostics& out) {
  try {
    const toml::table root = toml::parse(sources.text(span));
    return Converter(sources, span).table(root);
  } catch (const toml::parse_error& error) {
    const std::uint32_t offset = Places(sources, span).offset(error.source().begin);
    out.error({span.source, offset, offset}, std::string(error.description()));
    return std::nullopt;
  }
}

}  // namespace waymark
