// The news of a guide, for programs that readers follow it with: Atom and JSON Feed.
#pragma once

#include <string>

#include "stages/pages/page_view.h"

namespace waymark {

// Each has the twenty articles that were last published or changed, newest first, with their
// summaries; an article without a date is no news. Nothing tells the hour of the build: a feed is
// as new as its newest article, and one without articles as the guide's own day.
std::string atom_feed(const Guide& guide);  // RFC 4287: feed.xml
std::string json_feed(const Guide& guide);  // jsonfeed.org, version 1.1: feed.json

}  // namespace waymark
