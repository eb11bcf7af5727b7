#include "stages/pages/pay_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/chart.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

// Who a row is about.
std::string subject_of(const Site& site, const Salary& row) {
  if (row.role.id.valid()) return site[row.role].title;
  return row.title.empty() ? row.occupation : row.title;
}

std::string level_of(const Site& site, const Salary& row) {
  return row.level.id.valid() ? site[row.level].title : "All levels";
}

// What all rows have in common, as a caption says it.
struct ChartWords {
  bool by_level = false;  // else by role or occupation
  std::string caption;
};

ChartWords words_of(const Site& site, const std::vector<Id<Salary>>& rows) {
  const Salary& first = site[rows.front()];
  const auto same_level = [&](Id<Salary> id) { return site[id].level.id == first.level.id; };
  ChartWords words;
  words.by_level = !std::all_of(rows.begin(), rows.end(), same_level);
  const std::string what =
      words.by_level ? fmt::format("{}, by level", subject_of(site, first))
                     : fmt::format("by {}, {}", first.role.id.valid() ? "role" : "occupation",
                                   first.level.id.valid() ? level_of(site, first) + " level"
                                                          : "all levels together");
  words.caption =
      fmt::format("Pay before tax: {}, {}, {}", what, site[first.region].title, first.year);
  return words;
}

std::string picture(const Site& site, const std::vector<Id<Salary>>& rows, const ChartWords& words,
                    std::string id) {
  const std::string& currency = site[rows.front()].currency;
  RangeChart chart{.id = std::move(id),
                   .title = words.caption,
                   .description =
                       "A bar from the 25th to the 75th percentile for each row of the "
                       "table that follows, with a line at the median.",
                   .rows = {},
                   .ticks = {}};
  constexpr std::size_t label_limit = 32;  // characters that fit on a phone; the table has them all
  double highest = 0;
  for (const Id<Salary> salary : rows) {
    const Salary& row = site[salary];
    const std::string label = words.by_level ? level_of(site, row) : subject_of(site, row);
    chart.rows.push_back({cut(label, label_limit), money_text(*row.median, row.currency),
                          row.p25->value, row.median->value, row.p75->value});
    highest = std::max(highest, row.p75->value);
  }
  for (const double value : tick_values(highest))
    chart.ticks.push_back({value, money_text(value, currency)});
  std::string svg;
  append_chart(chart, svg);
  return svg;
}

}  // namespace

void set_pay_chart(PageView& page, View at, std::string_view id,
                   const std::vector<Id<Salary>>& rows) {
  const Site& site = page.guide.site;
  const ChartWords words = words_of(site, rows);
  at.set("caption", words.caption);
  at.set("by_level", words.by_level);
  at.set("chart", Markup{picture(site, rows, words, std::string(id))});
  at.set("with_sample", std::any_of(rows.begin(), rows.end(),
                                    [&](Id<Salary> row) { return site[row].sample.has_value(); }));
  ViewList items = at.list("rows");
  for (const Id<Salary> row : rows) fill_pay(page, items.add(), row);
}

}  // namespace waymark
