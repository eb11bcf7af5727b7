#include "formats/xml.h"

#include "base/text.h"
#include "formats/html.h"

namespace waymark {
namespace {

bool is_xml(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string only_xml(std::string_view text) {
  std::string kept;
  std::size_t begin = 0;  // of what is not yet written
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_xml(next_code_point(text, at))) continue;
    kept += text.substr(begin, start - begin);
    begin = at;
  }
  return kept.append(text.substr(begin));
}

void append_xml(std::string_view text, std::string& xml) { append_escaped(only_xml(text), xml); }

}  // namespace waymark
