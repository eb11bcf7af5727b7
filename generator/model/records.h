// The records of a guide, as authors write them. Which key fills which member, and what it means,
// is declared in fields.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "formats/document.h"
#include "formats/value.h"
#include "model/ids.h"
#include "model/shortcodes.h"

namespace waymark {

// What every record has: an id, and the places of its keys for messages.
struct Record {
  std::string id;  // from the file's name or the `id` key; empty for records that have none
  Span place;      // the file's name (its first byte), the id, or the `[[...]]` that opens it
  std::vector<std::pair<std::string_view, Span>> values;  // key -> value as written

  Span at(std::string_view key) const;  // the value's place, or the record's
};

// Where a link of a body leads. Set by link.
struct LinkTarget {
  std::string url;  // internal: from the site's root without a slash before it, "roles/x/#pay"
  bool internal = false;
  std::optional<RecordRef> record;  // whose page it is
};

struct Body {
  Span span;
  Document document;
  std::vector<LinkTarget> targets;        // one for each of document.links
  std::vector<ShortcodeCall> shortcodes;  // one for each of document.shortcodes
};

// An address of the guide as an author wrote it; after link from the site's root, "roles/welder/".
struct SitePath {
  std::string url;
  Span span;
};

// An address that the guide had once: a line of redirects.toml, or of an entry's former_paths.
struct Redirect {
  SitePath from;
  std::optional<SitePath> to;  // unset: the page is gone on purpose
};

// A record with a page of its own.
struct Entry : Record {
  std::string title;
  std::vector<std::string> aliases;
  std::vector<SitePath> former_paths;
  std::string summary;
  std::vector<Ref<Source>> sources;
  std::optional<Date> date;  // published; in the future: scheduled
  std::optional<Date> updated;
  std::optional<Date> expires;
  bool draft = false;
  bool term_links = true;  // names in its prose become links
  Value extra;             // a table, free for templates
  Body body;
};

// An entry whose title and aliases become links where prose first mentions them.
struct Subject : Entry {
  bool link_in_prose = true;
  bool exact_case = false;  // "Go" is it, "go" is not
};

enum class SkillLevel { basic, working, advanced, expert };

struct SkillNeed {
  Ref<Skill> id;
  int importance = 0;  // 1 (helps) to 5 (no job without it)
  std::optional<SkillLevel> level;
};

enum class Match { exact, close, proxy };
enum class Classification { soc, onet, esco };

// A code of an official classification, which statistics use.
struct Occupation {
  Classification system = Classification::soc;
  std::string code;
  std::string title;
  Match match = Match::proxy;
  std::string note;  // why this one
  std::string url;
};

struct RoleEducation {
  Ref<EducationLevel> typical;
  std::vector<Ref<Figure>> shares;
  std::string note;
};

struct Role : Subject {
  Ref<Family> family;
  std::vector<Ref<Level>> levels;
  std::vector<std::string> duties;
  std::vector<SkillNeed> skills;
  std::vector<Ref<Certification>> certifications;
  std::vector<Ref<Role>> leads_to;
  std::vector<Ref<Role>> compare_with;
  std::vector<Ref<Industry>> industries;
  RoleEducation education;
  std::vector<Occupation> occupations;
  std::vector<Ref<Figure>> outlook;
  std::string no_pay;  // why there is no salary row for it
};

struct WebLink {
  std::string title;
  std::string url;
  std::string note;
};

struct Skill : Subject {
  Ref<SkillKind> kind;
  std::vector<Ref<Skill>> prerequisites;
  std::vector<Ref<Skill>> related;
  std::vector<WebLink> learn;
};

enum class CertificationLevel { foundational, associate, professional, specialty, expert };
enum class CertificationStatus { announced, beta, active, retiring, retired, unverified };

// A fee in one currency. Prices change: it holds on the date of its source.
struct Cost {
  double amount = 0;     // whole units of the currency
  std::string currency;  // ISO 4217
  std::string note;
};

struct Certification : Subject {
  std::string provider;
  std::string code;
  std::string url;
  std::optional<CertificationLevel> level;
  std::optional<Cost> cost;
  std::optional<Cost> renewal_cost;  // of one renewal; 0: it is free
  std::optional<int> length;         // minutes
  std::string questions;
  std::string prerequisites;
  std::optional<int> validity;  // months; 0: does not expire
  std::string renewal;
  CertificationStatus status = CertificationStatus::unverified;
  std::optional<Date> checked;  // what the status was read on
  std::optional<Date> available;
  std::optional<Date> retires;  // last day it can be taken
  std::vector<Ref<Certification>> replaced_by;
  std::vector<Ref<Skill>> covers;
  std::vector<std::string> conflicts;  // where sources disagree, in a sentence each
};

// A sum of money a year, or the floor that a publisher prints for the highest ones.
struct Amount {
  double value = 0;       // whole units of the row's currency
  bool at_least = false;  // top-coded: "≥"
};

enum class PayPeriod { year, month, hour };

struct Salary : Record {
  Ref<Role> role;          // this or an occupation
  std::string occupation;  // an official code, SOC unless it says otherwise: "15-2051"
  std::string title;       // the name the source uses
  Ref<Level> level;        // unset: all levels together
  Ref<Region> region;
  int year = 0;
  std::string currency;  // ISO 4217; gross
  PayPeriod period = PayPeriod::year;
  std::optional<Amount> p10, p25, median, p75, p90, mean;
  std::optional<int> sample;         // rows or people the figures rest on
  std::optional<int> sample_unique;  // without exact repeats
  std::string population;
  Ref<Source> source;
  std::string note;
};

// Whether fewer than thirty rows or people stand behind it: then its numbers are not compared.
bool is_too_small(const Salary& row);

// By the name of its field: "p10", "median".
std::optional<Amount> amount_of(const Salary& row, std::string_view statistic);

struct Figure : Record {
  std::string title;
  double value = 0;
  std::string unit;       // "percent", "jobs", "USD" ...
  std::string statistic;  // "projected change", "share", "median" ...
  std::string period;     // "2024 to 2034", "August 2019"
  std::optional<int>
      year;  // the last year that it speaks of, or was measured in: its age counts from it
  std::string population;
  Ref<Region> region;
  std::string occupation;
  std::optional<int> sample;
  Ref<Source> source;
  bool verified = true;
  std::string note;
  std::string why_old;  // why no newer one takes its place
};

struct Claim {
  std::string text;
  Ref<Source> source;  // may be unset: then nobody vouches for it
  Ref<Figure> figure;
};

struct Dispute : Record {
  std::string title;
  std::vector<Claim> claims;
  std::string verdict;
  std::vector<Ref<Role>> roles;
  std::vector<Ref<Article>> articles;
};

enum class SourceKind { official, survey, vendor, press, reference, other };

struct Source : Record {
  std::string title;
  std::string publisher;
  std::string url;
  std::string published;  // a date, a month, a year, or "undated"
  std::optional<Date> accessed;
  std::string licence;
  SourceKind kind = SourceKind::other;
  std::string note;
};

// A name that employers and readers use, and what it stands for. Several may share a role, and one
// may stand for several.
struct JobTitle : Record {
  std::string title;
  std::vector<std::string> aliases;
  std::string meaning;                  // what it usually means, in a sentence or two
  std::vector<Ref<Role>> roles;         // of this guide that it means
  std::vector<Occupation> occupations;  // its own codes; without any, those of its roles
  std::vector<std::string> traps;       // where it means something else, a sentence each
  std::vector<Ref<Source>> sources;
};

struct Reviewer {
  std::string name;
  std::string about;
  std::string disclosure;
};

struct Article : Entry {
  std::string imported_id;  // its name elsewhere, where the text was imported
  std::string author;
  std::vector<Ref<Tag>> tags;
  std::vector<Ref<Role>> roles;
  std::vector<Ref<Skill>> skills;
  std::vector<Ref<Certification>> certifications;
  bool toc = true;
  std::optional<Reviewer> reviewed_by;
  std::optional<int> order;  // in the list of articles; without it, by date
};

// A page that is no record of a career: about, how to contribute. It stands at the site's root.
struct PlainPage : Entry {};

// taxonomies.toml
struct Term : Record {
  std::string title;
  std::string summary;
};
struct Level : Term {};
struct Industry : Term {};
struct Tag : Term {};
struct SkillKind : Term {};
struct Family : Term {};
struct EducationLevel : Term {};
struct Region : Term {
  std::string currency;  // ISO 4217
};

// site.toml
struct NavigationItem : Record {
  std::string title;
  std::string path;  // "roles/"
};

// When a number is no longer news.
struct FigureRules {
  std::optional<int> max_age_years;  // older ones are marked on the page
};

struct SiteSettings : Record {
  std::string title;
  std::string base_url;
  std::string language = "en";
  std::string description;
  std::string author;
  std::string repository;  // "https://github.com/owner/name"
  std::string branch = "main";
  std::string currency;
  std::vector<NavigationItem> navigation;
  FigureRules figures;
  bool term_links = true;
  bool cards = false;  // pictures of shared links
  Value extra;
};

// home.md
struct Home : Record {
  std::string title;
  std::string summary;
  std::vector<Ref<Role>> roles;
  std::vector<Ref<Article>> articles;
  bool term_links = true;
  Value extra;
  Body body;
};

}  // namespace waymark
