// Files for machines: sitemap.xml, robots.txt, .nojekyll.
#include "formats/html.h"
#include "model/urls.h"
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
    append_escaped(encoded_url(absolute_url(base_url, page.url)), xml);
    xml += "</loc>";
    if (page.modified) xml += "<lastmod>" + iso(*page.modified) + "</lastmod>";
    xml += "</url>\n";
  }
  return xml + "</urlset>\n";
}

}  // namespace

void add_machine_files(const Guide& guide, const Plan& plan, Pages& pages) {
  const std::string& base_url = guide.options.base_url;
  pages.push_back({.path = "sitemap.xml", .bytes = sitemap(plan, base_url)});
  pages.push_back({.path = "robots.txt",
                   .bytes = "User-agent: *\nAllow: /\nSitemap: " +
                            absolute_url(base_url, "sitemap.xml") + "\n"});
  pages.push_back(
      {.path = ".nojekyll", .bytes = ""});  // GitHub Pages: publish the files as they are
}

}  // namespace waymark
