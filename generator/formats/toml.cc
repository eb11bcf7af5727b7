#include "formats/toml.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"
#include "formats/toml_mistake.h"

namespace waymark {

namespace {

// Turns toml++'s places (line and column in code points) into offsets of bytes.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    for (std::size_t at = 0; (at = text_.find('\n', at)) != std::string_view::npos;)
      lines_.push_back(++at);
  }

  std::size_t offset(toml::source_position position) {
    // Places are asked for in rising order, so that a long line is walked once.
    if (position.line != last_.line || position.column < last_.column) {
      last_ = {position.line, 1};
      offset_ = lines_[std::min<std::size_t>(position.line, lines_.size()) - 1];
    }
    offset_ += offset_of_code_point(text_.substr(offset_), position.column - last_.column);
    last_ = position;
    return offset_;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_{0};
  toml::source_position last_{1, 1};
  std::size_t offset_ = 0;
};

Span within(Span part, std::size_t begin, std::size_t end) {
  return {part.source, part.begin + static_cast<std::uint32_t>(begin),
          part.begin + static_cast<std::uint32_t>(std::max(begin, end))};
}

Date date_of(const toml::date& date) { return {date.year, date.month, date.day}; }

class Converter {
 public:
  Converter(const Sources& sources, Span part)
      : sources_(sources), part_(part), places_(sources.text(part)) {}

  Table table(const toml::table& from) {
    std::vector<std::pair<const toml::key*, const toml::node*>> members;
    for (const auto& [key, node] : from) members.emplace_back(&key, &node);
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    Table result;
    result.reserve(members.size());
    for (const auto& [key, node] : members) {
      const Span key_span = span(key->source());
      result.push_back({std::string(key->str()), key_span, value(*node)});
    }
    return result;
  }

 private:
  Span span(const toml::source_region& region) {
    const std::size_t begin = places_.offset(region.begin);
    return within(part_, begin, places_.offset(region.end));
  }

  Value value(const toml::node& node) {
    Value result;
    result.span = span(node.source());
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
  Span part_;
  Places places_;
};

// A name in a key or header: where it stands in the text.
struct Segment {
  std::string name;
  std::size_t begin;
  std::size_t end;
};

// The names of `a.b.c = 0` or `[a.b.c]`, which is all of the text.
std::vector<Segment> segments(std::string_view statement) {
  std::vector<Segment> result;
  const toml::table root = toml::parse(statement);
  Places places(statement);
  for (const toml::table* table = &root; table != nullptr && !table->empty();) {
    const auto member = table->begin();
    const toml::source_region& place = member->first.source();
    const std::size_t begin = places.offset(place.begin);
    result.push_back({std::string(member->first.str()), begin, places.offset(place.end)});
    const toml::array* list = member->second.as_array();
    table = list != nullptr ? list->front().as_table() : member->second.as_table();
  }
  return result;
}

// The table that holds a key.
const toml::table* holder(const toml::node& node, std::string_view key) {
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list)
      if (const toml::table* found = holder(item, key)) return found;
  }
  const toml::table* table = node.as_table();
  if (table == nullptr || table->contains(key)) return table;
  for (const auto& [name, member] : *table)
    if (const toml::table* found = holder(member, key)) return found;
  return nullptr;
}

struct Duplicate {
  std::string name;
  std::size_t begin, end;              // the second
  std::size_t first_begin, first_end;  // the first
};

// The text up to `item`, which is then another statement, with all brackets closed.
toml::table parse_with(std::string_view text, std::size_t item, const std::string& statement) {
  std::string changed = std::string(text.substr(0, item)) + statement;
  const TomlContext context = toml_context(text, item);
  for (auto open = context.brackets.rbegin(); open != context.brackets.rend(); ++open)
    changed += text[*open] == '[' ? ']' : '}';
  return toml::parse(changed);
}

// The key or header that begins at `item` sets again what is set above it. Which of its names does
// is found by replacing each, last to first: with another name the text can be read, and the first
// one is its neighbour.
std::optional<Duplicate> find_duplicate(std::string_view text, std::size_t item) {
  static const std::string other = "waymark-looks-for-its-neighbour";
  const std::string_view line = text.substr(item, text.find('\n', item) - item);
  const bool header = trim(line).starts_with('[');
  const std::string ending = !header ? " = 0" : trim(line).starts_with("[[") ? "]]" : "]";
  const std::string written(header ? line : line.substr(0, line.find('=')));
  std::vector<Segment> names;
  try {
    names = segments(header ? written : written + ending);
  } catch (const toml::parse_error&) {
    return std::nullopt;  // `item` begins no key
  }
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    try {
      const toml::table root =
          parse_with(text, item, written.substr(0, name->begin) + other + ending);
      const toml::table* table = holder(root, other);
      if (table == nullptr || !table->contains(name->name)) return std::nullopt;
      const toml::source_region& first = table->find(name->name)->first.source();
      Places places(text);
      const std::size_t begin = places.offset(first.begin);
      return Duplicate{name->name, item + name->begin, item + name->end, begin,
                       places.offset(first.end)};
    } catch (const toml::parse_error&) {
      continue;  // an earlier name is the one
    }
  }
  return std::nullopt;
}

void report_error(std::string_view text, std::size_t offset, std::string_view reason, Span part,
                  Diagnostics& out) {
  if (reason.find("cannot redefine") != std::string_view::npos ||
      reason.find("cannot insert") != std::string_view::npos) {
    // toml++ names the header's line, the key's value, or the line behind.
    const std::size_t item = toml_context(text, offset).item;
    auto found = find_duplicate(text, item);
    if (!found && item > 0) found = find_duplicate(text, toml_context(text, item - 1).item);
    if (found) {
      out.error(within(part, found->begin, found->end),
                "the key " + quoted(found->name) + " is already set")
          .notes.push_back({"first set here", within(part, found->first_begin, found->first_end)});
      return;
    }
  }
  TomlMistake mistake = explain_toml(text, offset, reason);
  Diagnostic& diagnostic =
      out.error(within(part, mistake.begin, mistake.end), std::move(mistake.message));
  if (!mistake.note.empty()) diagnostic.notes.push_back({std::move(mistake.note), {}});
}

}  // namespace

std::optional<Table> parse_toml(const Sources& sources, Span span, Diagnostics& out) {
  const std::string_view text = sources.text(span);
  if (const auto place = toml_context(text, text.size()).too_deep) {
    out.error(within(span, *place, *place + 1), "values are nested too deeply here");
    return std::nullopt;
  }
  try {
    return Converter(sources, span).table(toml::parse(text));
  } catch (const toml::parse_error& error) {
    const std::size_t offset = Places(text).offset(error.source().begin);
    report_error(text, offset, error.description(), span, out);
    return std::nullopt;
  }
}

}  // namespace waymark
