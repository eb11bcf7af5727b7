// What an article written for Hugo or Jekyll says in other words. Private to load.
#pragma once

#include "stages/load/content_file.h"

namespace waymark {

// The front matter in our words: keys that only a theme's looks hang on are left out, as are keys
// with nothing behind them; one that loses its effect is a warning that says what to write. A key
// that nobody knows stays, and is reported with the others.
Table in_our_words(const ContentFile& file, Table table);

}  // namespace waymark
