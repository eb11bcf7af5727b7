#include "base/positions.h"

#include <algorithm>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::size_t stride = 4096;  // bytes from one landmark to the next

// Counts on from the position of the first byte to that of the first one behind.
Position advanced(Position position, std::string_view text) {
  if (const std::size_t last = text.rfind('\n'); last != std::string_view::npos) {
    position.line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    position.column = 1;
    text.remove_prefix(last + 1);
  }
  position.column += static_cast<std::uint32_t>(count_code_points(text));
  return position;
}

}  // namespace

Position Positions::of(SourceId id, std::uint32_t offset) {
  const std::string_view text = sources_.text(id);
  std::vector<Position>& landmarks = landmarks_[static_cast<std::size_t>(id)];
  if (landmarks.empty()) {
    landmarks.emplace_back();
    for (std::size_t at = stride; at <= text.size(); at += stride)
      landmarks.push_back(advanced(landmarks.back(), text.substr(at - stride, stride)));
  }
  const std::size_t nearest = offset / stride;
  return advanced(landmarks[nearest], text.substr(nearest * stride, offset % stride));
}

}  // namespace waymark
