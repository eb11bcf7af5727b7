// Files for machines, at the site's root.
#include <algorithm>

#include "base/text.h"
#include "formats/html.h"
#include "formats/json.h"
#include "formats/url.h"
#include "formats/xml.h"
#include "model/urls.h"
#include "stages/pages/feeds.h"
#include "stages/pages/pages.h"

namespace waymark {
namespace {

std::string sitemap(const Plan& plan, std::string_view base_url) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PlannedPage& page : plan) {
    if (page.sitemap == InSitemap::no) continue;
    xml += "<url><loc>";
    append_xml(encoded_url(absolute_url(base_url, page.url)), xml);
    xml += "</loc>";
    if (page.modified) xml += "<lastmod>" + iso(*page.modified) + "</lastmod>";
    xml += "</url>\n";
  }
  return xml + "</urlset>\n";
}

// What a phone keeps of the guide on its home screen. Its URLs are relative to
// the file's own.
std::string web_manifest(const SiteSettings& settings) {
  const Json icon{Json::Members{{"src", {std::string("assets/favicon.svg")}},
                                {"type", {std::string("image/svg+xml")}},
                                {"sizes", {std::string("any")}}}};
  return write_pretty_json({Json::Members{{"name", {settings.title}},
                                          {"description", {settings.description}},
                                          {"lang", {settings.language}},
                                          {"start_url", {std::string("./")}},
                                          {"scope", {std::string("./")}},
                                          {"display", {std::string("browser")}},
                                          {"icons", {std::vector<Json>{icon}}}}});
}

// A line of a list, in Markdown.
void append_link(std::string_view title, std::string_view url, std::string_view about,
                 std::string& markdown) {
  markdown += "- [";
  for (const char c : title) {
    if (c == '[' || c == ']' || c == '\\') markdown += '\\';
    markdown += c;
  }
  markdown.append("](").append(encoded_url(url)).append(")");
  if (!about.empty()) markdown.append(": ").append(about);
  markdown += '\n';
}

// What a language model reads first (llmstxt.org): what the guide is, and where
// its parts are.
std::string llms_text(const Guide& guide) {
  const auto url = [&](std::string_view to) { return absolute_url(guide.options.base_url, to); };
  const SiteSettings& settings = guide.site->settings;
  std::string markdown = "# " + settings.title + "\n\n> " + settings.description + "\n";
  if (!settings.navigation.empty()) markdown += "\n## Sections\n\n";
  for (const NavigationItem& place : settings.navigation)
    append_link(place.title, url(place.path), "", markdown);
  if (!guide.derived.articles.empty()) markdown += "\n## Articles\n\n";
  for (const Id<Article> id : guide.derived.articles) {
    const Article& article = guide.site[id];
    append_link(article.title, url(url_of(Kind::article, article.id)), article.summary, markdown);
  }
  markdown += "\n## Data\n\n";
  append_link("All records as JSON", url("api/index.json"), "every file and its schema", markdown);
  append_link("Sitemap", url("sitemap.xml"), "every page", markdown);
  return markdown;
}

// The host of a guide that has a domain of its own, for GitHub Pages; empty for one that lies in a
// folder, on github.io, on no public host, or at the address that stands for one not known yet.
std::string custom_domain(std::string_view base_url) {
  if (!is_web_url(base_url)) return {};
  const std::string_view address = base_url.substr(base_url.find("//") + 2);
  const std::size_t end = address.find('/');
  const bool is_whole_host = end == address.npos || end + 1 == address.size();
  const std::string host = ascii_lower(address.substr(0, end));
  const bool is_domain = host.find('.') != host.npos && host.find_first_of(":@[") == host.npos &&
                         !is_digit(host.back());
  const bool is_anybodys = host == "example.org" || host == "example.com" ||
                           host == "example.net" || host.ends_with(".github.io");
  return is_whole_host && is_domain && !is_anybodys ? host : "";
}

bool has_asset(const Site& site, std::string_view path) {
  return std::any_of(site->assets.begin(), site->assets.end(),
                     [&](const Asset& asset) { return asset.path == path; });
}

}  // namespace

void add_machine_files(const Guide& guide, const Plan& plan, Pages& pages) {
  const std::string& base_url = guide.options.base_url;
  pages.push_back({.path = "sitemap.xml", .bytes = sitemap(plan, base_url)});
  pages.push_back({.path = "robots.txt",
                   .bytes = "User-agent: *\nAllow: /\nSitemap: " +
                            absolute_url(base_url, "sitemap.xml") + "\n"});
  pages.push_back({.path = "feed.xml", .bytes = atom_feed(guide)});
  pages.push_back({.path = "feed.json", .bytes = json_feed(guide)});
  pages.push_back({.path = "llms.txt", .bytes = llms_text(guide)});
  pages.push_back({.path = "manifest.webmanifest", .bytes = web_manifest(guide.site->settings)});
  pages.push_back(
      {.path = ".nojekyll", .bytes = ""});  // GitHub Pages: publish the files as they are
  const std::string domain = custom_domain(base_url);
  if (!domain.empty() && !has_asset(guide.site, "CNAME"))
    pages.push_back({.path = "CNAME", .bytes = domain + "\n"});
}

}  // namespace waymark
