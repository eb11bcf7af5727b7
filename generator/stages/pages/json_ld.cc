#include "stages/pages/json_ld.h"

#include <algorithm>

#include "base/text.h"
#include "model/urls.h"

namespace waymark {
namespace {

Json text(std::string_view value) { return {std::string(value)}; }

bool is_planned(const Plan& plan, std::string_view url) {
  const auto found = std::lower_bound(
      plan.begin(), plan.end(), url,
      [](const PlannedPage& page, std::string_view key) { return page.url < key; });
  return found != plan.end() && found->url == url;
}

// The pages above it, and itself: from its address, as the trail at its top.
Json breadcrumbs(const Guide& guide, const Plan& plan, std::string_view url,
                 std::string_view title) {
  std::vector<Json> list;
  const auto add = [&](std::string_view name, std::string_view at) {
    list.push_back({Json::Members{{"@type", text("ListItem")},
                                  {"position", {static_cast<std::int64_t>(list.size() + 1)}},
                                  {"name", text(name)},
                                  {"item", {absolute_url(guide.options.base_url, at)}}}});
  };
  add("Home", "");
  for (std::size_t slash = url.find('/'); slash + 1 < url.size();
       slash = url.find('/', slash + 1)) {
    const std::string_view above = url.substr(0, slash + 1);
    if (is_planned(plan, above)) add(name_of(above), above);
  }
  add(title.empty() ? name_of(url) : title, url);
  return {Json::Members{{"@type", text("BreadcrumbList")}, {"itemListElement", {std::move(list)}}}};
}

Json web_site(const Guide& guide) {
  const SiteSettings& settings = guide.site->settings;
  const std::string url = absolute_url(guide.options.base_url, "");
  Json::Members site{{"@type", text("WebSite")},
                     {"@id", {url + "#site"}},
                     {"url", {url}},
                     {"name", text(settings.title)},
                     {"description", text(settings.description)},
                     {"inLanguage", text(settings.language)}};
  if (!settings.author.empty())
    site.emplace_back("publisher", Json{Json::Members{{"@type", text("Organization")},
                                                      {"name", text(settings.author)}}});
  return {std::move(site)};
}

// Of the page of all rows of pay.
Json dataset(const Guide& guide) {
  const auto url = [&](std::string_view to) -> Json {
    return {absolute_url(guide.options.base_url, to)};
  };
  const std::vector<Salary>& rows = guide.site->salaries;
  const auto [first, last] = std::minmax_element(
      rows.begin(), rows.end(), [](const Salary& a, const Salary& b) { return a.year < b.year; });
  return {Json::Members{
      {"@type", text("Dataset")},
      {"name", {"Pay before tax: " + guide.site->settings.title}},
      {"description", text("Rows of pay before tax by role or official occupation, level, region "
                           "and year: percentiles, median, sample, population and source.")},
      {"url", url("salaries/")},
      {"temporalCoverage", {std::to_string(first->year) + "/" + std::to_string(last->year)}},
      {"isAccessibleForFree", {true}},
      {"distribution",
       {Json::Members{{"@type", text("DataDownload")},
                      {"encodingFormat", text("application/json")},
                      {"contentUrl", url("api/salaries.json")}}}}}};
}

}  // namespace

std::string name_of(std::string_view url) {
  url.remove_suffix(1);
  std::string name(url.substr(url.rfind('/') + 1));
  if (name.front() >= 'a' && name.front() <= 'z') name.front() -= 'a' - 'A';
  return name;
}

std::string json_ld(const Guide& guide, const Plan& plan, const PlannedPage& page,
                    std::string_view title) {
  std::vector<Json> graph;
  if (page.about) graph = json_ld_things(guide, *page.about);
  if (page.url == "salaries/" && !guide.site->salaries.empty()) graph.push_back(dataset(guide));
  graph.push_back(page.url.empty() ? web_site(guide) : breadcrumbs(guide, plan, page.url, title));
  const Json document{
      Json::Members{{"@context", text("https://schema.org")}, {"@graph", {std::move(graph)}}}};
  return "<script type=\"application/ld+json\">" + write_script_json(document) + "</script>";
}

}  // namespace waymark
