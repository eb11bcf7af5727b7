// What the preview answers to a request: a page of the guide, as a host of static files would give
// it, and what a page needs to renew itself.
#pragma once

#include <string>
#include <string_view>

#include "base/http.h"
#include "commands/serve/board.h"

namespace waymark {

// The path of a web address: "https://example.org/guide" -> "/guide/".
std::string base_path(std::string_view base_url);

// Nothing is asked of the disk: a path is looked up among those that the guide makes. Only whoever
// names this machine as the host is answered, so that no site elsewhere can read the preview
// through a name of its own that leads here. `port` is where the server listens.
HttpResponse answer(const HttpRequest& request, const Board& board, unsigned port);

}  // namespace waymark
