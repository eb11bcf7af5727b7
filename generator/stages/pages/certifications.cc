// The comparison of all certifications, and one page for each.
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/fees.h"
#include "stages/pages/format.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

constexpr std::string_view calendar = "certifications/calendar/";

// What a table sorts by: a number, or the place of a word among those of its kind.
template <class T>
void set_key(View at, std::string_view name, std::optional<T> value) {
  value ? at.set(name, static_cast<int>(*value)) : at.set_nothing(name);
}

void set_facts(PageView& page, View at, Id<Certification> id) {
  const Certification& certification = page.guide.site[id];
  set_text(at, "level", certification.level ? word(*certification.level) : "");
  set_key(at, "level_key", certification.level);
  set_exam_fee(page, at, id);
  set_key(at, "length_key", certification.length);
  set_text(at, "length", certification.length ? minutes_text(*certification.length) : "");
  at.set("never_expires", certification.validity == 0);
  set_text(at, "validity",
           certification.validity.value_or(0) > 0 ? months_text(*certification.validity) : "");
  constexpr int never = 1'000'000;  // in months: longer than any other
  set_key(at, "validity_key",
          certification.validity == 0 ? std::optional(never) : certification.validity);
  set_date(at, "checked", certification.checked);
}

// What the record says of the exam in a sentence, with the mark of the source that it was read in.
void set_rule(PageView& page, View at, std::string_view name, std::string_view text,
              const Certification& certification) {
  if (text.empty()) return at.set_nothing(name);
  View rule = at.object(name);
  rule.set("text", text);
  if (certification.sources.empty()) return rule.set_nothing("mark");
  page.cite(rule, "mark", certification.sources.front().id);
}

// Those that can be taken, then the retired ones.
void fill_index(PageView& page) {
  set_section_link(page, page.view, "calendar_url", calendar);
  const std::vector<Certification>& all = page.guide.site->certifications;
  std::vector<Id<Certification>> current;
  std::vector<Id<Certification>> retired;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    (is_retired(page.guide, {i}) ? retired : current).push_back({i});
  const auto fill_row = [&](View item, Id<Certification> id) {
    fill_certification_row(page, item, id);
  };
  set_section(page.view, "current", current, fill_row);
  set_section(page.view, "retired", retired, fill_row);
}

// What it costs, where that is known and it can be taken, and whether it can.
Card card_of(const Guide& guide, Id<Certification> id) {
  const Certification& certification = guide.site[id];
  Card card{.kind = "Certification by " + certification.provider};
  const auto status = std::string(word(guide.derived.certifications[id.index].availability.status));
  const bool has_price = certification.cost && !is_retired(guide, id);
  if (has_price) card.value = money_text(certification.cost->amount, certification.cost->currency);
  card.label = (has_price ? "Exam fee; " : "Status: ") + status;
  if (certification.checked) card.label += ", checked on " + long_form(*certification.checked);
  if (!certification.sources.empty())
    card.source = guide.site[certification.sources.front()].publisher;
  return card;
}

void fill_certification_page(PageView& page, Id<Certification> id) {
  const Certification& certification = page.guide.site[id];
  const CertificationLinks& links = page.guide.derived.certifications[id.index];
  View view = page.view;
  set_entry_page(page, certification, Kind::certification);
  page.card = card_of(page.guide, id);

  fill_certification(page, view.object("certification"), id);
  set_pick(page, view, any(id));
  set_facts(page, view, id);
  set_five_years(page, view, id);
  set_section_link(page, view, "calendar_url", calendar);
  set_text(view, "provider_url", certification.url);
  set_rule(page, view, "questions", certification.questions, certification);
  set_text(view, "prerequisites", certification.prerequisites);
  set_rule(page, view, "renewal", certification.renewal, certification);
  set_date(view, "available", certification.available);
  set_conflicts(page, view, certification);
  set_entries(page, view, "covers", ids(certification.covers));
  set_certifications(page, view, "replaces", links.replaces);
  set_entries(page, view, "roles", links.roles);
  set_articles(page, view, "articles", links.articles);
  set_mentions(page, view, any(id));
}

}  // namespace

void fill_certification_row(PageView& page, View item, Id<Certification> id) {
  fill_certification(page, item, id);
  set_pick(page, item, any(id));
  set_facts(page, item, id);
}

void set_conflicts(PageView& page, View at, const Certification& certification) {
  set_section(at, "conflicts", certification.conflicts,
              [](View item, const std::string& conflict) { item.set("text", conflict); });
  // A section without items makes no marks.
  const std::vector<Ref<Source>> none;
  set_section(at, "sources", certification.conflicts.empty() ? none : certification.sources,
              [&](View item, const Ref<Source>& source) { page.cite(item, "mark", source.id); });
}

void plan_certifications(const Guide& guide, Plan& plan) {
  plan.push_back({.url = "certifications/", .layout = "certifications", .fill = fill_index});
  for (std::uint32_t i = 0; i < guide.site->certifications.size(); ++i) {
    const Id<Certification> id{i};
    plan.push_back({.url = url_of(Kind::certification, guide.site[id].id),
                    .layout = "certification",
                    .fill = [id](PageView& page) { fill_certification_page(page, id); },
                    .record = &guide.site[id],
                    .about = any(id),
                    .modified = last_change(guide.site[id])});
  }
}

}  // namespace waymark
