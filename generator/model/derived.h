// What follows from the records: back-links, the pay that stands for a role, where a source is
// used.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/site.h"

namespace waymark {

struct RoleNeed {
  Id<Role> role;
  int importance = 0;
  std::optional<SkillLevel> level;
};

struct RoleLinks {
  std::vector<SkillNeed> skills;      // by importance (highest first), then title
  std::vector<Id<Role>> comes_from;   // roles that lead here
  std::vector<Id<Article>> articles;  // that name it as a subject
  std::vector<Id<Salary>> salaries;   // its own rows: by source, region, newest year, level
  std::vector<Id<Salary>>
      proxies;  // rows of the official occupations it names: by code, region, newest year
  // The rows that stand for it in tables, if there are any. They are never mixed: one is of its own
  // rows, the other of an official occupation near it.
  Id<Salary> headline;
  Id<Salary> official_headline;
  std::vector<Id<Dispute>> disputes;
};

struct SkillLinks {
  std::vector<RoleNeed> roles;                    // by importance (highest first), then title
  std::vector<Id<Certification>> certifications;  // that cover it
  std::vector<Id<Skill>> needed_for;              // skills that name it as a prerequisite
  std::vector<Id<Article>> articles;
};

struct CertificationLinks {
  std::vector<Id<Role>> roles;
  std::vector<Id<Certification>> replaces;
  std::vector<Id<Article>> articles;
};

struct SourceLinks {
  std::vector<RecordRef> used_by;  // articles, roles, skills, certifications that cite it
  std::vector<Id<Salary>> salaries;
  std::vector<Id<Figure>> figures;
  std::vector<Id<Dispute>> disputes;
};

struct FigureLinks {
  std::vector<Id<Role>> roles;
  std::vector<Id<Dispute>> disputes;
};

// A page whose prose leads to a record.
struct Mention {
  RecordRef by;
  std::string sentence;  // around the first link to it, without markup
};

// Made by derive. Each vector is as long as the records of its kind; lists are sorted by title
// unless said otherwise.
struct Derived {
  std::vector<RoleLinks> roles;
  std::vector<SkillLinks> skills;
  std::vector<CertificationLinks> certifications;
  std::vector<SourceLinks> sources;
  std::vector<FigureLinks> figures;

  // Of each record the pages that mention it, articles first: the first ten, without those that its
  // page lists for another reason.
  std::map<RecordRef, std::vector<Mention>> mentions;

  std::vector<Id<Article>> articles;  // as lists show them: by `order`, then newest, then title
};

}  // namespace waymark
