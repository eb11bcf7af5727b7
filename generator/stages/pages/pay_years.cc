#include "stages/pages/pay_years.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "formats/chart_points.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

using Years = std::map<int, Id<Salary>>;  // the row that has the median of each year

struct Occupations {
  std::map<std::string_view, Years> by_code;
  std::set<int> years;  // of any of them
  double highest = 0;
};

Occupations several_years(const Site& site, const std::vector<Id<Salary>>& rows) {
  Occupations result;
  for (const Id<Salary> id : rows) {
    const Salary& row = site[id];
    if (row.median && !row.occupation.empty() && !row.level.id.valid())
      result.by_code[row.occupation].emplace(row.year, id);
  }
  std::erase_if(result.by_code, [](const auto& entry) { return entry.second.size() < 2; });
  for (const auto& [code, own] : result.by_code)
    for (const auto& [year, id] : own) {
      result.years.insert(year);
      result.highest = std::max(result.highest, site[id].median->value);
    }
  return result;
}

// What the source of each edition says of it.
void set_editions(PageView& page, View at, const Occupations& occupations) {
  const Site& site = page.guide.site;
  std::set<std::pair<int, Id<Source>>> editions;
  for (const auto& [code, own] : occupations.by_code)
    for (const auto& [year, id] : own)
      if (!site[site[id].source].note.empty()) editions.emplace(year, site[id].source.id);
  set_section(at, "editions", editions, [&](View item, const auto& edition) {
    item.set("year", edition.first);
    item.set("note", site[edition.second].note);
    page.cite(item, "mark", edition.second);
  });
}

std::string picture(const Site& site, std::string id, const Occupations& occupations,
                    const Years& own) {
  const Salary& newest = site[own.rbegin()->second];
  PointChart chart{.id = std::move(id),
                   .title = fmt::format("{}: median pay in each edition", newest.title),
                   .description =
                       "A point for each year that has one; the years are no time "
                       "series. The numbers are in the table that follows.",
                   .points = {},
                   .ticks = {}};
  for (const int year : occupations.years) {
    const auto row = own.find(year);
    chart.points.push_back({std::to_string(year), std::nullopt});
    if (row == own.end()) continue;
    const Amount& median = *site[row->second].median;
    chart.points.back().value = {median.value, median.at_least};
  }
  for (const double value : tick_values(occupations.highest))
    chart.ticks.push_back({value, money_text(value, newest.currency)});
  std::string svg;
  append_chart(chart, svg);
  return svg;
}

}  // namespace

void set_pay_years(PageView& page, View at, std::string_view name, std::string_view id,
                   const std::vector<Id<Salary>>& rows) {
  const Site& site = page.guide.site;
  const Occupations occupations = several_years(site, rows);
  if (occupations.by_code.empty()) return at.set_nothing(name);
  View section = at.object(name);
  section.set("id", id);
  set_editions(page, section, occupations);
  ViewList years = section.list("years");
  for (const int year : occupations.years) years.add(std::to_string(year));
  ViewList items = section.list("items");
  std::size_t number = 0;
  for (const auto& [code, own] : occupations.by_code) {
    View item = items.add();
    item.set("code", code);
    item.set("title", site[own.rbegin()->second].title);
    item.set("picture", Markup{picture(site, fmt::format("{}-{}", id, ++number), occupations, own)});
    ViewList cells = item.list("cells");
    for (const int year : occupations.years) {
      const auto row = own.find(year);
      View cell = cells.add();
      if (row == own.end()) {
        cell.set_nothing("pay");
      } else {
        View pay = cell.object("pay");
        fill_pay(page, pay, row->second);
      }
    }
  }
}

}  // namespace waymark
