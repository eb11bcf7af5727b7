// The names under which the theme's styles and scripts are published: each with a hash of its
// bytes, so that browsers may keep a file for good and still get the new one.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/source.h"
#include "model/site.h"

namespace waymark {

// "assets/style.css" -> "assets/style.1a2b3c4d.css"
using AssetNames = std::map<std::string, std::string, std::less<>>;

// Of the files that pages are given through PageView::asset_url. Every other one keeps its name:
// styles, Markdown and a site's own templates write it down.
AssetNames asset_names(const Sources& sources, const Site& site);

// As `path` is published; files that have no such name keep their own.
std::string_view published_name(const AssetNames& names, std::string_view path);

}  // namespace waymark
