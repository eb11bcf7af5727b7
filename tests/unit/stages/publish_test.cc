#include "stages/publish.h"

#include <algorithm>

#include "catch.h"
#include "memory_file_system.h"

using namespace waymark;

namespace {

using Tree = std::map<std::string, std::string>;
using Lines = std::vector<std::string>;

const std::string header =
    "# Files made by waymark, which it may replace and remove. Others in this folder stay.\n";

Pages pages(const Tree& files) {
  Pages pages;
  for (const auto& [path, bytes] : files) pages.push_back({path, bytes});
  return pages;
}

struct Output {
  Result<PublishSummary> publish(const Tree& files_made) {
    return waymark::publish(files, "public", pages(files_made), {});
  }

  // "written unchanged removed", or the failure's message.
  std::string run(const Tree& files_made) {
    const auto summary = publish(files_made);
    if (!summary) return summary.failure().message;
    return std::to_string(summary->written) + " " + std::to_string(summary->unchanged) + " " +
           std::to_string(summary->removed);
  }

  // What a reader sees: without our two.
  Tree site() const {
    Tree tree = files.tree("public");
    for (auto at = tree.begin(); at != tree.end();)
      at = at->first.starts_with(".waymark-") ? tree.erase(at) : std::next(at);
    return tree;
  }

  MemoryFileSystem files;
};

// Whether a page was renamed into its place, or removed from it.
bool has_touched_site(const Lines& changes) {
  return std::any_of(changes.begin(), changes.end(), [](const std::string& change) {
    if (change.starts_with("rename")) return !change.ends_with(" public/.waymark-manifest");
    return change.starts_with("remove") && change.find(".waymark-staging") == std::string::npos;
  });
}

const Tree old_site{{"a/index.html", "A"}, {"b/c/index.html", "C"}, {"index.html", "home"}};
const Tree new_site{{"a/index.html", "A2"}, {"d/index.html", "D"}, {"index.html", "home"}};

}  // namespace

TEST_CASE("a first build writes every file, and a manifest that names them in order") {
  Output output;
  const auto summary =
      output.publish({{"roles/x/index.html", "X"}, {"index.html", "I"}, {"s.css", ""}});
  REQUIRE(summary);
  CHECK(summary->pages == 2);
  CHECK(summary->files == 3);
  CHECK(summary->written == 3);
  CHECK(summary->unchanged == 0);
  CHECK(summary->removed == 0);
  const Tree expected{{".waymark-manifest", header + "index.html\nroles/x/index.html\ns.css\n"},
                      {"index.html", "I"},
                      {"roles/x/index.html", "X"},
                      {"s.css", ""}};
  CHECK(output.files.tree("public") == expected);
}

TEST_CASE("a second build of the same pages touches nothing, not even the manifest") {
  Output output;
  CHECK(output.run(old_site) == "3 0 0");
  output.files.forget_log();
  CHECK(output.run(old_site) == "0 3 0");
  CHECK(output.files.changes() == Lines{});
}

TEST_CASE("everything is written to the staging folder before the first rename or removal") {
  Output output;
  CHECK(output.run(old_site) == "3 0 0");
  output.files.forget_log();
  CHECK(output.run(new_site) == "2 1 1");
  const std::string staging = "public/.waymark-staging";
  const Lines expected{"write " + staging + "/0",
                       "write " + staging + "/1",
                       "write " + staging + "/manifest-during",
                       "write " + staging + "/manifest-after",
                       "rename " + staging + "/manifest-during public/.waymark-manifest",
                       "rename " + staging + "/0 public/a/index.html",
                       "rename " + staging + "/1 public/d/index.html",
                       "remove public/b/c/index.html",
                       "remove public/b/c",
                       "remove public/b",
                       "rename " + staging + "/manifest-after public/.waymark-manifest",
                       "remove " + staging};
  CHECK(output.files.changes() == expected);
  CHECK(output.site() == new_site);
}

TEST_CASE("a copied file has its source's bytes") {
  Output output;
  Sources sources;
  sources.add("content/a.md", "no");
  const SourceId picture = sources.add("content/p.png", "\x89PNG");
  REQUIRE(waymark::publish(output.files, "public", {{"p.png", "", picture}}, sources));
  CHECK(output.site() == Tree{{"p.png", "\x89PNG"}});
}

TEST_CASE("a file with other bytes of the same length is written again") {
  Output output;
  CHECK(output.run({{"a.html", "one"}, {"b.html", "one"}}) == "2 0 0");
  CHECK(output.run({{"a.html", "two"}, {"b.html", "one"}}) == "1 1 0");
  CHECK(output.site().at("a.html") == "two");
}

TEST_CASE("what somebody deleted or changed in the output is made again") {
  Output output;
  CHECK(output.run(old_site) == "3 0 0");
  REQUIRE(output.files.remove("public/a/index.html"));
  output.files.put("public/index.html", "changed by hand");
  CHECK(output.run(old_site) == "2 1 0");
  CHECK(output.site() == old_site);
}

TEST_CASE("files and folders that somebody added stay, also beside pages that go") {
  Output output;
  CHECK(output.run(old_site) == "3 0 0");
  output.files.put("public/CNAME", "example.org");
  output.files.put("public/b/c/notes.txt", "mine");
  output.files.put_kind("public/b/link", EntryKind::symlink);
  output.files.put_kind("public/empty", EntryKind::directory);
  CHECK(output.run({{"index.html", "home"}}) == "0 1 2");
  const Tree expected{
      {"CNAME", "example.org"}, {"b/c/notes.txt", "mine"}, {"empty/", ""}, {"index.html", "home"}};
  CHECK(output.site() == expected);
  CHECK(output.files.kind("public/b/link") == EntryKind::symlink);
}

TEST_CASE("an empty folder that somebody added keeps the folder that it is in") {
  Output output;
  CHECK(output.run({{"a/x.html", "X"}, {"b.html", "B"}}) == "2 0 0");
  output.files.put_kind("public/a/mine", EntryKind::directory);
  CHECK(output.run({{"b.html", "B"}}) == "0 1 1");
  CHECK(output.site() == Tree{{"a/mine/", ""}, {"b.html", "B"}});
}

TEST_CASE("a page may turn from a file into a folder, and back") {
  Output output;
  const Tree as_file{{"a.html", "A"}, {"z.html", "Z"}};
  const Tree as_folder{{"a.html/b/index.html", "A"}, {"z.html", "Z"}};
  CHECK(output.run(as_file) == "2 0 0");
  CHECK(output.run(as_folder) == "1 1 1");
  CHECK(output.site() == as_folder);
  CHECK(output.run(as_file) == "1 1 1");
  CHECK(output.site() == as_file);
}

TEST_CASE("a folder that is not empty and has no manifest is refused and left alone") {
  for (const bool is_link : {false, true}) {
    Output output;
    output.files.put("public/thesis.tex", "years");
    if (is_link) output.files.put_kind("public/.waymark-manifest", EntryKind::symlink);
    CHECK(output.run(old_site) ==
          "public is not empty and was not made by waymark (it has no .waymark-manifest); choose "
          "another folder with -o, or empty this one");
    CHECK(output.files.changes() == Lines{});
  }
}

TEST_CASE("an output folder that is a file is refused") {
  Output output;
  output.files.put("public", "text");
  CHECK(output.run(old_site) == "public is a file; choose a folder with -o");
  CHECK(output.files.changes() == Lines{});
}

TEST_CASE("a second build into a folder that is being written is refused") {
  Output output;
  const auto lock = output.files.lock("public");
  REQUIRE(lock);
  CHECK(output.run(old_site) == "public is locked");
  CHECK(output.files.changes() == Lines{});
}

TEST_CASE("a page that would leave the output folder or take our names is refused") {
  const std::string long_name(256, 'x');
  for (const std::string& path :
       {std::string(), std::string("../x"), std::string("a/../../x"), std::string("/etc/x"),
        std::string("a//b"), std::string("a/"), std::string("./a"), std::string("a/."),
        std::string("a\nb"), std::string("a\0b", 3), long_name, long_name + "/a",
        std::string(".waymark-manifest"), std::string(".waymark-staging/x")}) {
    Output output;
    CHECK(output.run({{"ok.html", ""}, {path, ""}}) ==
          "cannot publish \"" + path + "\": not a path inside the output folder");
    CHECK(output.files.changes() == Lines{});
  }
  Output output;
  CHECK(output.run({{"..a/b..c/...", ""}, {std::string(255, 'x'), ""}}) == "2 0 0");
}

TEST_CASE("two pages that cannot stand in one folder are refused") {
  Output output;
  CHECK(waymark::publish(output.files, "public", {{"a", "1"}, {"a", "2"}}, {}).failure().message ==
        "cannot publish \"a\": two pages have this path");
  CHECK(output.run({{"a", ""}, {"a/b/c", ""}}) ==
        "cannot publish \"a/b/c\": \"a\" is a page, not a folder");
  CHECK(output.files.changes() == Lines{});
}

TEST_CASE("what is not ours and stands in a page's way is refused before anything is touched") {
  const auto refused = [](const std::string& way, EntryKind kind, const std::string& page) {
    Output output;
    REQUIRE(output.run(old_site) == "3 0 0");
    output.files.put_kind("public/" + way, kind);
    output.files.forget_log();
    CHECK(output.run({{page, "new"}}) ==
          "public/" + way + " was not made by waymark and is in the way of public/" + page +
              "; move it out of the folder");
    CHECK(output.files.changes() == Lines{});
  };
  refused("x.html", EntryKind::file, "x.html");
  refused("x.html", EntryKind::symlink, "x.html");
  refused("x.html", EntryKind::directory, "x.html");
  refused("x", EntryKind::file, "x/y/index.html");
  refused("x", EntryKind::symlink, "x/index.html");
  refused("a/x", EntryKind::symlink, "a/x/y/index.html");
}

TEST_CASE("a folder of ours with somebody's file in it does not give way to a page") {
  Output output;
  CHECK(output.run({{"a/b.html", "B"}}) == "1 0 0");
  output.files.put("public/a/mine", "keep");
  CHECK(
      output.run({{"a", "A"}}) ==
      "public/a was not made by waymark and is in the way of public/a; move it out of the folder");
  CHECK(output.site() == Tree{{"a/b.html", "B"}, {"a/mine", "keep"}});
}

TEST_CASE("a file that somebody made with a page's very bytes becomes ours") {
  Output output;
  CHECK(output.run({{"index.html", "I"}}) == "1 0 0");
  output.files.put("public/CNAME", "example.org");
  CHECK(output.run({{"CNAME", "example.org"}, {"index.html", "I"}}) == "0 2 0");
  CHECK(output.run({{"index.html", "I"}}) == "0 1 1");
  CHECK(output.site() == Tree{{"index.html", "I"}});
}

TEST_CASE("a manifest that somebody else wrote removes nothing outside the folder") {
  Output output;
  output.files.put("outside/x", "keep");
  output.files.put("x", "keep");
  output.files.put("public/sub/mine", "keep");
  output.files.put_kind("public/link", EntryKind::symlink);
  output.files.put("public/.waymark-manifest",
                   "../x\n../outside/x\n/x\nsub/../../x\nlink\nlink/x\nsub\n.\n..\n\n"
                   "public/../x\n.waymark-manifest\nno final newline/../../x");
  CHECK(output.run({{"index.html", "I"}}) == "1 0 0");
  CHECK(output.files.tree("outside") == Tree{{"x", "keep"}});
  CHECK(output.files.kind("x") == EntryKind::file);
  CHECK(output.files.kind("public/link") == EntryKind::symlink);
  CHECK(output.site() == Tree{{"index.html", "I"}, {"sub/mine", "keep"}});
  CHECK(output.files.tree("public").at(".waymark-manifest") == header + "index.html\n");
}

TEST_CASE(
    "a failure at any point leaves whole files, the old site until all is staged, and a retry "
    "works") {
  const bool is_crash = GENERATE(false, true);
  const bool is_first = GENERATE(false, true);
  const bool is_same_again = GENERATE(false, true);
  // A page that goes, one that changes, one that is new, one that turns into a folder, and back.
  const Tree before =
      is_first
          ? Tree{}
          : Tree{{"a.html", "A1"}, {"b/c/d.html", "B1"}, {"e.html", "E"}, {"f", "F"}, {"g/h", "G"}};
  const Tree after{{"a.html", "A2"}, {"e.html", "E"}, {"f/i", "I"}, {"g", "G2"}, {"n/o", "N"}};
  const Tree other{{"only.html", "O"}};
  std::size_t failures = 0;
  for (std::size_t operation = 0;; ++operation) {
    CAPTURE(is_crash, is_first, is_same_again, operation);
    Output output;
    if (!is_first) REQUIRE(output.publish(before));
    output.files.put("public/.waymark-staging/leftover/x", "of an earlier crash");
    output.files.forget_log();
    output.files.fail_at(operation, is_crash);
    if (output.publish(after)) break;
    ++failures;

    if (!has_touched_site(output.files.changes())) CHECK(output.site() == before);
    for (const auto& [path, bytes] : output.site()) {
      if (path.ends_with('/')) continue;
      const bool is_old = before.contains(path) && before.at(path) == bytes;
      const bool is_new = after.contains(path) && after.at(path) == bytes;
      CAPTURE(path, bytes);
      CHECK((is_old || is_new));
    }

    output.files.recover();
    // No file of the failed run may be lost track of.
    const Tree& retried = is_same_again ? after : other;
    REQUIRE(output.publish(retried));
    CHECK(output.site() == retried);
    output.files.forget_log();
    REQUIRE(output.publish(retried));
    CHECK(output.files.changes() == Lines{});
  }
  CHECK(failures > 10);
}

TEST_CASE("a failed build gives back the room that its staged files took") {
  Output output;
  REQUIRE(output.publish(old_site));
  const Tree whole = output.files.tree("public");
  output.files.fail_at(1, false);
  CHECK(output.run(new_site) == "cannot write public/.waymark-staging/1: the disk is full");
  CHECK(output.files.tree("public") == whole);
}

TEST_CASE("four threads publish what one does, and leave nothing of the staging behind") {
  Tree site;
  for (int i = 0; i < 100; ++i) site["p" + std::to_string(i) + "/index.html"] = std::to_string(i);
  Output one, four;
  REQUIRE(waymark::publish(one.files, "public", pages(site), {}, 1));
  REQUIRE(waymark::publish(four.files, "public", pages(site), {}, 4));
  CHECK(four.files.tree("public") == one.files.tree("public"));
}

namespace {

Page picture(const std::string& name) {
  return {.path = "cards/" + name + ".png", .bytes = "<svg>" + name + "</svg>", .is_drawn = true};
}

}  // namespace

TEST_CASE("a picture is drawn once; a later run does not even read it") {
  MemoryFileSystem files;
  int drawn = 0;
  const Draw draw = [&](std::string_view svg) -> Result<std::string> {
    ++drawn;
    return "PNG of " + std::string(svg);
  };
  REQUIRE(publish(files, "public", {picture("1"), picture("2")}, {}, 1, draw));
  CHECK(drawn == 2);
  CHECK(files.tree("public").at("cards/1.png") == "PNG of <svg>1</svg>");

  files.forget_log();
  const auto again = publish(files, "public", {picture("1"), picture("2")}, {}, 1, draw);
  REQUIRE(again);
  CHECK(again->unchanged == 2);
  CHECK(drawn == 2);
  CHECK(files.changes() == Lines{});
  CHECK(files.reads() == Lines{"public/.waymark-manifest"});

  const auto changed = publish(files, "public", {picture("1"), picture("3")}, {}, 1, draw);
  REQUIRE(changed);
  CHECK(changed->written == 1);
  CHECK(changed->removed == 1);
  CHECK(drawn == 3);
}

TEST_CASE("a picture that cannot be drawn leaves the old site as it is") {
  Output output;
  REQUIRE(output.publish(old_site));
  const Tree whole = output.files.tree("public");
  const Draw draw = [](std::string_view) -> Result<std::string> { return Failure{"no colours"}; };
  const auto summary =
      publish(output.files, "public", {{"a/index.html", "A2"}, picture("1")}, {}, 1, draw);
  REQUIRE_FALSE(summary);
  CHECK(summary.failure().message == "cannot draw cards/1.png: no colours");
  CHECK(output.files.tree("public") == whole);
}

TEST_CASE("a file of somebody else is no picture of ours, whatever its name") {
  Output output;
  REQUIRE(output.publish(old_site));
  output.files.put("public/cards/1.png", "a photograph");
  const auto summary = publish(output.files, "public", {picture("1")}, {});
  REQUIRE_FALSE(summary);
  CHECK(summary.failure().message ==
        "public/cards/1.png was not made by waymark and is in the way of public/cards/1.png; move "
        "it out of the folder");
}
