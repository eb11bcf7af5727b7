// Everything the authors wrote, read and typed; references are still names.
#pragma once

#include <tuple>
#include <vector>

#include "model/records.h"

namespace waymark {

struct Taxonomies {
  std::vector<Level> levels;  // in order of seniority
  std::vector<Region> regions;
  std::vector<Industry> industries;
  std::vector<Tag> tags;
  std::vector<SkillKind> skill_kinds;
  std::vector<Family> families;
  std::vector<EducationLevel> education;  // in order of length
};

// A file beside the Markdown, or of the theme, that is published as it is.
struct Asset {
  std::string path;  // from the site's root, in the published guide: "articles/ladder.svg"
  SourceId source = SourceId::none;
};

// A record that this run does not publish. It is remembered for who refers to it.
struct Withheld {
  Kind kind = Kind::article;
  std::string id;   // empty: any of the kind, their file could not be read
  std::string why;  // "is a draft"; empty: its mistake is reported already
  SourceId source = SourceId::none;
};

// Made by load. Records of a kind are sorted by id, rows without an id in the order of their files.
struct Catalog {
  // Two dozen lists are copied and destroyed in one .cc instead of in every file that has one.
  Catalog();
  Catalog(const Catalog&);
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(const Catalog&);
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  SiteSettings settings;
  Home home;
  Taxonomies taxonomies;
  std::vector<Article> articles;
  std::vector<Role> roles;
  std::vector<Skill> skills;
  std::vector<Certification> certifications;
  std::vector<PlainPage> pages;
  std::vector<Salary> salaries;
  std::vector<Figure> figures;
  std::vector<Dispute> disputes;
  std::vector<Source> sources;
  std::vector<JobTitle> titles;
  std::vector<Asset> assets;
  std::vector<Withheld> withheld;
  std::vector<Redirect> redirects;  // those of redirects.toml; after link also of former_paths
};

// The lists of all kinds, in the order of Kind: for what is done to every record alike.
template <class AnyCatalog>
auto lists(AnyCatalog& catalog) {
  auto& terms = catalog.taxonomies;
  return std::tie(catalog.articles, catalog.roles, catalog.skills, catalog.certifications,
                  catalog.pages, catalog.salaries, catalog.figures, catalog.disputes,
                  catalog.sources, catalog.titles, terms.levels, terms.regions, terms.industries,
                  terms.tags, terms.skill_kinds, terms.families, terms.education);
}

}  // namespace waymark
