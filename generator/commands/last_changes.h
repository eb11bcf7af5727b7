// When each file of a site last changed, as its Git repository tells.
#pragma once

#include <string>

#include "stages/render.h"

namespace waymark {

// The day, in UTC, of the last commit that touched a file of content/, by the file's path from the
// site's root. A file with changes that are not committed has none. Empty where there is no Git, no
// repository, or a shallow one, whose oldest commit would seem to have made everything.
// Cost: three runs of Git; one reads the history of content/.
FileDays last_changes(const std::string& root);

}  // namespace waymark
