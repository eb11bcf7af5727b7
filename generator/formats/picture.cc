#include "formats/picture.h"

#include <librsvg/rsvg.h>
#include <png.h>

#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
// fontconfig forgets some of what it keeps until the program ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

namespace waymark {
namespace {

constexpr std::size_t pixel_count = std::size_t{picture_width} * picture_height;
constexpr std::size_t palette_limit = 256;

using Color = std::uint32_t;  // 0xRRGGBB
using Pixels = std::vector<Color>;

template <auto free>
struct Free {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Free<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Free<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Free<cairo_destroy>>;

std::string take_message(GError* error) {
  std::string message = error->message;
  g_error_free(error);
  return message;
}

Result<Handle> read_svg(std::string_view svg) {
  const std::vector<guint8> bytes(svg.begin(), svg.end());
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(bytes.data(), bytes.size(), &error));
  if (!handle) return Failure{take_message(error)};
  return handle;
}

Result<Pixels> paint(RsvgHandle& handle) {
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture_width, picture_height));
  const Context context(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, picture_width, picture_height};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(&handle, context.get(), &all, &error))
    return Failure{take_message(error)};
  if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS)
    return Failure{cairo_status_to_string(status)};

  cairo_surface_flush(surface.get());
  const unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  Pixels pixels(pixel_count);
  for (std::size_t y = 0; y < picture_height; ++y)
    std::memcpy(&pixels[y * picture_width], rows + y * stride, picture_width * sizeof(Color));
  for (Color& pixel : pixels) pixel &= 0xFFFFFF;
  return pixels;
}

// Colours that differ only in the bits outside the mask become the commonest of them, so that large
// areas keep their own.
std::map<Color, Color> thinned_out(const std::map<Color, std::size_t>& counts, Color mask) {
  std::map<Color, std::pair<std::size_t, Color>> commonest;
  for (const auto& [color, count] : counts) {
    auto& best = commonest[color & mask];
    if (count > best.first) best = {count, color};
  }
  std::map<Color, Color> result;
  for (const auto& [color, count] : counts) result[color] = commonest[color & mask].second;
  return result;
}

struct Palette {
  std::vector<png_byte> colors;  // three bytes each
  std::unordered_map<Color, png_byte> places;
};

std::map<Color, std::size_t> count_colors(const Pixels& pixels) {
  std::map<Color, std::size_t> counts;
  for (std::size_t i = 0, begin = 0; i <= pixels.size(); ++i) {
    if (i < pixels.size() && pixels[i] == pixels[begin]) continue;
    counts[pixels[begin]] += i - begin;
    begin = i;
  }
  return counts;
}

// Nothing where large areas have too many colours, as in a photograph.
std::optional<Palette> choose_palette(const Pixels& pixels) {
  constexpr std::size_t most_changed = pixel_count / 20;  // what the edges of letters take
  const std::map<Color, std::size_t> counts = count_colors(pixels);
  for (const Color mask : {0xFFFFFFu, 0xFCFCFCu, 0xF8F8F8u}) {
    const std::map<Color, Color> kept = thinned_out(counts, mask);
    std::map<Color, png_byte> order;  // of the colours that are left
    std::size_t changed = 0;
    for (const auto& [color, instead] : kept) {
      if (color == instead) order.emplace(color, static_cast<png_byte>(order.size()));
      if (color != instead) changed += counts.at(color);
    }
    if (order.size() > palette_limit || changed > most_changed) continue;
    Palette palette;
    for (const auto& [color, place] : order)
      for (const int shift : {16, 8, 0})
        palette.colors.push_back(static_cast<png_byte>(color >> shift));
    for (const auto& [color, instead] : kept) palette.places.emplace(color, order.at(instead));
    return palette;
  }
  return std::nullopt;
}

Result<std::string> encode(png_image& image, std::span<const png_byte> bytes,
                           const png_byte* palette) {
  constexpr std::size_t overhead = 1 << 16;  // of deflate at its worst, the palette, the chunks
  std::string png(bytes.size() + overhead, '\0');
  png_alloc_size_t size = png.size();
  const int done =
      png_image_write_to_memory(&image, png.data(), &size, 0, bytes.data(), 0, palette);
  if (done == 0) return Failure{image.message};
  png.resize(size);
  return png;
}

png_image new_image(png_uint_32 format) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = picture_width;
  image.height = picture_height;
  image.format = format;
  return image;
}

Result<std::string> encode(const Pixels& pixels, const Palette& palette) {
  std::vector<png_byte> bytes;
  bytes.reserve(pixels.size());
  Color last = pixels.front();
  png_byte place = palette.places.at(last);
  for (const Color pixel : pixels) {
    if (pixel != last) place = palette.places.at(last = pixel);
    bytes.push_back(place);
  }
  png_image image = new_image(PNG_FORMAT_RGB_COLORMAP);
  image.colormap_entries = static_cast<png_uint_32>(palette.colors.size() / 3);
  return encode(image, bytes, palette.colors.data());
}

Result<std::string> encode(const Pixels& pixels) {
  std::vector<png_byte> bytes;
  bytes.reserve(3 * pixels.size());
  for (const Color pixel : pixels)
    for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<png_byte>(pixel >> shift));
  png_image image = new_image(PNG_FORMAT_RGB);
  return encode(image, bytes, nullptr);
}

}  // namespace

bool can_draw() { return true; }

std::optional<std::string> svg_mistake(std::string_view svg) {
  const auto handle = read_svg(svg);
  return handle ? std::nullopt : std::optional(handle.failure().message);
}

Result<std::string> draw_png(std::string_view svg) {
  const auto handle = read_svg(svg);
  if (!handle) return handle.failure();
  const auto pixels = paint(**handle);
  if (!pixels) return pixels.failure();
  const auto palette = choose_palette(*pixels);
  return palette ? encode(*pixels, *palette) : encode(*pixels);
}

}  // namespace waymark
