// The changes as a person reads them in a terminal or a comment, and as a program does. Only the
// program is told which pages changed: one figure stands on many.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/diff/changes.h"
#include "formats/json.h"

namespace waymark {
namespace {

constexpr std::size_t most_rows = 100;  // a comment on GitHub has at most 65,536 characters

std::string shown(const std::string& url) { return url.empty() ? "./" : url; }
std::string value_or_dash(const std::string& value) { return value.empty() ? "–" : value; }

std::size_t lost_moves(const GuideChanges& changes) {
  const auto is_lost = [](const MovedPage& move) { return !move.is_forwarded; };
  return static_cast<std::size_t>(
      std::count_if(changes.moved.begin(), changes.moved.end(), is_lost));
}

// "2 pages added, 1 removed, 1 moved (1 without a redirect), 12 changed; 3 figures changed"
std::string counts(const GuideChanges& changes) {
  std::string text =
      fmt::format("{} added, {} removed, {} moved", counted(changes.added.size(), "page"),
                  changes.removed.size(), changes.moved.size());
  if (const std::size_t lost = lost_moves(changes); lost > 0)
    text += fmt::format(" ({} without a redirect)", lost);
  return text + fmt::format(", {} changed; {} changed", changes.changed.size(),
                            counted(changes.numbers.size(), "figure"));
}

// What Markdown would take for markup in a cell.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|~&#@").find(c) != std::string_view::npos) result += '\\';
    result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result;
}

std::string code(const std::string& url) { return "`" + shown(url) + "`"; }

// Rows until there are too many.
class MarkdownList {
 public:
  MarkdownList(std::string& out, std::string_view heading, std::size_t rows)
      : out_(out), left_out_(rows > most_rows ? rows - most_rows : 0) {
    if (rows > 0) out_ += fmt::format("\n**{}**\n\n", heading);
  }
  ~MarkdownList() {
    if (left_out_ > 0) out_ += fmt::format("\nand {} more\n", left_out_);
  }
  MarkdownList(const MarkdownList&) = delete;
  MarkdownList& operator=(const MarkdownList&) = delete;

  void add(const std::string& row) {
    if (rows_++ < most_rows) out_ += row + "\n";
  }

 private:
  std::string& out_;
  std::size_t left_out_;
  std::size_t rows_ = 0;
};

void add_urls(std::string& out, std::string_view heading, const std::vector<std::string>& urls) {
  MarkdownList list(out, heading, urls.size());
  for (const std::string& url : urls) list.add("- " + code(url));
}

Json json_texts(const std::vector<std::string>& texts) {
  std::vector<Json> list;
  for (const std::string& text : texts) list.push_back({text});
  return {std::move(list)};
}

Json json_text_or_null(const std::string& text) { return text.empty() ? Json{} : Json{text}; }

}  // namespace

std::string text_report(const GuideChanges& changes) {
  std::string out = counts(changes) + "\n";
  for (const std::string& url : changes.added) out += "  added    " + shown(url) + "\n";
  for (const std::string& url : changes.removed) out += "  removed  " + shown(url) + "\n";
  for (const MovedPage& move : changes.moved)
    out += fmt::format("  moved    {} -> {}{}\n", shown(move.from), shown(move.to),
                       move.is_forwarded ? "" : ", without a redirect");
  for (const ChangedNumber& number : changes.numbers)
    out += fmt::format("  {}: {}: {} -> {}\n", number.kind, number.name,
                       value_or_dash(number.before), value_or_dash(number.after));
  return out;
}

std::string markdown_report(const GuideChanges& changes) {
  std::string out = "### What this changes\n\n" + counts(changes) + "\n";
  add_urls(out, "Pages removed", changes.removed);
  {
    MarkdownList list(out, "Pages moved", changes.moved.size());
    for (const MovedPage& move : changes.moved)
      list.add(fmt::format("- {} → {}{}", code(move.from), code(move.to),
                           move.is_forwarded ? "" : " **without a redirect**"));
  }
  add_urls(out, "Pages added", changes.added);
  MarkdownList table(out, "Figures", changes.numbers.size());
  if (!changes.numbers.empty()) out += "| Figure | Before | After |\n|---|---|---|\n";
  for (const ChangedNumber& number : changes.numbers)
    table.add(fmt::format("| {}: {} | {} | {} |", number.kind, escaped(number.name),
                          escaped(value_or_dash(number.before)),
                          escaped(value_or_dash(number.after))));
  return out;
}

std::string json_report(const GuideChanges& changes) {
  std::vector<Json> moved;
  for (const MovedPage& move : changes.moved)
    moved.push_back({Json::Members{
        {"from", {move.from}}, {"to", {move.to}}, {"is_forwarded", {move.is_forwarded}}}});
  std::vector<Json> numbers;
  for (const ChangedNumber& number : changes.numbers)
    numbers.push_back({Json::Members{{"kind", {number.kind}},
                                     {"name", {number.name}},
                                     {"before", json_text_or_null(number.before)},
                                     {"after", json_text_or_null(number.after)}}});
  Json::Members pages{{"added", json_texts(changes.added)},
                      {"removed", json_texts(changes.removed)},
                      {"moved", {std::move(moved)}},
                      {"changed", json_texts(changes.changed)}};
  return write_pretty_json(
      {Json::Members{{"pages", {std::move(pages)}}, {"figures", {std::move(numbers)}}}});
}

}  // namespace waymark
