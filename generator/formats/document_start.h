// The beginning of a Document: what an imported text has for a title and a summary.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "formats/document.h"

namespace waymark {

// The first text of the first paragraph that is no part of a list or a quotation.
std::optional<std::uint32_t> first_text(const Document& document);

// Where the document begins with a heading of this text, in any case: takes it away.
void drop_repeated_title(Document& document, const std::string& title);

}  // namespace waymark
