#include "formats/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/positions.h"
#include "base/text.h"
#include "formats/json.h"

namespace waymark {

namespace {

constexpr std::size_t max_line = 160;  // code points of a source line that are shown
constexpr std::size_t lead = 60;       // of those, before the caret in a line that is cut
constexpr char32_t replacement = U'\uFFFD';

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// What would move the cursor, color the screen or reorder the line; a tab is harmless.
bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t') || in(c, 0x7F, 0x9F) || in(c, 0x200E, 0x200F) ||
         in(c, 0x2028, 0x202E) || in(c, 0x2066, 0x2069);
}

// Terminal columns: combining marks take none, East Asian wide characters and emoji two.
std::size_t width(char32_t c) {
  if (in(c, 0x300, 0x36F) || in(c, 0x200B, 0x200D) || in(c, 0xFE00, 0xFE0F)) return 0;
  const bool wide = in(c, 0x1100, 0x115F) || in(c, 0x2E80, 0xA4CF) || in(c, 0xAC00, 0xD7A3) ||
                    in(c, 0xF900, 0xFAFF) || in(c, 0xFE30, 0xFE6F) || in(c, 0xFF00, 0xFF60) ||
                    in(c, 0xFFE0, 0xFFE6) || in(c, 0x1F300, 0x1F64F) || in(c, 0x1F900, 0x1F9FF) ||
                    in(c, 0x20000, 0x3FFFD);
  return wide ? 2 : 1;
}

void append_clean(std::string& out, char32_t c) {
  append_utf8(out, is_control(c) ? replacement : c);
}

std::string clean(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) append_clean(result, next_code_point(text, at));
  return result;
}

std::string_view name(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

bool ends_line(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\r') ++at;
  return at == text.size() || text[at] == '\n';
}

// The offset of the code point that stands `count` before this one, or of the line's first.
std::size_t back_in_line(std::string_view text, std::size_t at, std::size_t count) {
  const auto is_inside = [&](std::size_t i) { return (text[i] & 0xC0) == 0x80; };
  for (; count > 0 && at > 0 && text[at - 1] != '\n'; --count)
    for (--at; at > 0 && is_inside(at);) --at;
  return at;
}

// What a span is called.
class Places {
 public:
  explicit Places(const Sources& sources) : sources_(sources), positions_(sources) {}

  std::string_view text(Span span) const { return sources_.text(span.source); }
  std::string_view path(Span span) const { return sources_.path(span.source); }
  Position begin(Span span) { return positions_.of(span.source, span.begin); }
  Position end(Span span) { return positions_.of(span.source, span.end); }
  std::string name(Span span) {
    const Position at = begin(span);
    return fmt::format("{}:{}:{}", path(span), at.line, at.column);
  }
  std::string text(const Note& note) {
    return note.span.known() ? note.text + ": " + name(note.span) : note.text;
  }

 private:
  const Sources& sources_;
  Positions positions_;
};

class TextReport {
 public:
  TextReport(Places& places, bool color) : places_(places), color_(color) {}

  void add(const Diagnostic& d) {
    out_ += paint("1", clean(subject(d)) + ":") + " ";
    out_ += paint(d.severity == Severity::error ? "1;31" : "1;35",
                  fmt::format("{}:", name(d.severity)));
    out_ += " " + clean(d.message) + "\n";
    gutter_ = 4;
    if (d.span.known()) excerpt(d.span);
    for (const Note& note : d.notes)
      out_ += fmt::format("{:{}} = {}\n", "", gutter_, clean(places_.text(note)));
  }

  std::string take() { return std::move(out_); }

 private:
  std::string subject(const Diagnostic& d) {
    if (d.span.known()) return places_.name(d.span);
    return d.path.empty() ? "waymark" : d.path;
  }

  std::string paint(std::string_view code, std::string_view text) const {
    return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

  // The line of the source, and a caret under the part of the span that lies in it. Of a long line
  // no more is read than is shown.
  void excerpt(Span span) {
    const std::string_view text = places_.text(span);
    std::size_t caret = span.begin;
    if (caret > 0 && ends_line(text, caret) && text[caret - 1] == '\r') --caret;

    std::u32string points;  // from the caret on; one more than is shown tells that the line goes on
    std::size_t marked = 0;
    for (std::size_t at = caret; points.size() <= max_line && !ends_line(text, at);) {
      if (at < span.end) ++marked;
      points += next_code_point(text, at);
    }
    const std::size_t behind = std::min(points.size(), max_line);
    const std::size_t from = back_in_line(text, caret, std::max(lead, max_line - behind));

    std::size_t room = max_line;
    std::string shown, before, under;
    if (from > 0 && text[from - 1] != '\n') {
      shown = "…";
      before = " ";
    }
    for (std::size_t at = from; at < caret && room > 0; --room) {
      const char32_t c = next_code_point(text, at);
      append_clean(shown, c);
      // A tab before the caret stays a tab, so that both lines are as wide in any terminal.
      before += c == '\t' ? "\t" : std::string(width(c), ' ');
    }
    for (std::size_t i = 0; i < std::min(room, points.size()); ++i) {
      append_clean(shown, points[i]);
      if (i < marked) under.append(width(points[i]), '~');
    }
    if (points.size() > room) shown += "…";
    if (under.empty()) under = "~";
    under.front() = '^';

    const std::string number = fmt::format("{}", places_.begin(span).line);
    gutter_ = std::max<std::size_t>(gutter_, number.size());
    out_ += fmt::format("{:>{}} |{}{}\n", number, gutter_, shown.empty() ? "" : " ", shown);
    out_ += fmt::format("{:{}} | {}{}\n", "", gutter_, before, paint("1;32", under));
  }

  Places& places_;
  bool color_;
  std::size_t gutter_ = 4;  // columns of the line number
  std::string out_;
};

Json text(std::string_view value) { return {clean(value)}; }
Json number(std::uint32_t value) { return {std::int64_t{value}}; }

std::string json_line(const Diagnostic& d, Places& places) {
  Json::Members members{{"severity", text(name(d.severity))},
                        {"path", text(d.span.known() ? places.path(d.span) : d.path)}};
  if (d.span.known()) {
    const Position begin = places.begin(d.span);
    const Position end = places.end(d.span);
    members.insert(members.end(), {{"line", number(begin.line)},
                                   {"column", number(begin.column)},
                                   {"end_line", number(end.line)},
                                   {"end_column", number(end.column)}});
  }
  std::vector<Json> notes;
  for (const Note& note : d.notes) notes.push_back(text(places.text(note)));
  members.emplace_back("message", text(d.message));
  members.emplace_back("notes", Json{std::move(notes)});
  return write_json({std::move(members)}) + "\n";
}

// What GitHub's workflow commands ask for.
std::string escape_data(std::string_view text) {
  const std::string percent = replace_all(text, "%", "%25");
  return clean(replace_all(replace_all(percent, "\r", "%0D"), "\n", "%0A"));
}

std::string escape_property(std::string_view text) {
  return replace_all(replace_all(escape_data(text), ":", "%3A"), ",", "%2C");
}

std::string github_line(const Diagnostic& d, Places& places) {
  std::string line = fmt::format("::{}", name(d.severity));
  if (d.span.known()) {
    const Position begin = places.begin(d.span);
    const Position end = places.end(d.span);
    line += fmt::format(" file={},line={},col={},endLine={},endColumn={}",
                        escape_property(places.path(d.span)), begin.line, begin.column, end.line,
                        end.column);
  } else if (!d.path.empty()) {
    line += " file=" + escape_property(d.path);
  }
  line += "::" + escape_data(d.message);
  for (const Note& note : d.notes) line += "%0A" + escape_data(places.text(note));
  return line + "\n";
}

}  // namespace

std::string report(const Diagnostics& diagnostics, const Sources& sources, ReportOptions options) {
  Places places(sources);
  if (options.format == ReportFormat::text) {
    TextReport report(places, options.color);
    for (const Diagnostic& d : diagnostics.all()) report.add(d);
    return report.take();
  }
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += options.format == ReportFormat::json ? json_line(d, places) : github_line(d, places);
  return out;
}

}  // namespace waymark
