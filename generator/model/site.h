// The linked guide: every reference leads somewhere.
#pragma once

#include <utility>

#include "model/catalog.h"

namespace waymark {

// Made by link alone. Const: nothing behind link changes a record.
class Site {
 public:
  explicit Site(Catalog linked) : catalog_(std::move(linked)) {}

  const Catalog* operator->() const { return &catalog_; }
  const Catalog& operator*() const { return catalog_; }

  const Article& operator[](Id<Article> id) const { return catalog_.articles[id.index]; }
  const Role& operator[](Id<Role> id) const { return catalog_.roles[id.index]; }
  const Skill& operator[](Id<Skill> id) const { return catalog_.skills[id.index]; }
  const Certification& operator[](Id<Certification> id) const {
    return catalog_.certifications[id.index];
  }
  const PlainPage& operator[](Id<PlainPage> id) const { return catalog_.pages[id.index]; }
  const Salary& operator[](Id<Salary> id) const { return catalog_.salaries[id.index]; }
  const Figure& operator[](Id<Figure> id) const { return catalog_.figures[id.index]; }
  const Dispute& operator[](Id<Dispute> id) const { return catalog_.disputes[id.index]; }
  const Source& operator[](Id<Source> id) const { return catalog_.sources[id.index]; }
  const JobTitle& operator[](Id<JobTitle> id) const { return catalog_.titles[id.index]; }
  const Level& operator[](Id<Level> id) const { return catalog_.taxonomies.levels[id.index]; }
  const Region& operator[](Id<Region> id) const { return catalog_.taxonomies.regions[id.index]; }
  const Industry& operator[](Id<Industry> id) const {
    return catalog_.taxonomies.industries[id.index];
  }
  const Tag& operator[](Id<Tag> id) const { return catalog_.taxonomies.tags[id.index]; }
  const SkillKind& operator[](Id<SkillKind> id) const {
    return catalog_.taxonomies.skill_kinds[id.index];
  }
  const Family& operator[](Id<Family> id) const { return catalog_.taxonomies.families[id.index]; }
  const EducationLevel& operator[](Id<EducationLevel> id) const {
    return catalog_.taxonomies.education[id.index];
  }

  template <class T>
  const T& operator[](const Ref<T>& reference) const {
    return (*this)[reference.id];
  }

 private:
  Catalog catalog_;
};

}  // namespace waymark
