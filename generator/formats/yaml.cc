#include "formats/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "base/text.h"
#include "formats/yaml_mistake.h"
#include "formats/yaml_scalar.h"

namespace waymark {

namespace {

constexpr std::size_t max_depth = 100;
constexpr std::size_t max_expanded = 10'000;  // values that aliases stand for

// yaml-cpp takes some of these for the end of the file or for UTF-16.
bool is_control(char c) {
  return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

// Where the value itself begins, behind an anchor (`&name`).
std::size_t skip_anchor(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '&') return at;
  while (at < text.size() && !is_yaml_blank(text[at])) ++at;
  return skip_yaml_comments(text, at);
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

  // Reports what yaml-cpp threw.
  void report(const YAML::Exception& error) {
    YamlError context{text_, offset(error.mark), error.msg, last_quote_, std::nullopt};
    for (const Frame& frame : stack_)
      if (is_bracket(frame.begin)) context.bracket = frame.begin;
    report(explain_yaml(context));
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
    if (found == anchors_.end()) stop(begin, end, "this alias is inside the value that it names");
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

  void report(YamlMistake mistake) {
    Diagnostic& diagnostic =
        out_.error(span(mistake.begin, mistake.end), std::move(mistake.message));
    if (!mistake.note.empty()) diagnostic.notes.push_back({std::move(mistake.note), {}});
  }

  [[noreturn]] void stop(std::size_t begin, std::size_t end, std::string message,
                         std::string note = {}) {
    report(YamlMistake{begin, std::min(end, text_.size()), std::move(message), std::move(note)});
    throw Stop{};
  }

  [[noreturn]] void refuse_root(std::size_t begin) {
    report(explain_yaml({text_, begin, not_a_mapping, std::nullopt, std::nullopt}));
    throw Stop{};
  }

  // The rest of the line, without blanks at its end.
  std::string_view rest_of_line(std::size_t begin) const {
    return trim(text_.substr(begin, text_.find('\n', begin) - begin));
  }

  bool is_bracket(std::size_t at) const {
    return at < text_.size() && (text_[at] == '[' || text_[at] == '{');
  }

  bool expects_key() const {
    return !stack_.empty() && std::holds_alternative<Table>(stack_.back().items) &&
           !stack_.back().member;
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::size_t begin = text_.find('!', offset(mark));
    const std::string_view written = rest_of_line(begin);
    stop(begin, begin + written.size(), "text that begins with ! must be in quotes",
         "write " + quoted(written));
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
    while (mark > 0 && is_yaml_blank(text_[mark - 1])) --mark;
    return span(mark, mark);
  }

  std::size_t end_of_scalar(std::size_t begin, bool plain, std::string_view value) {
    if (plain) return end_of_plain(text_, begin, value);
    if (text_[begin] == '|' || text_[begin] == '>') return end_of_block(text_, begin);
    last_quote_ = begin;
    const auto end = end_of_quoted(text_, begin);
    if (!end)  // yaml-cpp takes all that follows for the text
      stop(begin, begin + rest_of_line(begin).size(), "this text has no closing quote",
           std::string("put ") + text_[begin] + " after its last word");
    return *end;
  }

  void set_key(std::string key, Span place) {
    stack_.back().member = Member{std::move(key), place, {}};
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            std::variant<Array, Table> items) {
    refuse_tag(mark, tag);
    const std::size_t begin = skip_anchor(text_, offset(mark));
    if (stack_.size() == max_depth) stop(begin, begin + 1, "values are nested too deeply here");
    if (stack_.empty() && std::holds_alternative<Array>(items)) refuse_root(begin);
    stack_.push_back({std::move(items), begin, begin, anchor, std::nullopt});
  }

  // yaml-cpp takes a key twice without a word.
  void report_duplicates(const Table& table) {
    std::vector<const Member*> sorted;
    for (const Member& member : table) sorted.push_back(&member);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Member* a, const Member* b) { return a->key < b->key; });
    const Member* first = nullptr;
    for (const Member* member : sorted) {
      if (first == nullptr || first->key != member->key) {
        first = member;
        continue;
      }
      out_.error(member->key_span, "the key " + quoted(member->key) + " is already set")
          .notes.push_back({"first set here", first->key_span});
      failed_ = true;
    }
  }

  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (const auto* table = std::get_if<Table>(&frame.items)) report_duplicates(*table);
    std::size_t end = frame.end;
    if (is_bracket(frame.begin)) {
      const char closing = text_[frame.begin] == '[' ? ']' : '}';
      end = skip_yaml_comments(text_, std::max(end, frame.begin + 1));
      while (end < text_.size() && text_[end] != closing) end = skip_yaml_comments(text_, end + 1);
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
        refuse_root(local(value.span.begin));
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
  std::optional<std::size_t> last_quote_;  // where the text in quotes begins that was read last
  std::size_t expanded_ = 0;
  int documents_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Table> parse_yaml(const Sources& sources, Span span, Diagnostics& out) {
  const std::string_view text = sources.text(span);
  const auto control = std::find_if(text.begin(), text.end(), is_control);
  if (control != text.end()) {
    const auto at = span.begin + static_cast<std::uint32_t>(control - text.begin());
    out.error({span.source, at, at + 1},
              fmt::format("the control character U+{:04X} is not allowed here",
                          static_cast<unsigned>(static_cast<unsigned char>(*control))))
        .notes.push_back({"remove it", {}});
    return std::nullopt;
  }
  Builder builder(sources, span, out);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    builder.report(error);
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace waymark
