// The rules of review, one function for each family of them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "stages/review.h"

namespace waymark {

// The guide before it is published. Borrows.
struct Proof {
  const Sources& sources;
  const Site& site;
  const Derived& derived;
  const Pages& pages;
  Date as_of;
};

constexpr std::int64_t days_ahead = 90;  // of the last day of an exam, or of a page

inline std::int64_t days_between(Date from, Date to) {
  return days_since_epoch(to) - days_since_epoch(from);
}

// Collects advice, and counts it.
class Remarks {
 public:
  explicit Remarks(Diagnostics& out) : out_(out) {}

  // The returned reference is for adding notes at once.
  Diagnostic& add(Advice kind, Span place, std::string message, std::string what_to_do) {
    count(kind);
    Diagnostic& warning = out_.warning(place, std::move(message));
    warning.notes.push_back({std::move(what_to_do), {}});
    return warning;
  }
  // Of what another stage has said already.
  void count(Advice kind) { ++counts_[static_cast<std::size_t>(kind)]; }
  const AdviceCounts& counts() const { return counts_; }

 private:
  Diagnostics& out_;
  AdviceCounts counts_{};
};

// Old numbers that are in use, certifications that end, articles that nobody looked at for a year.
void review_ages(const Proof& proof, Remarks& out);
// Pages that will soon expire while others refer to them.
void review_expiries(const Proof& proof, Remarks& out);
// Skills, articles, sources and files that nothing leads to.
void review_orphans(const Proof& proof, Remarks& out);
// Summaries, lengths, images and headings.
void review_texts(const Proof& proof, Remarks& out);
// Paragraphs that say nearly the same as an earlier one.
void review_repetitions(const Proof& proof, Remarks& out);

// visit(entry) for each record with a page of its own.
template <class Visit>
void each_entry(const Site& site, Visit visit) {
  for (const Entry& entry : site->articles) visit(entry);
  for (const Entry& entry : site->roles) visit(entry);
  for (const Entry& entry : site->skills) visit(entry);
  for (const Entry& entry : site->certifications) visit(entry);
  for (const Entry& entry : site->pages) visit(entry);
}

// visit(body) for each text of the guide.
template <class Visit>
void each_body(const Site& site, Visit visit) {
  each_entry(site, [&](const Entry& entry) { visit(entry.body); });
  visit(site->home.body);
}

}  // namespace waymark
