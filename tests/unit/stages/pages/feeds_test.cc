#include "stages/pages/feeds.h"

#include "stages/pages/small_guide.h"

using namespace waymark;

namespace {

std::pair<std::string, std::string> article(const std::string& id, const std::string& more) {
  return {"content/articles/" + id + ".md", "+++\ntitle = \"" + id + "\"\n" + more + "+++\n"};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a feed has the dated articles, the last changed first, with markup escaped") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          article("old",
                                  "summary = \"Old & <i>new</i>.\"\ndate = 2026-01-05\n"
                                  "updated = 2026-11-02\nauthor = \"Ann\"\n"),
                          article("new", "summary = \"S.\"\ndate = 2026-11-01\n"),
                          article("timeless", "summary = \"T.\"\n")});
  CHECK(atom_feed(*guide) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">
<id>https://example.org/guide/</id>
<title>Guide</title>
<subtitle>A guide.</subtitle>
<link rel="self" type="application/atom+xml" href="https://example.org/guide/feed.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/guide/"/>
<updated>2026-11-02T00:00:00Z</updated>
<author>
<name>Guide</name>
</author>
<entry>
<id>https://example.org/guide/articles/old/</id>
<title>old</title>
<link rel="alternate" type="text/html" href="https://example.org/guide/articles/old/"/>
<updated>2026-11-02T00:00:00Z</updated>
<published>2026-01-05T00:00:00Z</published>
<author>
<name>Ann</name>
</author>
<summary>Old &amp; &lt;i&gt;new&lt;/i&gt;.</summary>
</entry>
<entry>
<id>https://example.org/guide/articles/new/</id>
<title>new</title>
<link rel="alternate" type="text/html" href="https://example.org/guide/articles/new/"/>
<updated>2026-11-01T00:00:00Z</updated>
<published>2026-11-01T00:00:00Z</published>
<summary>S.</summary>
</entry>
</feed>
)");
}

TEST_CASE("the JSON feed tells the same") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          article("old",
                                  "summary = \"Old.\"\ndate = 2026-01-05\n"
                                  "updated = 2026-11-02\nauthor = \"Ann\"\n")});
  CHECK(json_feed(*guide) == R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Guide",
  "home_page_url": "https://example.org/guide/",
  "feed_url": "https://example.org/guide/feed.json",
  "description": "A guide.",
  "language": "en",
  "authors": [
    {
      "name": "Guide"
    }
  ],
  "items": [
    {
      "id": "https://example.org/guide/articles/old/",
      "url": "https://example.org/guide/articles/old/",
      "title": "old",
      "content_text": "Old.",
      "date_modified": "2026-11-02T00:00:00Z",
      "date_published": "2026-01-05T00:00:00Z",
      "authors": [
        {
          "name": "Ann"
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("a feed without articles is as old as the guide's day") {
  const SmallGuide guide({site_settings(), taxonomies()});
  CHECK(atom_feed(*guide).find("<updated>2026-11-21T00:00:00Z</updated>") != std::string::npos);
  CHECK(json_feed(*guide).find("\"items\": []") != std::string::npos);
}

TEST_CASE("of many articles a feed has the newest twenty") {
  SmallSite written({site_settings(), taxonomies()});
  for (int day = 1; day <= 25; ++day) {
    Article article;
    article.id = article.title = "a" + std::to_string(day);
    article.date = Date{2026, 10, day};
    written.catalog.articles.push_back(std::move(article));
  }
  const Site site(written.catalog);
  const Derived derived;
  const RenderOptions options{"https://example.org/", {2026, 11, 21}, 1};
  const std::string atom = atom_feed({written.sources, site, derived, options});
  CHECK(count(atom, "<entry>") == 20);
  CHECK(atom.find("articles/a25/") != std::string::npos);
  CHECK(atom.find("articles/a6/") != std::string::npos);
  CHECK(atom.find("articles/a5/") == std::string::npos);
}
