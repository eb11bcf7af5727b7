#include "commands/serve/mistakes.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/positions.h"
#include "formats/html.h"
#include "formats/json.h"
#include "formats/report.h"

namespace waymark {

namespace {

Json mistake(std::string text, std::string place, std::string link) {
  Json::Members members;
  members.emplace_back("text", Json{std::move(text)});
  members.emplace_back("place", Json{std::move(place)});
  members.emplace_back("link", Json{std::move(link)});
  return {std::move(members)};
}

// Where the disk has an input: what the site lacks is the program's own.
std::string file_of_input(std::string_view path, const FileSystem& files,
                          const BuildRequest& request) {
  std::string own = join_path(request.root, path);
  return files.kind(own) == EntryKind::file ? own : join_path(request.theme, path);
}

}  // namespace

std::string mistakes_json(const Diagnostics& found, const Sources& sources, const FileSystem& files,
                          const BuildRequest& request) {
  Positions positions(sources);
  std::vector<Json> mistakes;
  for (const Diagnostic& diagnostic : found.all()) {
    if (diagnostic.severity != Severity::error) continue;
    Diagnostics one;
    one.error(diagnostic.span, {}) = diagnostic;
    std::string text = report(one, sources, {});
    const Span span = diagnostic.span;
    if (!span.known()) {
      mistakes.push_back(mistake(std::move(text), "", ""));
      continue;
    }
    const std::string_view path = sources.path(span.source);
    const Position at = positions.of(span.source, span.begin);
    const std::string place = fmt::format(":{}:{}", at.line, at.column);
    const std::string file = file_of_input(path, files, request);
    mistakes.push_back(mistake(std::move(text), std::string(path) + place,
                               "vscode://file" + encoded_url(file) + place));
  }
  return write_json({std::move(mistakes)});
}

std::string mistakes_json(const Failure& failure) {
  return write_json({std::vector<Json>{mistake("error: " + failure.message + "\n", "", "")}});
}

}  // namespace waymark
