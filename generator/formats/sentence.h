// The sentence in which something stands.
#pragma once

#include <cstdint>
#include <string>

#include "formats/document.h"

namespace waymark {

// The sentence around the node, without markup, in at most `limit` code points: what is longer is
// cut at words, marked with "…", so that the node's own text stays within.
std::string sentence_around(const Document& document, std::uint32_t node, std::size_t limit);
// Likewise the first sentence of the node's paragraph.
std::string first_sentence(const Document& document, std::uint32_t node, std::size_t limit);

}  // namespace waymark
