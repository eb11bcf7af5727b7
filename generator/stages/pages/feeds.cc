#include "stages/pages/feeds.h"

#include <algorithm>
#include <tuple>

#include "formats/html.h"
#include "formats/json.h"
#include "formats/xml.h"
#include "model/urls.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

constexpr std::size_t most = 20;

struct News {
  const Article* article;
  std::string url;  // and its id for good
  Date changed;
};

std::string published_url(const Guide& guide, std::string_view url) {
  return encoded_url(absolute_url(guide.options.base_url, url));
}

std::vector<News> newest(const Guide& guide) {
  std::vector<News> entries;
  for (const Article& article : guide.site->articles)
    if (const auto changed = last_change(article))
      entries.push_back(
          {&article, published_url(guide, url_of(Kind::article, article.id)), *changed});
  std::sort(entries.begin(), entries.end(), [](const News& a, const News& b) {
    return std::tie(b.changed, a.article->id) < std::tie(a.changed, b.article->id);
  });
  entries.resize(std::min(entries.size(), most));
  return entries;
}

// A feed reader asks for an hour as well.
std::string moment(Date date) { return iso(date) + "T00:00:00Z"; }

std::string_view author_of(const SiteSettings& settings) {
  return settings.author.empty() ? settings.title : settings.author;
}

class Xml {
 public:
  void add(std::string_view tag, std::string_view text) {
    text_.append("<").append(tag).append(">");
    append_xml(text, text_);
    text_.append("</").append(tag).append(">\n");
  }
  void add_author(std::string_view name) {
    text_ += "<author>\n";
    add("name", name);
    text_ += "</author>\n";
  }
  void add_link(std::string_view relation, std::string_view type, std::string_view url) {
    text_.append("<link rel=\"").append(relation).append("\" type=\"").append(type);
    text_ += "\" href=\"";
    append_xml(url, text_);
    text_ += "\"/>\n";
  }
  void add_markup(std::string_view markup) { text_ += markup; }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void add_entry(const News& entry, Xml& xml) {
  const Article& article = *entry.article;
  xml.add_markup("<entry>\n");
  xml.add("id", entry.url);
  xml.add("title", article.title);
  xml.add_link("alternate", "text/html", entry.url);
  xml.add("updated", moment(entry.changed));
  if (article.date) xml.add("published", moment(*article.date));
  if (!article.author.empty()) xml.add_author(article.author);
  if (!article.summary.empty()) xml.add("summary", article.summary);
  xml.add_markup("</entry>\n");
}

Json text(std::string_view value) { return {std::string(value)}; }

Json authors(std::string_view name) {
  return {std::vector<Json>{{Json::Members{{"name", text(name)}}}}};
}

Json item(const Guide& guide, const News& entry) {
  const Article& article = *entry.article;
  const std::string& content = article.summary.empty() ? article.title : article.summary;
  Json::Members members{{"id", text(entry.url)},
                        {"url", text(entry.url)},
                        {"title", text(article.title)},
                        {"content_text", text(content)},
                        {"date_modified", text(moment(entry.changed))}};
  if (article.date) members.emplace_back("date_published", text(moment(*article.date)));
  if (!article.author.empty()) members.emplace_back("authors", authors(article.author));
  std::vector<Json> tags;
  for (const Ref<Tag>& tag : article.tags) tags.push_back(text(guide.site[tag].title));
  if (!tags.empty()) members.emplace_back("tags", Json{std::move(tags)});
  return {std::move(members)};
}

}  // namespace

std::string atom_feed(const Guide& guide) {
  const SiteSettings& settings = guide.site->settings;
  const std::vector<News> entries = newest(guide);
  const std::string home = published_url(guide, "");
  Xml xml;
  xml.add_markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xml:lang=\"" +
                 escaped(settings.language) + "\" xmlns=\"http://www.w3.org/2005/Atom\">\n");
  xml.add("id", home);
  xml.add("title", settings.title);
  if (!settings.description.empty()) xml.add("subtitle", settings.description);
  xml.add_link("self", "application/atom+xml", published_url(guide, "feed.xml"));
  xml.add_link("alternate", "text/html", home);
  xml.add("updated", moment(entries.empty() ? guide.options.as_of : entries.front().changed));
  xml.add_author(author_of(settings));
  for (const News& entry : entries) add_entry(entry, xml);
  xml.add_markup("</feed>\n");
  return xml.take();
}

std::string json_feed(const Guide& guide) {
  const SiteSettings& settings = guide.site->settings;
  std::vector<Json> items;
  for (const News& entry : newest(guide)) items.push_back(item(guide, entry));
  return write_pretty_json({Json::Members{{"version", text("https://jsonfeed.org/version/1.1")},
                                          {"title", text(settings.title)},
                                          {"home_page_url", text(published_url(guide, ""))},
                                          {"feed_url", text(published_url(guide, "feed.json"))},
                                          {"description", text(settings.description)},
                                          {"language", text(settings.language)},
                                          {"authors", authors(author_of(settings))},
                                          {"items", {std::move(items)}}}});
}

}  // namespace waymark
