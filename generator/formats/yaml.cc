#include "formats/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <sstream>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::size_t max_depth = 100;
constexpr std::size_t max_expanded = 10'000;  // values that aliases stand for

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// Where blanks, line breaks and comments end.
std::size_t skip_comments(std::string_view text, std::size_t at) {
  for (at = skip_blanks(text, at); at < text.size() && text[at] == '#';)
    at = skip_blanks(text, end_of_line(text, at));
  return at;
}

// Where the value itself begins, behind an anchor (`&name`).
std::size_t skip_anchor(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '&') return at;
  while (at < text.size() && !is_blank(text[at])) ++at;
  return skip_comments(text, at);
}

// One past the closing quote, or nothing where there is none.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && text.substr(at + 1, 1) == "'";
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

// A plain scalar is written as read, but for the blanks where its lines were folded.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (const char c : value) {
    if (is_blank(c)) continue;
    at = skip_blanks(text, at);
    if (at == text.size() || text[at] != c) break;
    ++at;
  }
  return at;
}

// A block scalar (`|` or `>`) ends with the last line that is indented like its first one.
std::size_t end_of_block(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_line(text, begin);
  std::size_t indent = 0;
  for (std::size_t line = end + 1; line < text.size(); line = end_of_line(text, line) + 1) {
    const std::string_view content = text.substr(line, end_of_line(text, line) - line);
    const std::size_t blanks = std::min(content.find_first_not_of(' '), content.size());
    if (trim(content).empty()) continue;
    if (indent == 0) indent = std::max<std::size_t>(blanks, 1);
    if (blanks < indent) break;
    end = line + content.size();
  }
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

template <class T>
std::optional<T> whole_number(std::string_view digits, int base) {
  T number{};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<double> as_float(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF")
    return negative ? -std::numeric_limits<double>::infinity()
                    : std::numeric_limits<double>::infinity();
  const std::size_t digit = text.starts_with('.') ? 1 : 0;
  if (text.size() <= digit || !is_digit(text[digit]) || !all_of(text, "0123456789.eE+-"))
    return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -number : number;
}

std::optional<std::int64_t> as_integer(std::string_view text) {
  if (text.starts_with("0o")) return whole_number<std::int64_t>(text.substr(2), 8);
  if (text.starts_with("0x")) return whole_number<std::int64_t>(text.substr(2), 16);
  if (text.starts_with('+')) text.remove_prefix(1);
  return whole_number<std::int64_t>(text, 10);
}

// What YAML 1.2's core schema makes of a scalar without quotes; and dates.
decltype(Value::data) plain_scalar(const std::string& text) {
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (text == ".nan" || text == ".NaN" || text == ".NAN")
    return std::numeric_limits<double>::quiet_NaN();
  if (const auto integer = as_integer(text)) return *integer;
  if (const auto number = as_float(text)) return *number;
  if (all_of(text, "0123456789-:.+TtZz "))
    if (const auto date = parse_date(text)) return *date;
  return text;
}

// Thrown after a mistake was reported behind which nothing can be read.
struct Stop {};

// Builds values from yaml-cpp's events, which say where a thing begins but not where it ends.
class Builder : public YAML::EventHandler {
 public:
  Builder(const Sources& sources, Span part, Diagnostics& out)
      : text_(sources.text(part)), part_(part), out_(out) {}

  std::optional<Table> take() {
    if (failed_) return std::nullopt;
    return std::move(root_);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      stop(offset(mark), offset(mark) + 3, "a second YAML document begins here");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = skip_anchor(text_, offset(mark));
    const std::size_t length = written_null(begin);
    if (expects_key() && length > 0) {
      set_key(std::string(text_.substr(begin, length)), span(begin, begin + length));
    } else if (length > 0) {
      add({Null{}, span(begin, begin + length)}, anchor);
    } else {
      add({Null{}, place_of_nothing(begin)}, anchor);
    }
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = offset(mark);
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      stop(begin, end, "this alias stands inside the value that it names");
    expanded_ += found->second.weight;
    if (expanded_ > max_expanded)
      stop(begin, end, "aliases stand for more than 10,000 values here");
    Value copy = found->second.value;
    copy.span = span(begin, end);
    add(std::move(copy), 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_tag(mark, tag);
    const std::size_t begin = skip_anchor(text_, offset(mark));
    const bool plain = tag == "?";
    const Span place = span(begin, end_of_scalar(begin, plain, value));
    if (expects_key()) {
      set_key(value, place);
    } else if (plain) {
      add({plain_scalar(value), place}, anchor);
    } else {
      add({value, place}, anchor);
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Array{});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Table{});
  }
  void OnMapEnd() override { close(); }

 private:
  // A list or table that is not finished.
  struct Frame {
    std::variant<Array, Table> items;
    std::size_t begin = 0;
    std::size_t end = 0;  // of the last item
    YAML::anchor_t anchor = 0;
    std::optional<Member> member;  // its key is read, its value is not
  };
  struct Anchored {
    Value value;
    std::size_t weight;
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {part_.source, part_.begin + static_cast<std::uint32_t>(begin),
            part_.begin + static_cast<std::uint32_t>(std::max(begin, end))};
  }

  std::size_t local(std::uint32_t file_offset) const { return file_offset - part_.begin; }

  [[noreturn]] void stop(std::size_t begin, std::size_t end, std::string message) {
    out_.error(span(begin, std::min(end, text_.size())), std::move(message));
    throw Stop{};
  }

  bool expects_key() const {
    return !stack_.empty() && std::holds_alternative<Table>(stack_.back().items) &&
           !stack_.back().member;
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::size_t begin = text_.find('!', offset(mark));
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
    stop(begin, end, "YAML tags are not read here");
  }

  // The length of `~` or `null`, if that is what stands here and it is no key.
  std::size_t written_null(std::size_t begin) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!text_.substr(begin).starts_with(word)) continue;
      const std::size_t next = text_.find_first_not_of(" \t", begin + word.size());
      const bool key = next != std::string_view::npos && text_[next] == ':';
      if (expects_key() || !key) return word.size();
    }
    return 0;
  }

  // Just behind the key's colon; in a list, behind what was read last.
  Span place_of_nothing(std::size_t mark) const {
    if (!stack_.empty() && stack_.back().member) {
      const std::size_t colon =
          std::min(text_.find(':', local(stack_.back().member->key_span.end)), text_.size() - 1);
      return span(colon + 1, colon + 1);
    }
    while (mark > 0 && is_blank(text_[mark - 1])) --mark;
    return span(mark, mark);
  }

  std::size_t end_of_scalar(std::size_t begin, bool plain, std::string_view value) {
    if (plain) return end_of_plain(text_, begin, value);
    if (text_[begin] == '|' || text_[begin] == '>') return end_of_block(text_, begin);
    const auto end = end_of_quoted(text_, begin);
    if (!end) stop(begin, end_of_line(text_, begin), "this text has no closing quote");
    return *end;
  }

  void set_key(std::string key, Span place) {
    Frame& frame = stack_.back();
    for (const Member& member : std::get<Table>(frame.items)) {
      if (member.key != key) continue;
      out_.error(place, "the key " + quoted(key) + " is already set")
          .notes.push_back({"first set here", member.key_span});
      failed_ = true;
    }
    frame.member = Member{std::move(key), place, {}};
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            std::variant<Array, Table> items) {
    refuse_tag(mark, tag);
    const std::size_t begin = skip_anchor(text_, offset(mark));
    if (stack_.size() == max_depth) stop(begin, begin + 1, "values are nested too deeply here");
    if (stack_.empty() && std::holds_alternative<Array>(items))
      stop(begin, begin + 1, "front matter must be keys and values, not a list");
    stack_.push_back({std::move(items), begin, begin, anchor, std::nullopt});
  }

  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    std::size_t end = frame.end;
    const char bracket = frame.begin < text_.size() ? text_[frame.begin] : '\0';
    if (bracket == '[' || bracket == '{') {
      const char closing = bracket == '[' ? ']' : '}';
      end = skip_comments(text_, std::max(end, frame.begin + 1));
      while (end < text_.size() && text_[end] != closing) end = skip_comments(text_, end + 1);
      end = std::min(end + 1, text_.size());
    }
    Value value{{}, span(frame.begin, end)};
    std::visit([&](auto& items) { value.data = std::move(items); }, frame.items);
    add(std::move(value), frame.anchor);
  }

  void add(Value value, YAML::anchor_t anchor) {
    if (expects_key())
      stop(local(value.span.begin), local(value.span.end), "a key must be plain text");
    if (anchor != 0) anchors_[anchor] = {value, weight(value)};
    if (stack_.empty()) {
      if (auto* table = std::get_if<Table>(&value.data)) {
        root_ = std::move(*table);
      } else if (!value.as<Null>()) {
        stop(local(value.span.begin), local(value.span.end),
             "front matter must be keys and values");
      }
      return;
    }
    Frame& frame = stack_.back();
    frame.end = local(value.span.end);
    if (auto* list = std::get_if<Array>(&frame.items)) {
      list->push_back(std::move(value));
    } else {
      frame.member->value = std::move(value);
      std::get<Table>(frame.items).push_back(std::move(*frame.member));
      frame.member.reset();
    }
  }

  // How much an alias to the value copies; a long text counts as several values.
  static std::size_t weight(const Value& value) {
    std::size_t sum = 1;
    if (const auto* text = value.as<std::string>()) sum += text->size() / 100;
    if (const auto* list = value.as<Array>())
      for (const Value& item : *list) sum += weight(item);
    if (const auto* table = value.as<Table>())
      for (const Member& member : *table) sum += weight(member.value);
    return sum;
  }

  std::string_view text_;
  Span part_;
  Diagnostics& out_;
  std::vector<Frame> stack_;
  std::map<YAML::anchor_t, Anchored> anchors_;
  Table root_;
  std::size_t expanded_ = 0;
  int documents_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Table> parse_yaml(const Sources& sources, Span span, Diagnostics& out) {
  Builder builder(sources, span, out);
  try {
    std::istringstream stream{std::string(sources.text(span))};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const auto offset =
        std::min(span.end, span.begin + static_cast<std::uint32_t>(std::max(error.mark.pos, 0)));
    out.error({span.source, offset, offset}, error.msg);
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace waymark
