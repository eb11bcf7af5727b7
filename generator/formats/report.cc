#include "formats/report.h"

#include <fmt/format.h>

#include <algorithm>

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

std::u32string decode(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
  return points;
}

void append_clean(std::string& out, char32_t c) {
  append_utf8(out, is_control(c) ? replacement : c);
}

std::string clean(std::string_view text) {
  std::string result;
  for (const char32_t c : decode(text)) append_clean(result, c);
  return result;
}

std::string_view name(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string place(const Sources& sources, Span span) {
  const Position at = sources.position(span.source, span.begin);
  return fmt::format("{}:{}:{}", sources.path(span.source), at.line, at.column);
}

std::string note_text(const Note& note, const Sources& sources) {
  return note.span.known() ? note.text + ": " + place(sources, note.span) : note.text;
}

class TextReport {
 public:
  TextReport(const Sources& sources, bool color) : sources_(sources), color_(color) {}

  void add(const Diagnostic& d) {
    out_ += paint("1", clean(subject(d)) + ":") + " ";
    out_ += paint(d.severity == Severity::error ? "1;31" : "1;35",
                  fmt::format("{}:", name(d.severity)));
    out_ += " " + clean(d.message) + "\n";
    gutter_ = 4;
    if (d.span.known()) excerpt(d.span);
    for (const Note& note : d.notes)
      out_ += fmt::format("{:{}} = {}\n", "", gutter_, clean(note_text(note, sources_)));
  }

  std::string take() { return std::move(out_); }

 private:
  std::string subject(const Diagnostic& d) const {
    if (d.span.known()) return place(sources_, d.span);
    return d.path.empty() ? "waymark" : d.path;
  }

  std::string paint(std::string_view code, std::string_view text) const {
    return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

  // The line of the source, and a caret under the part of the span that lies in it.
  void excerpt(Span span) {
    const Span line = sources_.line(span.source, span.begin);
    const std::uint32_t begin = std::min(span.begin, line.end);
    const std::uint32_t end = std::clamp(span.end, begin, line.end);
    const std::u32string points = decode(sources_.text(line));
    const std::size_t first = decode(sources_.text({span.source, line.begin, begin})).size();
    const std::size_t last = first + decode(sources_.text({span.source, begin, end})).size();

    const bool cut = points.size() > max_line;
    const std::size_t from =
        cut ? std::min(first - std::min(first, lead), points.size() - max_line) : 0;
    const std::size_t to = std::min(points.size(), from + max_line);

    std::string shown = from > 0 ? "…" : "";
    std::string before = from > 0 ? " " : "";
    std::string under;
    for (std::size_t i = from; i < to; ++i) {
      append_clean(shown, points[i]);
      // A tab before the caret stays a tab, so that both lines are as wide in any terminal.
      if (i < first) {
        before += points[i] == '\t' ? "\t" : std::string(width(points[i]), ' ');
      } else if (i < last) {
        under.append(width(points[i]), '~');
      }
    }
    if (to < points.size()) shown += "…";
    if (under.empty()) under = "~";
    under.front() = '^';

    const std::string number = fmt::format("{}", sources_.position(span.source, span.begin).line);
    gutter_ = std::max<std::size_t>(gutter_, number.size());
    out_ += fmt::format("{:>{}} |{}{}\n", number, gutter_, shown.empty() ? "" : " ", shown);
    out_ += fmt::format("{:{}} | {}{}\n", "", gutter_, before, paint("1;32", under));
  }

  const Sources& sources_;
  bool color_;
  std::size_t gutter_ = 4;  // columns of the line number
  std::string out_;
};

Json text(std::string_view value) { return {clean(value)}; }
Json number(std::uint32_t value) { return {std::int64_t{value}}; }

std::string json_line(const Diagnostic& d, const Sources& sources) {
  Json::Members members{{"severity", text(name(d.severity))},
                        {"path", text(d.span.known() ? sources.path(d.span.source) : d.path)}};
  if (d.span.known()) {
    const Position begin = sources.position(d.span.source, d.span.begin);
    const Position end = sources.position(d.span.source, d.span.end);
    members.insert(members.end(), {{"line", number(begin.line)},
                                   {"column", number(begin.column)},
                                   {"end_line", number(end.line)},
                                   {"end_column", number(end.column)}});
  }
  std::vector<Json> notes;
  for (const Note& note : d.notes) notes.push_back(text(note_text(note, sources)));
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

std::string github_line(const Diagnostic& d, const Sources& sources) {
  std::string line = fmt::format("::{}", name(d.severity));
  if (d.span.known()) {
    const Position begin = sources.position(d.span.source, d.span.begin);
    const Position end = sources.position(d.span.source, d.span.end);
    line += fmt::format(" file={},line={},col={},endLine={},endColumn={}",
                        escape_property(sources.path(d.span.source)), begin.line, begin.column,
                        end.line, end.column);
  } else if (!d.path.empty()) {
    line += " file=" + escape_property(d.path);
  }
  line += "::" + escape_data(d.message);
  for (const Note& note : d.notes) line += "%0A" + escape_data(note_text(note, sources));
  return line + "\n";
}

}  // namespace

std::string report(const Diagnostics& diagnostics, const Sources& sources, ReportOptions options) {
  if (options.format == ReportFormat::text) {
    TextReport report(sources, options.color);
    for (const Diagnostic& d : diagnostics.all()) report.add(d);
    return report.take();
  }
  std::string out;
  for (const Diagnostic& d : diagnostics.all())
    out += options.format == ReportFormat::json ? json_line(d, sources) : github_line(d, sources);
  return out;
}

}  // namespace waymark
