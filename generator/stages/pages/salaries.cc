// All rows of pay as charts and tables. Official statistics and surveys share neither.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/pay_chart.h"
#include "stages/pages/pay_years.h"

namespace waymark {
namespace {

using Rows = std::vector<Id<Salary>>;

// The rows in lists of equal keys; lists by key, rows in the order that they had.
template <class Key>
std::vector<Rows> lists_by(Rows rows, Key key) {
  std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
  std::vector<Rows> lists;
  for (const Id<Salary> row : rows) {
    if (lists.empty() || key(lists.back().back()) != key(row)) lists.emplace_back();
    lists.back().push_back(row);
  }
  return lists;
}

// Whose pay it is: equal for all rows of one role or occupation, whatever the source calls it.
auto subject_key(const Site& site, const Salary& row) {
  const bool is_role = row.role.id.valid();
  return std::tuple(is_role ? std::string_view(site[row.role].title) : std::string_view(),
                    row.role.id, std::string_view(row.occupation));
}

// What rows must have in common to be drawn in one chart.
auto place_key(const Salary& row) {
  return std::tuple(row.region.id, std::string_view(row.currency), row.period);
}

// By subject, region, newest year, then level; rows for all levels come first.
void sort_by_subject(const Site& site, Rows& rows) {
  const auto key = [&](Id<Salary> id) {
    const Salary& row = site[id];
    const std::uint32_t level = row.level.id.valid() ? row.level.id.index + 1 : 0;
    return std::tuple(subject_key(site, row), row.region.id, -row.year, level, id);
  };
  std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
}

void sort_by_median(const Site& site, Rows& rows) {
  const auto key = [&](Id<Salary> id) { return site[id].median ? -site[id].median->value : 0.0; };
  std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
}

// "United States, 2024, in USD".
std::string place_name(const Site& site, const Salary& row) {
  const std::string per =
      row.period == PayPeriod::year ? "" : fmt::format(" per {}", word(row.period));
  return fmt::format("{}, {}, in {}{}", site[row.region].title, row.year, row.currency, per);
}

// A list for each chart: rows of one source, year and place for all levels together, highest median
// first. A single row makes no chart.
std::vector<Rows> chart_lists(const Site& site, Rows rows) {
  std::erase_if(rows, [&](Id<Salary> id) { return site[id].level.id.valid(); });
  std::vector<Rows> lists = lists_by(std::move(rows), [&](Id<Salary> id) {
    const Salary& row = site[id];
    return std::tuple(-row.year, place_key(row), row.source.id);
  });
  std::erase_if(lists, [](const Rows& list) { return list.size() < 2; });
  for (Rows& list : lists) sort_by_median(site, list);
  return lists;
}

// Each place: charts and tables of its newest year, medians over the years, then older rows.
void set_official(PageView& page, const Rows& official) {
  const Site& site = page.guide.site;
  const std::vector<Rows> places =
      lists_by(official, [&](Id<Salary> id) { return place_key(site[id]); });
  std::size_t number = 0;
  set_section(page.view, "official", places, [&](View item, const Rows& rows) {
    const std::string id = fmt::format("Official-{}", ++number);
    int newest = 0;
    for (const Id<Salary> row : rows) newest = std::max(newest, site[row].year);
    Rows current = rows;
    Rows earlier = rows;
    std::erase_if(current, [&](Id<Salary> row) { return site[row].year != newest; });
    std::erase_if(earlier, [&](Id<Salary> row) { return site[row].year == newest; });
    item.set("id", id);
    item.set("place", place_name(site, site[current.front()]));
    item.set("year", newest);
    sort_by_median(site, current);
    std::size_t charts = 0;
    set_section(item, "charts", chart_lists(site, current), [&](View chart, const Rows& list) {
      set_pay_picture(page, chart, "picture", fmt::format("{}-chart-{}", id, ++charts), list);
    });
    set_pay_table(page, item, "table", id + "-table", current);
    set_pay_years(page, item, "over_years", id + "-years", rows);
    set_pay_table(page, item, "earlier", id + "-earlier", earlier);
  });
}

// An anchor for each: the role's id, or the occupation's code, which no id looks like.
void set_subjects(PageView& page, View at, const Rows& rows) {
  const Site& site = page.guide.site;
  const std::vector<Rows> subjects =
      lists_by(rows, [&](Id<Salary> id) { return subject_key(site, site[id]); });
  set_section(at, "subjects", subjects, [&](View item, const Rows& own) {
    const Salary& row = site[own.front()];
    const std::string id = row.role.id.valid() ? site[row.role].id : "Occupation-" + row.occupation;
    item.set("id", id);
    if (row.role.id.valid()) {
      fill_link(page, item, any(row.role.id));
    } else {
      item.set("title", row.title.empty() ? row.occupation : row.title);
      item.set_nothing("url");
    }
    set_pay_table(page, item, "table", "Pay-" + id, own);
  });
}

void set_surveys(PageView& page, const Rows& rows) {
  if (rows.empty()) return page.view.set_nothing("surveys");
  View at = page.view.object("surveys");
  int newest = 0;
  for (const Id<Salary> row : rows) newest = std::max(newest, page.guide.site[row].year);
  std::size_t number = 0;
  set_section(at, "charts", chart_lists(page.guide.site, rows), [&](View item, const Rows& list) {
    const std::string id = fmt::format("Survey-{}", ++number);
    item.set("id", id);
    const Salary& first = page.guide.site[list.front()];
    item.set("place", place_name(page.guide.site, first));
    item.set("is_earlier", first.year != newest);
    set_pay_picture(page, item, "picture", id + "-chart", list);
    set_pay_table(page, item, "table", id + "-table", list);
  });
  set_subjects(page, at, rows);
}

void fill(PageView& page) {
  const Site& site = page.guide.site;
  Rows official;
  Rows surveys;
  for (std::uint32_t i = 0; i < site->salaries.size(); ++i) {
    const bool is_official = site[site->salaries[i].source].kind == SourceKind::official;
    (is_official ? official : surveys).push_back({i});
  }
  sort_by_subject(site, official);
  sort_by_subject(site, surveys);
  set_official(page, official);
  set_surveys(page, surveys);
}

}  // namespace

void plan_salaries(const Guide&, Plan& plan) {
  plan.push_back({.url = "salaries/", .layout = "salaries", .fill = fill});
}

}  // namespace waymark
