// Where each thing stands in the published guide. URLs start at the site's root without a slash
// before them: "" is the home page, "roles/ai-engineer/" a role.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace waymark {

std::string url_of(Kind kind,
                   std::string_view id);  // "roles/ai-engineer/", "sources/#bls-oews-2024"
// The pages of two roles: "compare/a-vs-b/", "paths/a-to-b/".
std::string comparison_url(std::string_view first, std::string_view second);
std::string path_url(std::string_view from, std::string_view to);
// Whether it may be such a page: which ones there are is known behind derive.
bool is_pair_url(std::string_view url);
std::string file_of(std::string_view url);  // "roles/x/" -> "roles/x/index.html"
// From one page to another, so that the same bytes work below any base: ("roles/x/", "skills/y/#z")
// -> "../../skills/y/#z"; to itself: "./" or "#z".
std::string relative_url(std::string_view from, std::string_view to);
// base_url + url; base_url ends in a slash or gets one.
std::string absolute_url(std::string_view base_url, std::string_view url);
// The pages that are not a record's: "", "roles/", "skills/" ... Lists of records are there also
// when they are empty; what is made from records (titles/, compare/) only where there are some.
std::vector<std::string_view> section_urls(const Catalog& catalog);
bool has_section(const Catalog& catalog, std::string_view url);
// The ids of the sections that the theme's templates give the page of a record of this kind, each
// where the record has something to show in it.
const std::vector<std::string_view>& section_ids(Kind kind);
// The record's id, title and URL, whichever kind it is.
const Record& record(const Catalog& catalog, RecordRef ref);
std::string_view title_of(const Catalog& catalog, RecordRef ref);
std::string url_of(const Catalog& catalog, RecordRef ref);

}  // namespace waymark
