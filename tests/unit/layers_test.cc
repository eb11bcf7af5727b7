// The include table of ARCHITECTURE.md, held by reading every #include of generator/.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;  // from generator/: "stages/load.cc"
  std::string header;
  bool quoted = false;  // "ours.h", not <theirs.h>
};

// What the files of a folder may include of ours; a whole folder ends in '/'.
const std::map<std::string, std::vector<std::string>> kMayInclude = {
    {"base", {"base/"}},
    {"formats", {"base/", "formats/"}},
    {"model", {"base/date.h", "base/source.h", "formats/document.h", "formats/value.h", "model/"}},
    {"stages", {"base/", "formats/", "model/"}},  // and their own stage
};

// The one file that may know each library. {fmt} is not here: any .cc may print.
const std::map<std::string, std::string> kKnownBy = {
    {"CLI", "options.cc"},
    {"boost", "base/file_system.cc"},
    {"cmark-gfm", "formats/markdown_parse.cc"},
    {"httplib", "base/http.cc"},
    {"librsvg", "formats/picture.cc"},
    {"nlohmann", "formats/json.cc"},
    {"png", "formats/picture.cc"},
    {"toml++", "formats/toml.cc"},
    {"xxhash", "base/hash.cc"},
    {"yaml-cpp", "formats/yaml.cc"},
};

// A file or folder of stages/ that is not a stage itself, and the one that it helps.
const std::map<std::string, std::string> kHelps = {
    {"body_links", "link"},    {"field_reader", "load"}, {"page_finder", "link"},
    {"pages", "render"},       {"redirects", "link"},    {"shortcodes", "link"},
    {"taken_paths", "render"}, {"term_links", "link"},
};

std::string folder_of(std::string_view file) {
  const auto slash = file.find('/');
  return std::string(file.substr(0, slash == std::string_view::npos ? 0 : slash));
}

// The stage that a file of stages/ is part of: "stages/load.cc" -> "load".
std::string stage_of(std::string_view file) {
  std::string name(file.substr(file.find('/') + 1));
  name.resize(std::min(name.find_first_of("/."), name.size()));
  const auto owner = kHelps.find(name);
  return owner == kHelps.end() ? name : owner->second;
}

// "toml++/toml.h" -> "toml++", "cmark-gfm-extension_api.h" -> "cmark-gfm"; "" for the standard
// library, whose headers have neither a folder nor an extension.
std::string library_of(const std::string& header) {
  if (header.find_first_of("/.") == std::string::npos) return "";
  if (header.starts_with("cmark-gfm")) return "cmark-gfm";
  return header.substr(0, header.find_first_of("/."));
}

bool is_system(const std::string& library) {
  static const std::set<std::string> kPosix = {"fcntl", "poll", "signal", "spawn", "sys", "unistd"};
  return kPosix.contains(library);
}

bool allowed(const Include& include) {
  const bool source_file = include.file.ends_with(".cc");
  if (include.quoted) {
    const auto row = kMayInclude.find(folder_of(include.file));
    if (row == kMayInclude.end()) return true;  // main, options, build and commands see everything
    if (row->first == "stages" && folder_of(include.header) == "stages") {
      return stage_of(include.file) == stage_of(include.header);
    }
    return std::any_of(row->second.begin(), row->second.end(), [&](const std::string& may) {
      return may.ends_with('/') ? include.header.starts_with(may) : include.header == may;
    });
  }
  const std::string library = library_of(include.header);
  if (library.empty()) return true;
  if (library == "fmt") return source_file;
  if (is_system(library)) {
    return include.file == "commands/environment.cc" ||
           (source_file && folder_of(include.file) == "base");
  }
  const auto known = kKnownBy.find(library);
  return known != kKnownBy.end() && known->second == include.file;
}

std::vector<Include> includes_of(const fs::path& root) {
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ")) continue;
      const char close = line[9] == '"' ? '"' : '>';
      const auto end = line.find(close, 10);
      found.push_back({fs::relative(entry.path(), root).generic_string(), line.substr(10, end - 10),
                       close == '"'});
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every include of the generator points down", "[layers]") {
  const std::vector<Include> includes = includes_of(fs::path(WAYMARK_SOURCE_DIR) / "generator");
  REQUIRE(includes.size() > 100);
  std::vector<std::string> wrong;
  for (const Include& include : includes) {
    if (!allowed(include)) wrong.push_back(include.file + " includes " + include.header);
  }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("the include table refuses what points up or sideways", "[layers]") {
  CHECK_FALSE(allowed({"base/text.cc", "formats/html.h", true}));
  CHECK_FALSE(allowed({"formats/html.cc", "model/ids.h", true}));
  CHECK_FALSE(allowed({"model/site.h", "formats/toml.h", true}));
  CHECK_FALSE(allowed({"stages/render.cc", "stages/load.h", true}));
  CHECK_FALSE(allowed({"stages/pages/home.cc", "stages/link.h", true}));
  CHECK_FALSE(allowed({"stages/load.cc", "build.h", true}));
  CHECK_FALSE(allowed({"stages/link.cc", "stages/field_reader.h", true}));
  CHECK(allowed({"stages/pages/home.cc", "stages/pages/pages.h", true}));
  CHECK(allowed({"stages/load.cc", "stages/field_reader.h", true}));
  CHECK(allowed({"build.cc", "stages/load.h", true}));
}

TEST_CASE("the include table keeps each library in one file", "[layers]") {
  CHECK(allowed({"formats/toml.cc", "toml++/toml.h", false}));
  CHECK_FALSE(allowed({"stages/load.cc", "toml++/toml.h", false}));
  CHECK_FALSE(allowed({"formats/markdown_html.cc", "cmark-gfm-extension_api.h", false}));
  CHECK_FALSE(allowed({"base/text.h", "fmt/format.h", false}));
  CHECK_FALSE(allowed({"base/text.cc", "zlib.h", false}));
  CHECK_FALSE(allowed({"stages/publish.cc", "unistd.h", false}));
}
