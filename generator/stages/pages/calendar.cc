// Certifications by what happens to them when, and what they cost over five years.
#include <algorithm>
#include <limits>
#include <tuple>

#include "model/urls.h"
#include "stages/pages/fees.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

using Ids = std::vector<Id<Certification>>;

const Availability& availability_of(const Guide& guide, Id<Certification> id) {
  return guide.derived.certifications[id.index].availability;
}

// By `key`, then title; without one last.
template <class Key>
void sort_by(const Site& site, Ids& certifications, Key key) {
  const auto full = [&](Id<Certification> id) {
    return std::tuple(key(id), std::string_view(site[id].title), id);
  };
  std::sort(certifications.begin(), certifications.end(),
            [&](auto a, auto b) { return full(a) < full(b); });
}

constexpr std::int64_t without_day = std::numeric_limits<std::int64_t>::max();

std::int64_t day(const std::optional<Date>& date) {
  return date ? days_since_epoch(*date) : without_day;
}

void fill_event(const PageView& page, View item, Id<Certification> id) {
  fill_certification(page, item, id);
  set_date(item, "available", page.guide.site[id].available);
}

// What opens and what ends, the nearest day first; what is gone, the latest first.
void set_events(const PageView& page) {
  using enum CertificationStatus;
  const Site& site = page.guide.site;
  Ids opening, retiring_soon, gone;
  for (std::uint32_t i = 0; i < site->certifications.size(); ++i) {
    const CertificationStatus status = availability_of(page.guide, {i}).status;
    if (status == announced || status == beta) opening.push_back({i});
    if (status == retiring) retiring_soon.push_back({i});
    if (status == retired) gone.push_back({i});
  }
  sort_by(site, opening, [&](auto id) { return day(site[id].available); });
  sort_by(site, retiring_soon, [&](auto id) { return day(site[id].retires); });
  sort_by(site, gone, [&](auto id) {
    const std::optional<Date>& last_day = site[id].retires;
    return last_day ? -days_since_epoch(*last_day) : without_day;
  });
  const auto fill = [&](View item, Id<Certification> id) { fill_event(page, item, id); };
  set_section(page.view, "opening", opening, fill);
  set_section(page.view, "retiring", retiring_soon, fill);
  set_section(page.view, "retired", gone, fill);
}

void fill_cost_row(PageView& page, View item, Id<Certification> id) {
  item.set("id", page.guide.site[id].id);
  fill_certification_row(page, item, id);
  set_renewal_fee(page, item, id);
  set_five_years(page, item, id);
  item.set("disputed", !page.guide.site[id].conflicts.empty());
}

// Of what can still be taken, the cheapest first.
void set_costs(PageView& page) {
  const Site& site = page.guide.site;
  Ids current;
  for (std::uint32_t i = 0; i < site->certifications.size(); ++i)
    if (!is_retired(page.guide, {i})) current.push_back({i});
  sort_by(site, current, [&](auto id) {
    const std::optional<double>& cost = availability_of(page.guide, id).five_year_cost;
    return std::pair(!cost, cost.value_or(0));
  });
  set_section(page.view, "costs", current,
              [&](View item, auto id) { fill_cost_row(page, item, id); });
  std::erase_if(current, [&](auto id) { return site[id].conflicts.empty(); });
  set_section(page.view, "conflicts", current, [&](View item, Id<Certification> id) {
    item.set("id", site[id].id);
    fill_link(page, item, any(id));
    set_conflicts(page, item, site[id]);
  });
}

void fill(PageView& page) {
  page.view.set("index_url", page.link("certifications/"));
  set_date(page.view, "as_of", page.guide.options.as_of);
  set_events(page);
  set_costs(page);
}

}  // namespace

void plan_calendar(const Guide& guide, Plan& plan) {
  constexpr std::string_view url = "certifications/calendar/";
  if (!has_section(guide.catalog(), url)) return;
  plan.push_back({.url = std::string(url), .layout = "certification-calendar", .fill = fill});
}

}  // namespace waymark
