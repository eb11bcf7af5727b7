// Hugo's and Jekyll's own marks that mean what Markdown can say itself.
#pragma once

#include <string>
#include <string_view>

#include "formats/document.h"

namespace waymark {

// Lines `{{< highlight go >}}` and `{{< /highlight >}}`, and Jekyll's, as fences of as many bytes,
// so that every place stays where it was. Empty where there are none.
std::string with_fences(std::string_view text);

// `{{< ref "x.md" >}}` as a link's destination leads where "x.md" does.
std::string without_ref(std::string_view url);

// The value of one of `{{< figure src= alt= caption= >}}`; null where it has none.
const ShortcodeArgument* argument(const Shortcode& shortcode, std::string_view key);

}  // namespace waymark
