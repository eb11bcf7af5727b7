// What machines read in a page's head: schema.org's vocabulary as JSON-LD.
#pragma once

#include <string>
#include <string_view>

#include "formats/json.h"
#include "stages/pages/pages.h"

namespace waymark {

// The <script> with one graph: what the page is about, and where it stands in the guide. `title` is
// its heading; empty where the words are in its template: then the page is called by its address.
// `plan` is sorted by url.
std::string json_ld(const Guide& guide, const Plan& plan, const PlannedPage& page,
                    std::string_view title);

// What machines call a page whose words are in its template: "skills/matrix/" is "Matrix".
std::string name_of(std::string_view url);

// What a record is in schema.org's words; more than one thing for an article with questions.
std::vector<Json> json_ld_things(const Guide& guide, RecordRef record);

}  // namespace waymark
