// The input of one run: files as bytes, and places within them.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace waymark {

enum class SourceId : std::uint32_t { none = UINT32_MAX };

// Whose a file is.
enum class Origin : std::uint8_t {
  site,   // the author's
  theme,  // the program's own: a template or an asset that the site does not replace
};

// A range of bytes in one source. `begin == end` is a place between two bytes.
struct Span {
  SourceId source = SourceId::none;
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;    // bytes, one past the last

  bool known() const { return source != SourceId::none; }
  friend bool operator==(const Span&, const Span&) = default;
};

// Owns: every input byte until the end of the run; views handed out stay valid as long as it lives.
// Threads: `add` from one thread; then const, and safe from any number.
class Sources {
 public:
  // `path` is what messages print: relative to the site's root.
  SourceId add(std::string path, std::string bytes, Origin origin = Origin::site);

  std::size_t size() const { return files_.size(); }
  std::string_view path(SourceId id) const;
  Origin origin(SourceId id) const;
  std::string_view text(SourceId id) const;
  std::string_view text(Span span) const;

 private:
  struct File {
    std::string path;
    std::string bytes;
    Origin origin;
  };
  std::deque<File> files_;  // a vector would move short texts away from under their views
};

}  // namespace waymark
