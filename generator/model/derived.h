// What follows from the records: back-links, the pay that stands for a role, how near two roles
// are, the way from one to another, the order of learning, what a date makes of a certification.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/site.h"

namespace waymark {

// What a skill is to two roles.
struct SkillPair {
  Id<Skill> skill;
  int first = 0;   // importance in the first role, 1 to 5; 0: not in its list
  int second = 0;  // likewise
  std::optional<SkillLevel> first_level, second_level;
  double weight = 0;  // how rare the skill is among roles: stages/derive/affinity.h
};

// Pay of two roles at one level. A side is invalid where there is no row for it.
struct PayPair {
  Id<Level> level;  // invalid: all levels together
  Id<Salary> first, second;
};

// What may stand side by side of the pay of two roles: medians. Inside each list all rows have one
// source, population, region, year, currency and period; by level, all levels together first.
struct PayPairs {
  std::vector<PayPair> titles;    // the roles' own rows, of surveys and listings
  std::vector<PayPair> official;  // of the official occupation nearest to each; at most one pair
};

// Two roles side by side.
struct Comparison {
  Id<Role> first, second;          // in the order of their ids
  std::optional<double> affinity;  // 0 to 1; nothing where a role lists no skill
  // Heaviest first (weight times the larger importance), then title.
  std::vector<SkillPair> shared, only_first, only_second;
  std::vector<Id<Skill>> difference;  // at most three: those that set the roles apart most
  PayPairs pay;
  Id<Article> article;  // that discusses the pair; may be invalid
};

struct Neighbour {
  Id<Role> role;
  double affinity = 0;         // above 0, at most 1
  std::size_t comparison = 0;  // in Derived::comparisons
};

// A skill in a course of learning.
struct Lesson {
  Id<Skill> skill;
  int importance = 0;               // in the role; 0: groundwork, only needed before another
  std::optional<SkillLevel> level;  // that the role asks for
  std::optional<SkillLevel> known;  // that one brings already, where it has to be deepened
};

// Steps in order: a skill's prerequisites stand in earlier steps, or are no part of the course.
// In a step by importance (highest first), then title.
using Course = std::vector<std::vector<Lesson>>;

// A certification and which of the skills at hand it covers.
struct Cover {
  Id<Certification> certification;
  std::vector<Id<Skill>> skills;  // by title
};

// The way from one role to another.
struct CareerPath {
  Id<Role> from, to;
  bool is_usual = false;       // an author's `leads_to`; else the roles are near each other
  std::size_t comparison = 0;  // of the two, in Derived::comparisons
  std::vector<SkillPair> carries_over;  // in both lists; first: from, second: to
  Course course;                      // what is missing or has to be deepened, if both list skills
  std::vector<Cover> certifications;  // that cover what is missing and can be taken, or will be
  PayPairs pay;                       // first: from, second: to
};

// What a date makes of a certification.
struct Availability {
  CertificationStatus status = CertificationStatus::unverified;
  // Announced or beta: until it opens; retiring: until its last day (0: today).
  std::optional<int> days;
  std::optional<double> five_year_cost;  // with renewals, in the currency of its cost
  int renewals = 0;                      // in five years
};

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
      proxies;  // official rows of the occupations it names: by code, region, newest year
  // The rows that stand for it in tables, if there are any. They are never mixed: one is of its own
  // rows, the other of an official occupation near it.
  Id<Salary> headline;
  Id<Salary> official_headline;
  std::vector<Id<Dispute>> disputes;

  std::vector<Neighbour> neighbours;  // the eight nearest, nearest first, then title
  std::vector<std::size_t> paths;     // that begin here, in Derived::paths: usual ones first
  Course roadmap;                     // all its skills and their groundwork
  // Its own rows level by level, of one source, region, year and currency: the richest set.
  std::vector<Id<Salary>> trajectory;
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
  Availability availability;
};

struct SourceLinks {
  std::vector<RecordRef> used_by;  // whose page has a mark of it
  std::vector<Id<Salary>> salaries;
  std::vector<Id<Figure>> figures;
  std::vector<Id<Dispute>> disputes;
};

struct FigureLinks {
  std::vector<Id<Role>> roles;  // that name it
  std::vector<Id<Dispute>> disputes;
  std::vector<RecordRef> shown_on;  // whose page prints it: roles, disputes, prose that calls it
  bool on_home = false;             // the home page prints it
  bool is_old = false;              // beyond the site's figures.max_age_years
};

struct SalaryLinks {
  bool is_old = false;  // likewise
};

// A page whose prose leads to a record.
struct Mention {
  RecordRef by;
  std::string sentence;  // around the first link to it, without markup; the first five have one
};

// Made by derive. Each vector is as long as the records of its kind; lists are sorted by title
// unless said otherwise.
struct Derived {
  // A dozen lists are copied and destroyed in one .cc instead of in every file that has one.
  Derived();
  Derived(const Derived&);
  Derived(Derived&&) noexcept;
  Derived& operator=(const Derived&);
  Derived& operator=(Derived&&) noexcept;
  ~Derived();

  std::vector<RoleLinks> roles;
  std::vector<SkillLinks> skills;
  std::vector<CertificationLinks> certifications;
  std::vector<SourceLinks> sources;
  std::vector<FigureLinks> figures;
  std::vector<SalaryLinks> salaries;

  std::vector<Comparison> comparisons;  // by the ids of first and second, each pair once
  std::vector<CareerPath> paths;        // by the ids of from and to, each once
  // The roles by their lowest level, one list for each of the site's levels, by title.
  std::vector<std::vector<Id<Role>>> ladder;
  // Rows and columns of the matrix of skills and roles: neighbours are alike.
  std::vector<Id<Role>> matrix_roles;
  std::vector<Id<Skill>> matrix_skills;

  // Of each record the pages that mention it, articles first: the first ten, without those that its
  // page lists for another reason.
  std::map<RecordRef, std::vector<Mention>> mentions;

  std::vector<Id<Article>> articles;  // as lists show them: by `order`, then newest, then title
};

}  // namespace waymark
