#include "stages/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "formats/url.h"
#include "model/page.h"

namespace waymark {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uint64_t largest_file = 64 << 20;  // bytes; the offsets in a Span have 32 bits

struct Input {
  std::string path;  // from the site's root, as messages print it
  std::string file;  // where the disk has it
  Origin origin = Origin::site;
};

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") ||
         (name.starts_with('#') && name.ends_with('#'));
}

bool is_passed_over_path(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (is_passed_over(path.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// What a terminal can show of a name.
std::string printable(std::string_view name) {
  std::string shown;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    append_utf8(shown, c < 0x80 && is_control(static_cast<char>(c)) ? U'?' : c);
  }
  return shown;
}

// Why a file cannot be part of the site, or nothing.
std::string_view refusal(const FolderEntry& entry) {
  if (entry.kind == EntryKind::symlink)
    return "this is a symbolic link, and links are not followed; put the file itself here";
  if (entry.kind == EntryKind::other) return "this is neither a file nor a folder";
  if (entry.size > largest_file) return "this file is larger than 64 MiB";
  return {};
}

bool has_plain_name(std::string_view path) {
  return !first_invalid_utf8(path) && std::none_of(path.begin(), path.end(), is_control);
}

// What we parse, as against what is published byte by byte.
bool is_parsed(std::string_view path) {
  return path.starts_with("templates/") || path.ends_with(".md") || path.ends_with(".toml");
}

Result<std::vector<Input>> find_below(const FileSystem& files, const std::string& root,
                                      const std::string& folder, Diagnostics& out) {
  std::vector<Input> found;
  const std::string place = join_path(root, folder);
  if (files.kind(place) == EntryKind::symlink) {
    out.error_in_file(folder, std::string(refusal({folder, EntryKind::symlink})));
    return found;
  }
  auto entries = files.list(place);
  if (!entries) return entries.failure();
  for (const FolderEntry& entry : *entries) {
    if (is_passed_over_path(entry.path)) continue;
    std::string path = join_path(folder, entry.path);
    if (!has_plain_name(entry.path)) {
      out.error_in_file(printable(path), "this name is not plain UTF-8 text; rename it");
    } else if (const std::string_view why = refusal(entry); !why.empty()) {
      out.error_in_file(std::move(path), std::string(why));
    } else if (entry.kind == EntryKind::file) {
      found.push_back({std::move(path), join_path(place, entry.path)});
    }
  }
  return found;
}

// A template of the theme that the site has as well stays within its reach under this name.
std::string path_beneath(std::string_view path) {
  constexpr std::string_view folder = "templates/";
  return std::string(folder).append("theme/").append(path.substr(folder.size()));
}

Result<std::vector<Input>> find_inputs(const FileSystem& files, const std::string& root,
                                       const std::string& theme, Diagnostics& out) {
  std::vector<Input> inputs;
  std::unordered_set<std::string> known;
  const auto add = [&](const std::string& from, const std::string& folder,
                       Origin origin) -> Result<Done> {
    auto found = find_below(files, from, folder, out);
    if (!found) return found.failure();
    for (Input& input : *found) {
      input.origin = origin;
      if (folder == "templates" && known.contains(input.path))
        input.path = path_beneath(input.path);
      if (known.insert(input.path).second) inputs.push_back(std::move(input));
    }
    return Done{};
  };
  if (auto done = add(root, "content", Origin::site); !done) return done.failure();
  // Waymark's own guide has no theme but the program's.
  const bool has_own_theme = resolve_path("", root) != resolve_path("", theme);
  for (const char* folder : {"templates", "assets"}) {
    if (has_own_theme)
      if (auto done = add(root, folder, Origin::site); !done) return done.failure();
    if (auto done = add(theme, folder, Origin::theme); !done) return done.failure();
  }
  std::sort(inputs.begin(), inputs.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  return inputs;
}

}  // namespace

Result<Sources> read(const FileSystem& files, const std::string& root, const std::string& theme,
                     unsigned jobs, Diagnostics& out) {
  if (files.kind(join_path(root, "content/site.toml")) == EntryKind::none)
    return Failure{
        fmt::format("no content/site.toml below {}: run waymark in the folder of a site, "
                    "or name it with -C",
                    root.empty() ? "." : root)};
  auto inputs = find_inputs(files, root, theme, out);
  if (!inputs) return inputs.failure();

  std::vector<std::optional<Result<std::string>>> bytes(inputs->size());
  for_each_index(inputs->size(), jobs,
                 [&](std::size_t i) { bytes[i] = files.read((*inputs)[i].file); });

  Sources sources;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!*bytes[i]) return bytes[i]->failure();
    std::string& path = (*inputs)[i].path;
    std::string& text = **bytes[i];
    if (is_parsed(path) && text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    sources.add(std::move(path), std::move(text), (*inputs)[i].origin);
  }
  return sources;
}

Result<std::vector<std::string>> read_published(const FileSystem& files,
                                                const std::string& output_folder) {
  std::vector<std::string> paths;
  const std::string manifest = join_path(output_folder, manifest_name);
  if (files.kind(manifest) != EntryKind::file) return paths;
  const auto text = files.read(manifest);
  if (!text) return text.failure();
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const std::string_view line = std::string_view(*text).substr(begin, end - begin);
    if (!line.empty() && line.front() != '#') paths.emplace_back(line);
    begin = end + 1;
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace waymark
