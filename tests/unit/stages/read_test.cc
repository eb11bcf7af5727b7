#include "stages/read.h"

#include <algorithm>

#include "catch.h"
#include "memory_file_system.h"

using namespace waymark;

namespace {

struct Site {
  Site() { files.put("site/content/site.toml", ""); }

  // "path=text" of every source, in order.
  std::vector<std::string> read_all(unsigned jobs = 1) {
    const auto sources = read(files, "site", "theme", jobs, out);
    REQUIRE(sources);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < sources->size(); ++i) {
      const auto id = static_cast<SourceId>(i);
      all.push_back(std::string(sources->path(id)) + "=" + std::string(sources->text(id)));
    }
    return all;
  }

  // "path: message" of every diagnostic.
  std::vector<std::string> errors() const {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : out.all())
      all.push_back(diagnostic.path + ": " + diagnostic.message);
    return all;
  }

  MemoryFileSystem files;
  Diagnostics out;
};

using Lines = std::vector<std::string>;

// A disk on which files are listed, but cannot be read.
struct UnreadableFiles : MemoryFileSystem {
  Result<std::string> read(const std::string& path) const override {
    return Failure{"cannot read " + path + ": Permission denied"};
  }
};

}  // namespace

TEST_CASE("a site's three folders are read, sorted by path, and nothing beside them") {
  Site site;
  site.files.put("site/templates/page.html", "P");
  site.files.put("site/content/roles/b.md", "B");
  site.files.put("site/content/roles.md", "R");
  site.files.put("site/assets/style.css", "S");
  site.files.put("site/README.md", "no");
  site.files.put("site/public/index.html", "no");
  const Lines expected{"assets/style.css=S", "content/roles.md=R", "content/roles/b.md=B",
                       "content/site.toml=", "templates/page.html=P"};
  CHECK(site.read_all() == expected);
  CHECK(site.errors().empty());
}

TEST_CASE("the number of threads does not change what is read") {
  Site site;
  for (int i = 0; i < 200; ++i)
    site.files.put("site/content/roles/" + std::to_string(i) + ".md", std::to_string(i));
  const Lines alone = site.read_all(1);
  CHECK(alone.size() == 201);
  CHECK(site.read_all(8) == alone);
}

TEST_CASE("the site's own template wins over the theme's, which fills in what is missing") {
  Site site;
  site.files.put("site/templates/page.html", "mine");
  site.files.put("theme/templates/page.html", "theme's");
  site.files.put("theme/templates/index.html", "theme's");
  site.files.put("theme/assets/style.css", "theme's");
  site.files.put("theme/content/roles/x.md", "not read");
  const Lines expected{"assets/style.css=theme's",
                       "content/site.toml=", "templates/index.html=theme's",
                       "templates/page.html=mine", "templates/theme/page.html=theme's"};
  CHECK(site.read_all() == expected);
}

TEST_CASE("an asset of the theme that the site replaces is not read") {
  Site site;
  site.files.put("site/assets/style.css", "mine");
  site.files.put("theme/assets/style.css", "theme's");
  CHECK(site.read_all() == Lines{"assets/style.css=mine", "content/site.toml="});
  const Lines reads = site.files.reads();
  CHECK(std::count(reads.begin(), reads.end(), "theme/assets/style.css") == 0);
}

TEST_CASE("what is read is known as the site's or the theme's") {
  Site site;
  site.files.put("site/templates/page.html", "mine");
  site.files.put("theme/templates/page.html", "theme's");
  const auto sources = read(site.files, "site", "theme", 1, site.out);
  REQUIRE(sources);
  std::vector<std::string> of_theme;
  for (std::uint32_t i = 0; i < sources->size(); ++i)
    if (sources->origin(SourceId{i}) == Origin::theme)
      of_theme.emplace_back(sources->path(SourceId{i}));
  CHECK(of_theme == Lines{"templates/theme/page.html"});
}

TEST_CASE("a site that is its own theme is read once") {
  Site site;
  site.files.put("site/templates/page.html", "P");
  REQUIRE(read(site.files, "site", "site", 1, site.out));
  CHECK(site.files.reads() == Lines{"site/content/site.toml", "site/templates/page.html"});
}

TEST_CASE("hidden files and editors' back-ups are passed over") {
  Site site;
  for (const char* name : {".DS_Store", ".git/config", "a.md~", "#a.md#", ".a.md.swp", "a.swp",
                           ".#a.md", "roles/.hidden/a.md"})
    site.files.put(std::string("site/content/") + name, "no");
  site.files.put("site/content/c#.md", "yes");
  CHECK(site.read_all() == Lines{"content/c#.md=yes", "content/site.toml="});
  CHECK(site.errors().empty());
}

TEST_CASE("a folder with a page's name holds pages and is none") {
  Site site;
  site.files.put("site/content/roles/x.md/y.md", "Y");
  CHECK(site.read_all() == Lines{"content/roles/x.md/y.md=Y", "content/site.toml="});
}

TEST_CASE("a symbolic link is an error and is not followed") {
  Site site;
  site.files.put_kind("site/content/roles/passwd.md", EntryKind::symlink);
  site.files.put_kind("site/assets", EntryKind::symlink);
  CHECK(site.read_all() == Lines{"content/site.toml="});
  const std::string why =
      "this is a symbolic link, and links are not followed; put the file itself here";
  CHECK(site.errors() == Lines{"content/roles/passwd.md: " + why, "assets: " + why});
}

TEST_CASE("a device or a pipe is an error and is not read") {
  Site site;
  site.files.put_kind("site/content/pipe.md", EntryKind::other);
  CHECK(site.read_all() == Lines{"content/site.toml="});
  CHECK(site.errors() == Lines{"content/pipe.md: this is neither a file nor a folder"});
}

TEST_CASE("a file over 64 MiB is an error and is not read; one of just that size is fine") {
  Site site;
  site.files.put("site/content/big.bin", std::string((64u << 20) + 1, 'x'));
  site.files.put("site/content/fits.bin", std::string(64u << 20, 'x'));
  const auto sources = read(site.files, "site", "theme", 1, site.out);
  REQUIRE(sources);
  CHECK(sources->size() == 2);
  CHECK(site.errors() == Lines{"content/big.bin: this file is larger than 64 MiB"});
}

TEST_CASE("a name that is not text is an error, printed so that a terminal survives it") {
  Site site;
  site.files.put("site/content/a\x1B[2J\n.md", "");
  site.files.put("site/content/b\xFF.md", "");
  CHECK(site.read_all() == Lines{"content/site.toml="});
  CHECK(site.errors() == Lines{"content/a?[2J?.md: this name is not plain UTF-8 text; rename it",
                               "content/b\xEF\xBF\xBD.md: this name is not plain UTF-8 text; "
                               "rename it"});
}

TEST_CASE("a folder that is no site says what to do") {
  MemoryFileSystem files;
  Diagnostics out;
  CHECK(read(files, "", "theme", 1, out).failure().message ==
        "no content/site.toml below .: run waymark in the folder of a site, or name it with -C");
  files.put("here/content/home.md", "");
  CHECK(read(files, "here", "theme", 1, out).failure().message ==
        "no content/site.toml below here: run waymark in the folder of a site, or name it with -C");
}

TEST_CASE("of several unreadable files the first by path is reported, for any number of threads") {
  UnreadableFiles files;
  Diagnostics out;
  files.put("site/content/site.toml", "");
  for (const char* name : {"b.md", "a.md", "c.md"})
    files.put(std::string("site/content/") + name, "");
  for (const unsigned jobs : {1u, 8u})
    CHECK(read(files, "site", "theme", jobs, out).failure().message ==
          "cannot read site/content/a.md: Permission denied");
}

TEST_CASE("a byte order mark is dropped where we parse, and kept where a file is only copied") {
  Site site;
  site.files.put("site/content/roles/b.md",
                 "\xEF\xBB\xBF"
                 "B");
  site.files.put("site/content/roles/pay.csv",
                 "\xEF\xBB\xBF"
                 "pay");
  const Lines expected{"content/roles/b.md=B", "content/roles/pay.csv=\xEF\xBB\xBFpay",
                       "content/site.toml="};
  CHECK(site.read_all() == expected);
}

TEST_CASE("what was published is what the manifest lists, sorted, without its notes") {
  Site site;
  CHECK(read_published(site.files, "out")->empty());
  site.files.put("out/.waymark-manifest", "# a note\nb/index.html\na/index.html\nlast");
  const auto published = read_published(site.files, "out");
  REQUIRE(published);
  CHECK(*published == std::vector<std::string>{"a/index.html", "b/index.html", "last"});
}
