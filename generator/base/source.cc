#include "base/source.h"

#include <cassert>

#include "base/text.h"

namespace waymark {

SourceId Sources::add(std::string path, std::string bytes) {
  assert(bytes.size() < UINT32_MAX);
  files_.push_back({std::move(path), std::move(bytes)});
  return static_cast<SourceId>(files_.size() - 1);
}

std::string_view Sources::path(SourceId id) const {
  return files_[static_cast<std::size_t>(id)].path;
}

std::string_view Sources::text(SourceId id) const {
  return files_[static_cast<std::size_t>(id)].bytes;
}

std::string_view Sources::text(Span span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

Position Sources::position(SourceId id, std::uint32_t offset) const {
  const std::string_view before = text(id).substr(0, offset);
  Position position;
  std::size_t line_start = 0;
  for (std::size_t at = 0; (at = before.find('\n', at)) != std::string_view::npos;) {
    line_start = ++at;
    ++position.line;
  }
  position.column += static_cast<std::uint32_t>(count_code_points(before.substr(line_start)));
  return position;
}

Span Sources::line(SourceId id, std::uint32_t offset) const {
  const std::string_view all = text(id);
  const std::size_t from = offset == 0 ? std::string_view::npos : all.rfind('\n', offset - 1);
  const std::size_t begin = from == std::string_view::npos ? 0 : from + 1;
  std::size_t end = all.find('\n', offset);
  if (end == std::string_view::npos) end = all.size();
  if (end > begin && all[end - 1] == '\r') --end;
  return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace waymark
