// Every key that an author may write, declared once: its name, the member it fills, whether it must
// be there, and a line of help. Reading, checking, linking, schemas and documentation all walk
// these declarations.
//
// A visitor is called as visit(&Record::member, Field{...}); the member's type says what the value
// is (text, number, date, one of a list of words, a reference and to what, a list, a nested table).
#pragma once

#include <limits>
#include <string_view>
#include <vector>

#include "model/records.h"

namespace waymark {

struct Field {
  std::string_view name;
  std::string_view help;
  bool required = false;
  std::vector<std::string_view> synonyms = {};  // Hugo's and Jekyll's names for the same thing
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  bool is_url = false;  // a web address, with its scheme
};

// The words of an enumeration, in the order of its values.
template <class E>
struct Words;
template <>
struct Words<SkillLevel> {
  static constexpr std::array<std::string_view, 4> words{"basic", "working", "advanced", "expert"};
};
template <>
struct Words<Match> {
  static constexpr std::array<std::string_view, 3> words{"exact", "close", "proxy"};
};
template <>
struct Words<Classification> {
  static constexpr std::array<std::string_view, 3> words{"SOC", "O*NET", "ESCO"};
};
template <>
struct Words<CertificationLevel> {
  static constexpr std::array<std::string_view, 5> words{"foundational", "associate",
                                                         "professional", "specialty", "expert"};
};
template <>
struct Words<CertificationStatus> {
  static constexpr std::array<std::string_view, 6> words{"announced", "beta",    "active",
                                                         "retiring",  "retired", "unverified"};
};
template <>
struct Words<PayPeriod> {
  static constexpr std::array<std::string_view, 3> words{"year", "month", "hour"};
};
template <>
struct Words<SourceKind> {
  static constexpr std::array<std::string_view, 6> words{"official", "survey",    "vendor",
                                                         "press",    "reference", "other"};
};

template <class E>
std::string_view word(E value) {
  return Words<E>::words[static_cast<std::size_t>(value)];
}

// What happens where an entry has no title or summary.
enum class Missing { is_error, is_derived };

template <class V>
void entry_fields(V& visit, Missing missing = Missing::is_error) {
  visit(&Entry::title, {.name = "title",
                        .help = "The name, as headings and links show it.",
                        .required = missing == Missing::is_error});
  visit(&Entry::aliases, {.name = "aliases", .help = "Other names that readers and prose use."});
  visit(&Entry::summary, {.name = "summary",
                          .help = "One sentence: what it is. Shown in lists and to search engines.",
                          .required = missing == Missing::is_error,
                          .synonyms = {"description", "excerpt"}});
  visit(&Entry::former_paths,
        {.name = "former_paths",
         .help = "Addresses that the page had before, from the site's root; each leads here.",
         .synonyms = {"redirect_from"}});
  visit(&Entry::sources, {.name = "sources", .help = "Sources of the facts on this page, by id."});
  visit(&Entry::date,
        {.name = "date",
         .help = "The day of publication; a later one than today keeps the page back."});
  visit(&Entry::updated, {.name = "updated",
                          .help = "The day of the last real change.",
                          .synonyms = {"lastmod", "last_modified_at"}});
  visit(&Entry::expires, {.name = "expires",
                          .help = "The day from which the page is no longer published.",
                          .synonyms = {"expiryDate", "expirydate"}});
  visit(&Entry::draft,
        {.name = "draft",
         .help = "true keeps the page out of the site, unless drafts are asked for."});
  visit(&Entry::term_links,
        {.name = "term_links", .help = "false leaves names in this page's prose without links."});
  visit(&Entry::extra, {.name = "extra",
                        .help = "Your own values, for your own templates.",
                        .synonyms = {"params"}});
}

template <class V>
void subject_fields(V& visit) {
  entry_fields(visit);
  visit(&Subject::link_in_prose,
        {.name = "link_in_prose",
         .help = "false: where prose mentions its title or an alias, no link is made."});
  visit(&Subject::exact_case,
        {.name = "exact_case",
         .help = "true: prose means it only where capitals are as in the title or alias."});
}

template <class V>
void fields(V& visit, const SkillNeed*) {
  visit(&SkillNeed::id, {.name = "id", .help = "The skill.", .required = true});
  visit(&SkillNeed::importance, {.name = "importance",
                                 .help = "From 1 (helps) to 5 (no job without it).",
                                 .required = true,
                                 .min = 1,
                                 .max = 5});
  visit(&SkillNeed::level, {.name = "level", .help = "How well it has to be known."});
}

template <class V>
void fields(V& visit, const Occupation*) {
  visit(&Occupation::system, {.name = "system", .help = "The classification.", .required = true});
  visit(&Occupation::code,
        {.name = "code", .help = "Its code: 15-2051. ESCO's codes change: give its url instead."});
  visit(&Occupation::title, {.name = "title", .help = "Its title there."});
  visit(&Occupation::match,
        {.name = "match", .help = "How well it fits the role.", .required = true});
  visit(&Occupation::note, {.name = "note", .help = "Why this one."});
  visit(&Occupation::url, {.name = "url", .help = "Its page.", .is_url = true});
}

template <class V>
void fields(V& visit, const RoleEducation*) {
  visit(&RoleEducation::typical,
        {.name = "typical", .help = "What most entrants have.", .required = true});
  visit(&RoleEducation::shares, {.name = "shares", .help = "Figures on who has which degree."});
  visit(&RoleEducation::note, {.name = "note", .help = "A sentence on the exceptions."});
}

template <class V>
void fields(V& visit, const Role*) {
  subject_fields(visit);
  visit(&Role::family,
        {.name = "family", .help = "The family of roles it belongs to.", .required = true});
  visit(&Role::levels,
        {.name = "levels", .help = "The levels at which it exists.", .required = true});
  visit(&Role::duties, {.name = "duties", .help = "What one does, a short phrase each."});
  visit(&Role::skills, {.name = "skills", .help = "The skills it needs, and how much."});
  visit(&Role::certifications, {.name = "certifications", .help = "Certifications that help."});
  visit(&Role::leads_to, {.name = "leads_to", .help = "Roles that people move to from here."});
  visit(&Role::compare_with,
        {.name = "compare_with", .help = "Roles that readers mix up with it."});
  visit(&Role::industries, {.name = "industries", .help = "Where it is found."});
  visit(&Role::education, {.name = "education", .help = "What one studies for it."});
  visit(&Role::occupations, {.name = "occupations", .help = "Codes of official classifications."});
  visit(&Role::outlook, {.name = "outlook", .help = "Figures on its future."});
  visit(&Role::no_pay,
        {.name = "no_pay", .help = "Why there is no figure on its pay, in a sentence."});
}

template <class V>
void fields(V& visit, const WebLink*) {
  visit(&WebLink::title, {.name = "title", .help = "What it is called.", .required = true});
  visit(&WebLink::url, {.name = "url", .help = "Its address.", .required = true, .is_url = true});
  visit(&WebLink::note, {.name = "note", .help = "What it is good for."});
}

template <class V>
void fields(V& visit, const Skill*) {
  subject_fields(visit);
  visit(&Skill::kind, {.name = "kind", .help = "What kind of skill it is.", .required = true});
  visit(&Skill::prerequisites, {.name = "requires", .help = "Skills to learn before this one."});
  visit(&Skill::related, {.name = "related", .help = "Skills beside it, or instead of it."});
  visit(&Skill::learn, {.name = "learn", .help = "Free ways to learn it."});
}

template <class V>
void fields(V& visit, const Cost*) {
  visit(&Cost::amount, {.name = "amount",
                        .help = "The fee for one try, in whole units.",
                        .required = true,
                        .min = 0});
  visit(&Cost::currency, {.name = "currency", .help = "ISO 4217: USD.", .required = true});
  visit(&Cost::note, {.name = "note", .help = "Tax, members' price, what a retake costs."});
}

template <class V>
void fields(V& visit, const Certification*) {
  subject_fields(visit);
  visit(&Certification::provider, {.name = "provider", .help = "Who awards it.", .required = true});
  visit(&Certification::code, {.name = "code", .help = "The exam's code."});
  visit(&Certification::url, {.name = "url", .help = "The provider's page.", .is_url = true});
  visit(&Certification::level, {.name = "level", .help = "The provider's level."});
  visit(&Certification::cost, {.name = "cost", .help = "The fee."});
  visit(&Certification::renewal_cost,
        {.name = "renewal_cost", .help = "The fee for one renewal; 0 where it is free."});
  visit(&Certification::length,
        {.name = "length", .help = "The exam's length in minutes.", .min = 1});
  visit(&Certification::questions,
        {.name = "questions", .help = "How many, and how many must be right."});
  visit(&Certification::prerequisites,
        {.name = "prerequisites", .help = "What is asked for before."});
  visit(&Certification::validity,
        {.name = "validity", .help = "Months until it runs out; 0: it does not.", .min = 0});
  visit(&Certification::renewal, {.name = "renewal", .help = "How it is renewed."});
  visit(&Certification::status,
        {.name = "status", .help = "What a candidate finds today.", .required = true});
  visit(&Certification::checked,
        {.name = "checked", .help = "The day of the source for the status.", .required = true});
  visit(&Certification::available, {.name = "available", .help = "The first day it can be taken."});
  visit(&Certification::retires, {.name = "retires", .help = "The last day it can be taken."});
  visit(&Certification::replaced_by, {.name = "replaced_by", .help = "What came after it."});
  visit(&Certification::covers, {.name = "covers", .help = "The skills it tests."});
  visit(&Certification::conflicts,
        {.name = "conflicts", .help = "Where sources disagree, a sentence each."});
}

template <class V>
void fields(V& visit, const Salary*) {
  visit(&Salary::role, {.name = "role", .help = "The role it is for; this or an occupation."});
  visit(&Salary::occupation,
        {.name = "occupation", .help = "The official code it is for: 15-2051."});
  visit(&Salary::title, {.name = "title", .help = "The name the source uses."});
  visit(&Salary::level, {.name = "level", .help = "The level; without it, all levels together."});
  visit(&Salary::region, {.name = "region", .help = "Where.", .required = true});
  visit(&Salary::year, {.name = "year",
                        .help = "The year it speaks of.",
                        .required = true,
                        .min = 1900,
                        .max = 2200});
  visit(&Salary::currency,
        {.name = "currency", .help = "ISO 4217: USD. Gross pay.", .required = true});
  visit(&Salary::period,
        {.name = "period", .help = "What one amount pays for; a year without it."});
  visit(&Salary::p10, {.name = "p10", .help = "10th percentile: a tenth earn less.", .min = 0});
  visit(&Salary::p25, {.name = "p25", .help = "25th percentile.", .min = 0});
  visit(&Salary::median, {.name = "median", .help = "Half earn less.", .min = 0});
  visit(&Salary::p75, {.name = "p75", .help = "75th percentile.", .min = 0});
  visit(&Salary::p90, {.name = "p90",
                       .help = "90th percentile; \">= 239200\" where the source gives a floor.",
                       .min = 0});
  visit(&Salary::mean, {.name = "mean", .help = "The average.", .min = 0});
  visit(&Salary::sample,
        {.name = "sample", .help = "How many rows or people it rests on.", .min = 1});
  visit(&Salary::sample_unique,
        {.name = "sample_unique", .help = "How many of them are no exact repeats.", .min = 1});
  visit(&Salary::population, {.name = "population", .help = "Who was counted.", .required = true});
  visit(&Salary::source, {.name = "source", .help = "Who says so.", .required = true});
  visit(&Salary::note, {.name = "note", .help = "What a careful reader must know."});
}

template <class V>
void fields(V& visit, const Figure*) {
  visit(&Record::id, {.name = "id", .help = "Its name in references.", .required = true});
  visit(&Figure::title, {.name = "title", .help = "What it counts.", .required = true});
  visit(&Figure::value, {.name = "value", .help = "The number.", .required = true});
  visit(&Figure::unit, {.name = "unit", .help = "percent, jobs, USD ...", .required = true});
  visit(&Figure::statistic, {.name = "statistic",
                             .help = "projected change, share, median, mean, count ...",
                             .required = true});
  visit(&Figure::period, {.name = "period", .help = "When: 2024 to 2034.", .required = true});
  visit(&Figure::year,
        {.name = "year", .help = "The year from which its age counts.", .min = 1900, .max = 2200});
  visit(&Figure::population,
        {.name = "population", .help = "Who or what was counted.", .required = true});
  visit(&Figure::region, {.name = "region", .help = "Where."});
  visit(&Figure::occupation, {.name = "occupation", .help = "The official code it is about."});
  visit(&Figure::sample, {.name = "sample", .help = "How many people it rests on.", .min = 1});
  visit(&Figure::source, {.name = "source", .help = "Who says so.", .required = true});
  visit(&Figure::verified,
        {.name = "verified",
         .help = "false: the publisher's own page was not seen; it is marked so."});
  visit(&Figure::note, {.name = "note", .help = "What a careful reader must know."});
  visit(&Figure::why_old,
        {.name = "why_old",
         .help = "Why an old number stands here, in a sentence; no newer one is asked for."});
}

template <class V>
void fields(V& visit, const Claim*) {
  visit(&Claim::text,
        {.name = "text", .help = "What is claimed, in a sentence.", .required = true});
  visit(&Claim::source, {.name = "source", .help = "Who claims it."});
  visit(&Claim::figure, {.name = "figure", .help = "The figure that it is about."});
}

template <class V>
void fields(V& visit, const Dispute*) {
  visit(&Record::id, {.name = "id",
                      .help = "Its name in references and in the page's address.",
                      .required = true});
  visit(&Dispute::title, {.name = "title", .help = "The question.", .required = true});
  visit(&Dispute::claims,
        {.name = "claims", .help = "The claims that disagree.", .required = true});
  visit(&Dispute::verdict,
        {.name = "verdict", .help = "What a careful reader may believe.", .required = true});
  visit(&Dispute::roles, {.name = "roles", .help = "Roles it matters to."});
  visit(&Dispute::articles, {.name = "articles", .help = "Articles it matters to."});
}

template <class V>
void fields(V& visit, const Source*) {
  visit(&Source::title, {.name = "title", .help = "The work's title.", .required = true});
  visit(&Source::publisher, {.name = "publisher", .help = "Who publishes it.", .required = true});
  visit(&Source::url, {.name = "url", .help = "Its address.", .is_url = true});
  visit(
      &Source::published,
      {.name = "published", .help = "A date, a month, a year, or \"undated\".", .required = true});
  visit(&Source::accessed, {.name = "accessed", .help = "The day it was read."});
  visit(&Source::licence, {.name = "licence",
                           .help = "Under which terms its data may be used.",
                           .synonyms = {"license"}});
  visit(&Source::kind, {.name = "kind", .help = "How it knows.", .required = true});
  visit(&Source::note, {.name = "note", .help = "How it was read; what to be careful about."});
}

template <class V>
void fields(V& visit, const JobTitle*) {
  visit(&Record::id, {.name = "id", .help = "Its name in references.", .required = true});
  visit(&JobTitle::title, {.name = "title", .help = "As adverts print it.", .required = true});
  visit(&JobTitle::aliases, {.name = "aliases", .help = "Other spellings of the same title."});
  visit(&JobTitle::meaning,
        {.name = "meaning", .help = "What it usually means.", .required = true});
  visit(&JobTitle::roles, {.name = "roles", .help = "Roles of this guide that it means."});
  visit(&JobTitle::occupations,
        {.name = "occupations",
         .help = "Codes of official classifications; without any, those of its roles."});
  visit(&JobTitle::traps,
        {.name = "traps", .help = "Where it means something else, a sentence each."});
  visit(&JobTitle::sources, {.name = "sources", .help = "Who says so."});
}

template <class V>
void fields(V& visit, const Reviewer*) {
  visit(&Reviewer::name, {.name = "name", .help = "The reviewer.", .required = true});
  visit(&Reviewer::about, {.name = "about", .help = "What qualifies them."});
  visit(&Reviewer::disclosure, {.name = "disclosure", .help = "Who pays them."});
}

template <class V>
void fields(V& visit, const Article*) {
  entry_fields(visit, Missing::is_derived);
  visit(&Article::imported_id,
        {.name = "id",
         .help = "Its name where the text was imported from. The address comes from the file's "
                 "name."});
  visit(&Article::author, {.name = "author", .help = "Who wrote it."});
  visit(&Article::tags, {.name = "tags", .help = "What it is about."});
  visit(&Article::roles, {.name = "roles", .help = "Roles it is about."});
  visit(&Article::skills, {.name = "skills", .help = "Skills it is about."});
  visit(&Article::certifications,
        {.name = "certifications", .help = "Certifications it is about."});
  visit(&Article::toc, {.name = "toc",
                        .help = "false leaves out the table of contents.",
                        .synonyms = {"ShowToc", "showtoc"}});
  visit(&Article::reviewed_by, {.name = "reviewed_by", .help = "Who checked it."});
  visit(&Article::order, {.name = "order",
                          .help = "Its place in the list: lower comes first.",
                          .synonyms = {"weight"}});
}

template <class V>
void fields(V& visit, const PlainPage*) {
  entry_fields(visit);
}

template <class V>
void term_fields(V& visit) {
  visit(&Record::id, {.name = "id", .help = "Its name in references.", .required = true});
  visit(&Term::title, {.name = "title", .help = "What readers see.", .required = true});
  visit(&Term::summary, {.name = "summary", .help = "What it means, in a sentence."});
}
template <class V>
void fields(V& visit, const Level*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const Industry*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const Tag*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const SkillKind*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const Family*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const EducationLevel*) {
  term_fields(visit);
}
template <class V>
void fields(V& visit, const Region*) {
  term_fields(visit);
  visit(&Region::currency, {.name = "currency", .help = "ISO 4217: USD.", .required = true});
}

template <class V>
void fields(V& visit, const NavigationItem*) {
  visit(&NavigationItem::title, {.name = "title", .help = "What readers see.", .required = true});
  visit(&NavigationItem::path,
        {.name = "path", .help = "The page, from the site's root: roles/.", .required = true});
}

template <class V>
void fields(V& visit, const FigureRules*) {
  visit(&FigureRules::max_age_years,
        {.name = "max_age_years",
         .help = "Figures and pay that are older say on the page from which year they are.",
         .min = 0});
}

template <class V>
void fields(V& visit, const SiteSettings*) {
  visit(&SiteSettings::title, {.name = "title", .help = "The guide's name.", .required = true});
  visit(&SiteSettings::base_url, {.name = "base_url",
                                  .help = "Where it is published: https://example.org/guide/.",
                                  .required = true,
                                  .is_url = true});
  visit(&SiteSettings::language, {.name = "language", .help = "BCP 47: en."});
  visit(&SiteSettings::description,
        {.name = "description", .help = "What the guide is, in a sentence.", .required = true});
  visit(&SiteSettings::author, {.name = "author", .help = "Who stands behind it."});
  visit(&SiteSettings::repository, {.name = "repository",
                                    .help = "Where it is edited: https://github.com/owner/name.",
                                    .is_url = true});
  visit(&SiteSettings::branch,
        {.name = "branch", .help = "The branch that is edited; main without it."});
  visit(&SiteSettings::currency,
        {.name = "currency", .help = "The guide's own currency: USD.", .required = true});
  visit(&SiteSettings::navigation, {.name = "navigation", .help = "The main places, in order."});
  visit(&SiteSettings::figures, {.name = "figures", .help = "What is asked of figures."});
  visit(&SiteSettings::term_links,
        {.name = "term_links", .help = "false leaves names in all prose without links."});
  visit(&SiteSettings::cards,
        {.name = "cards", .help = "true draws a picture of each page, which shared links show."});
  visit(&SiteSettings::extra,
        {.name = "extra", .help = "Your own values, for your own templates."});
}

template <class V>
void fields(V& visit, const Home*) {
  visit(&Home::title, {.name = "title", .help = "The headline.", .required = true});
  visit(&Home::summary,
        {.name = "summary", .help = "The sentence below it.", .synonyms = {"description"}});
  visit(&Home::roles, {.name = "roles", .help = "Roles to show first."});
  visit(&Home::articles, {.name = "articles", .help = "Articles to show first."});
  visit(&Home::term_links,
        {.name = "term_links", .help = "false leaves names in this page's prose without links."});
  visit(&Home::extra, {.name = "extra", .help = "Your own values, for your own templates."});
}

}  // namespace waymark
