// The picture of a shared link: an SVG, drawn as a PNG by librsvg. A program that was built without
// librsvg draws none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace waymark {

// In pixels: what social sites ask for.
inline constexpr int picture_width = 1200;
inline constexpr int picture_height = 630;

bool can_draw();

// Why the SVG cannot be read, if it cannot.
std::optional<std::string> svg_mistake(std::string_view svg);
// Opens no file and no connection, whatever the SVG asks for; fonts are those of the machine. The
// colours of the edges of letters are thinned out to 256 colours, if there are not many more.
// Threads: any. Cost: about 15 ms and 3 MB.
Result<std::string> draw_png(std::string_view svg);

}  // namespace waymark
