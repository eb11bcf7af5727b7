#include "model/urls.h"

#include <algorithm>

namespace waymark {

std::string url_of(Kind kind, std::string_view id) {
  const std::string folder(kind_folder(kind));
  switch (kind) {
    case Kind::source:
    case Kind::dispute:
    case Kind::title:
      return folder + "/#" + std::string(id);
    case Kind::figure:
      return "sources/#figure-" + std::string(id);
    case Kind::page:
      return std::string(id) + "/";
    default:
      return folder + "/" + std::string(id) + "/";
  }
}

std::string comparison_url(std::string_view first, std::string_view second) {
  return std::string("compare/").append(first).append("-vs-").append(second).append("/");
}

std::string path_url(std::string_view from, std::string_view to) {
  return std::string("paths/").append(from).append("-to-").append(to).append("/");
}

bool is_pair_url(std::string_view url) {
  const auto is_below = [&](std::string_view folder) {
    return url.starts_with(folder) && url.size() > folder.size();
  };
  return is_below("compare/") || is_below("paths/");
}

std::string file_of(std::string_view url) {
  std::string path(url.substr(0, url.find('#')));
  if (path.empty() || path.back() == '/') path += "index.html";
  return path;
}

std::string relative_url(std::string_view from, std::string_view to) {
  const std::string_view fragment = to.substr(std::min(to.find('#'), to.size()));
  const std::string_view page = to.substr(0, to.size() - fragment.size());
  if (page == from) return fragment.empty() ? "./" : std::string(fragment);

  const std::string_view folder = from.substr(0, from.rfind('/') + 1);
  std::size_t shared = 0;  // bytes of the folders that both begin with
  for (std::size_t i = 0; i < folder.size() && i < page.size() && folder[i] == page[i]; ++i)
    if (folder[i] == '/') shared = i + 1;

  std::string url;
  for (const char c : folder.substr(shared))
    if (c == '/') url += "../";
  url += page.substr(shared);
  if (url.empty()) url = "./";
  return url.append(fragment);
}

std::string absolute_url(std::string_view base_url, std::string_view url) {
  std::string absolute(base_url);
  if (absolute.empty() || absolute.back() != '/') absolute += '/';
  return absolute.append(url);
}

bool has_section(const Catalog& catalog, std::string_view url) {
  const std::vector<std::string_view> urls = section_urls(catalog);
  return std::find(urls.begin(), urls.end(), url) != urls.end();
}

std::vector<std::string_view> section_urls(const Catalog& catalog) {
  std::vector<std::string_view> urls{"",          "articles/", "certifications/", "roles/",
                                     "salaries/", "search/",   "skills/",         "sources/"};
  const auto& roles = catalog.roles;
  const bool has_matrix = std::any_of(roles.begin(), roles.end(),
                                      [](const Role& role) { return !role.skills.empty(); });
  if (!catalog.certifications.empty()) urls.push_back("certifications/calendar/");
  if (roles.size() >= 2) urls.insert(urls.end(), {"compare/", "paths/"});
  if (has_matrix) urls.insert(urls.end(), {"planner/", "skills/matrix/"});
  if (!catalog.titles.empty()) urls.push_back("titles/");
  if (!catalog.disputes.empty()) urls.push_back("disputes/");
  return urls;
}

const std::vector<std::string_view>& section_ids(Kind kind) {
  static const std::vector<std::string_view> none;
  static const std::vector<std::string_view> article{"Roles", "Skills", "Certifications",
                                                     "Mentions", "Sources"};
  static const std::vector<std::string_view> role{
      "Duties",    "Skills",  "Roadmap", "Pay",      "Certifications", "Moves",  "Related",
      "Education", "Outlook", "Codes",   "Articles", "Mentions",       "Sources"};
  static const std::vector<std::string_view> skill{"Roles",    "Before",   "Learn",
                                                   "After",    "Related",  "Certifications",
                                                   "Articles", "Mentions", "Sources"};
  static const std::vector<std::string_view> certification{
      "Conflicts", "Covers", "Roles", "Replaced-by", "Replaces", "Articles", "Mentions", "Sources"};
  static const std::vector<std::string_view> page{"Mentions", "Sources"};
  switch (kind) {
    case Kind::article:
      return article;
    case Kind::role:
      return role;
    case Kind::skill:
      return skill;
    case Kind::certification:
      return certification;
    case Kind::page:
      return page;
    default:
      return none;
  }
}

const Record& record(const Catalog& catalog, RecordRef ref) {
  const auto i = ref.index;
  switch (ref.kind) {
    case Kind::article:
      return catalog.articles[i];
    case Kind::role:
      return catalog.roles[i];
    case Kind::skill:
      return catalog.skills[i];
    case Kind::certification:
      return catalog.certifications[i];
    case Kind::page:
      return catalog.pages[i];
    case Kind::salary:
      return catalog.salaries[i];
    case Kind::figure:
      return catalog.figures[i];
    case Kind::dispute:
      return catalog.disputes[i];
    case Kind::source:
      return catalog.sources[i];
    case Kind::title:
      return catalog.titles[i];
    case Kind::level:
      return catalog.taxonomies.levels[i];
    case Kind::region:
      return catalog.taxonomies.regions[i];
    case Kind::industry:
      return catalog.taxonomies.industries[i];
    case Kind::tag:
      return catalog.taxonomies.tags[i];
    case Kind::skill_kind:
      return catalog.taxonomies.skill_kinds[i];
    case Kind::family:
      return catalog.taxonomies.families[i];
    case Kind::education:
      return catalog.taxonomies.education[i];
  }
  return catalog.settings;
}

std::string_view title_of(const Catalog& catalog, RecordRef ref) {
  const auto i = ref.index;
  switch (ref.kind) {
    case Kind::article:
      return catalog.articles[i].title;
    case Kind::role:
      return catalog.roles[i].title;
    case Kind::skill:
      return catalog.skills[i].title;
    case Kind::certification:
      return catalog.certifications[i].title;
    case Kind::page:
      return catalog.pages[i].title;
    case Kind::salary:
      return catalog.salaries[i].title;
    case Kind::figure:
      return catalog.figures[i].title;
    case Kind::dispute:
      return catalog.disputes[i].title;
    case Kind::source:
      return catalog.sources[i].title;
    case Kind::title:
      return catalog.titles[i].title;
    default:
      return static_cast<const Term&>(record(catalog, ref)).title;
  }
}

std::string url_of(const Catalog& catalog, RecordRef ref) {
  return url_of(ref.kind, record(catalog, ref).id);
}

}  // namespace waymark
