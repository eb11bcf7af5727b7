#include "base/source.h"

#include <cassert>

namespace waymark {

SourceId Sources::add(std::string path, std::string bytes, Origin origin) {
  assert(bytes.size() < UINT32_MAX);
  files_.push_back({std::move(path), std::move(bytes), origin});
  return static_cast<SourceId>(files_.size() - 1);
}

std::string_view Sources::path(SourceId id) const {
  return files_[static_cast<std::size_t>(id)].path;
}

Origin Sources::origin(SourceId id) const { return files_[static_cast<std::size_t>(id)].origin; }

std::string_view Sources::text(SourceId id) const {
  return files_[static_cast<std::size_t>(id)].bytes;
}

std::string_view Sources::text(Span span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

}  // namespace waymark
