// Instead of picture.cc, where librsvg is missing.
#include "formats/picture.h"

namespace waymark {

bool can_draw() { return false; }

std::optional<std::string> svg_mistake(std::string_view) { return std::nullopt; }

Result<std::string> draw_png(std::string_view) {
  return Failure{"this program was built without librsvg"};
}

}  // namespace waymark
