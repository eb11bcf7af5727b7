// Finds out whether the shortcodes of a body fit what their templates take. Private to link.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/catalog.h"
#include "stages/shortcodes/forms.h"

namespace waymark {

// The record of this kind and id; reports one that nobody knows.
using RecordFinder = std::function<std::optional<RecordRef>(Kind, std::string_view id, Span)>;

// Sets body.shortcodes. Reports unknown names and arguments, values that are missing, repeated or
// of the wrong kind, and rows of pay that there are not.
void link_shortcodes(const ShortcodeForms& forms, const RecordFinder& records,
                     const Catalog& catalog, Body& body, Diagnostics& out);

}  // namespace waymark
