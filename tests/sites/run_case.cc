// Builds one small site in memory and compares it with what its folder expects.
//
//   run_case CASE_DIR SITES_DIR THEME_DIR
//
// A case is a folder; none of its files is needed, and each adds something:
//   extends          a folder below SITES_DIR whose files come first
//   removed          paths, one a line, that are taken away again
//   content/ ...     the site's files: added, or instead of those of `extends`
//   expected/        pages; of HTML only what stands inside <main> is compared, and a script's
//                    name without the digits that stand for its bytes
//   expected.stderr  the messages, whole; without the file there must be none
// After a case with errors the guide that was published before must be there unchanged.
// WAYMARK_UPDATE=1 rewrites what is expected, to be reviewed as a diff.

#include <cstdio>
#include <cstdlib>
#include <regex>
#include <sstream>
#include <string>

#include "base/text.h"
#include "build.h"
#include "formats/report.h"
#include "memory_file_system.h"

namespace waymark {

namespace {

const std::string site_root = "/site";
const std::string theme_root = "/theme";
const std::string output = "/site/public";

class Case {
 public:
  Case(std::string folder, std::string sites, std::string theme)
      : folder_(std::move(folder)), sites_(std::move(sites)), theme_(std::move(theme)) {}

  int run() {
    for (const char* part : {"templates", "assets"})
      copy(join_path(theme_, part), join_path(theme_root, part));
    std::map<std::string, std::string> before;
    if (const auto base = text_of("extends")) {
      copy_site(join_path(sites_, trim(*base)));
      build_here();
      before = memory_.tree(output);
    }
    overlay();
    const BuildOutcome outcome = build_here();
    compare_text("expected.stderr", report(outcome.found, outcome.sources, {}));
    if (outcome.failure) complain("the machine failed: " + outcome.failure->message);
    if (outcome.found.has_errors()) {
      if (outcome.published) complain("there are errors, and yet the guide was published");
      if (memory_.tree(output) != before)
        complain("there are errors, and yet the published guide was touched");
    } else {
      if (!outcome.published) complain("there are no errors, and yet nothing was published");
      compare_pages();
    }
    return complaints_ == 0 ? 0 : 1;
  }

 private:
  void complain(const std::string& what) {
    ++complaints_;
    std::fprintf(stderr, "%s: %s\n", folder_.c_str(), what.c_str());
  }

  std::optional<std::string> text_of(const std::string& name) const {
    const auto bytes = disk_->read(join_path(folder_, name));
    return bytes ? std::optional(*bytes) : std::nullopt;
  }

  void copy(const std::string& from, const std::string& to) {
    const auto entries = disk_->list(from);
    if (!entries) return complain(entries.failure().message);
    for (const FolderEntry& entry : *entries) {
      if (entry.kind != EntryKind::file) continue;
      const auto bytes = disk_->read(join_path(from, entry.path));
      if (bytes)
        memory_.put(join_path(to, entry.path), *bytes);
      else
        complain(bytes.failure().message);
    }
  }

  void copy_site(const std::string& from) {
    for (const char* part : {"content", "templates", "assets"})
      copy(join_path(from, part), join_path(site_root, part));
  }

  void overlay() {
    std::istringstream removed(text_of("removed").value_or(""));
    for (std::string path; std::getline(removed, path);)
      if (!memory_.remove(join_path(site_root, path))) complain("cannot remove " + path);
    copy_site(folder_);
  }

  BuildOutcome build_here() {
    BuildRequest request;
    request.root = site_root;
    request.theme = theme_root;
    request.output_folder = output;
    request.as_of = {2026, 11, 21};
    request.jobs = 2;
    return build(memory_, request);
  }

  static std::string main_of(const std::string& html) {
    const std::size_t begin = html.find("<main");
    const std::size_t end = html.find("</main>");
    if (begin == std::string::npos || end == std::string::npos) return html;
    static const std::regex fingerprint(R"((assets/[a-z-]+)\.[0-9a-f]{8}(\.(js|css)))");
    return std::regex_replace(html.substr(begin, end - begin + 7), fingerprint, "$1$2") + "\n";
  }

  void compare_text(const std::string& name, const std::string& found) {
    const std::string expected = text_of(name).value_or("");
    if (found == expected) return;
    if (std::getenv("WAYMARK_UPDATE") != nullptr) {
      const std::string path = join_path(folder_, name);
      const auto done = found.empty() ? disk_->remove(path) : disk_->write(path, found);
      if (!done) complain(done.failure().message);
      return;
    }
    complain(name + " differs\n--- expected\n" + expected + "--- found\n" + found + "---");
  }

  void compare_pages() {
    const auto expected = disk_->list(join_path(folder_, "expected"));
    if (!expected) return complain(expected.failure().message);
    for (const FolderEntry& entry : *expected) {
      if (entry.kind != EntryKind::file) continue;
      const auto page = memory_.read(join_path(output, entry.path));
      if (!page)
        complain(entry.path + " was not published");
      else
        compare_text("expected/" + entry.path,
                     entry.path.ends_with(".html") ? main_of(*page) : *page);
    }
  }

  std::string folder_, sites_, theme_;
  std::unique_ptr<FileSystem> disk_ = real_file_system();
  MemoryFileSystem memory_;
  int complaints_ = 0;
};

}  // namespace

}  // namespace waymark

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  return waymark::Case(argv[1], argv[2], argv[3]).run();
}
