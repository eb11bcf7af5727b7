#include "stages/check_links.h"

#include "catch.h"

using namespace waymark;

namespace {

// Pages and the links on them, all written in one file.
struct Guide {
  Sources sources;
  SourceId author = sources.add("content/a.md", "all links\n");
  Pages pages;

  Guide& page(std::string path, std::vector<std::string> urls,
              std::vector<std::string> anchors = {}) {
    Page page{.path = std::move(path), .bytes = "x"};
    for (std::string& url : urls) page.links.push_back({std::move(url), {author, 0, 3}});
    page.anchors = std::move(anchors);
    pages.push_back(std::move(page));
    return *this;
  }

  std::vector<std::string> mistakes(unsigned jobs = 1) {
    Diagnostics found;
    check_links(sources, pages, "https://example.org/guide", jobs, found);
    std::vector<std::string> messages;
    for (const Diagnostic& one : found.all()) messages.push_back(one.message);
    return messages;
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("links to pages, files, anchors and the guide's own address lead somewhere") {
  Guide guide;
  guide.page("index.html", {"./", "roles/", "roles/#a%C3%A4", "assets/x.css?v=1", "#", "#top"});
  guide.page("roles/index.html",
             {"../", "..", "./#aä", "../roles/index.html", "../assets/x.css#L1", "#:~:text=x",
              "https://example.org/guide/", "https://example.org/guide/roles/#aä",
              "data:image/png;base64,AA"},
             {"aä"});
  guide.page("assets/x.css", {});
  CHECK(guide.mistakes() == Texts{});
}

TEST_CASE("links that lead nowhere are told apart") {
  Guide guide;
  guide.page("index.html", {"role/", "roles", "roles/#b", "../x", "/roles/", "", "https://", "x:y",
                            "https://example.org/guide/none/"});
  guide.page("roles/index.html", {}, {"a"});
  CHECK(guide.mistakes() ==
        Texts{"the link \"role/\" leads nowhere", "the link \"roles\" leads nowhere",
              "no anchor \"#b\" on \"roles/\"", "the link \"../x\" leaves the site",
              "the link \"/roles/\" begins at the server's root", "this link is empty",
              "\"https://\" is no web address", "links with \"x:\" are not published",
              "the link \"https://example.org/guide/none/\" leads nowhere"});
}

TEST_CASE("one place that says the same on many pages is one mistake") {
  Guide guide;
  guide.page("a/index.html", {"logo.png", "../none/"});
  guide.page("b/index.html", {"logo.png", "../none/"});
  guide.page("index.html", {"logo.png", "none/"});
  CHECK(guide.mistakes() ==
        Texts{"the link \"logo.png\" leads nowhere", "the link \"../none/\" leads nowhere"});
}

TEST_CASE("links are checked alike by one thread and by eight") {
  Guide guide;
  for (int i = 0; i < 200; ++i)
    guide.page("p" + std::to_string(i) + "/index.html",
               {"../p" + std::to_string(i * 7 % 230) + "/", "#x" + std::to_string(i)});
  const Texts one = guide.mistakes(1);
  CHECK(one.size() > 200);
  CHECK(guide.mistakes(8) == one);
}
