#include "stages/pages/pay_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/chart.h"
#include "model/fields.h"
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

std::string level_of(const Site& site, Id<Level> level) {
  return level.valid() ? site[level].title : "All levels";
}

// "Pay before tax per month: ..., United States, 2024".
std::string caption_of(const Site& site, const Salary& row, std::string_view what) {
  const std::string per =
      row.period == PayPeriod::year ? "" : fmt::format(" per {}", word(row.period));
  return fmt::format("Pay before tax{}: {}, {}, {}", per, what, site[row.region].title, row.year);
}

bool is_by_level(const Site& site, const std::vector<Id<Salary>>& rows) {
  const Salary& first = site[rows.front()];
  return !std::all_of(rows.begin(), rows.end(),
                      [&](Id<Salary> id) { return site[id].level.id == first.level.id; });
}

// What all rows have in common.
std::string caption_of(const Site& site, const std::vector<Id<Salary>>& rows) {
  const Salary& first = site[rows.front()];
  if (is_by_level(site, rows))
    return caption_of(site, first, fmt::format("{}, by level", subject_of(site, first)));
  const std::string level =
      first.level.id.valid() ? level_of(site, first.level.id) + " level" : "all levels together";
  return caption_of(site, first,
                    fmt::format("by {}, {}", first.role.id.valid() ? "role" : "occupation", level));
}

// How far out a chart draws: what its table shows.
enum class Reach { p10_to_p90, p25_to_p75 };

// A chart while it is filled, and what the legend has to explain.
class PayChart {
 public:
  PayChart(const Site& site, std::string_view id, std::string caption, Reach reach)
      : site_(site), reach_(reach) {
    chart_.id = id;
    chart_.title = std::move(caption);
  }

  void add(std::string group, std::string label, Id<Salary> id, bool is_second = false) {
    ChartRow row{.group = std::move(group),
                 .label = std::move(label),
                 .text = "no data",
                 .is_second = is_second};
    if (id.valid()) fill(row, site_[id]);
    chart_.rows.push_back(std::move(row));
  }

  bool is_empty() const { return currency_.empty(); }

  void set(View at) {
    for (const double value : tick_values(highest_))
      chart_.ticks.push_back({value, money_text(value, currency_)});
    const std::string legend = this->legend();
    chart_.description = legend + " The numbers are in the table next to it.";
    std::string svg;
    append_chart(chart_, svg);
    at.set("caption", chart_.title);
    at.set("picture", Markup{svg});
    at.set("legend", legend);
  }

 private:
  void fill(ChartRow& to, const Salary& row) {
    if (is_too_small(row)) {
      to.text = fmt::format("too few (n = {})", *row.sample);
      return;
    }
    to.text = row.median ? money_text(*row.median, row.currency) : "no median";
    to.low = value(row, row.p25);
    to.middle = value(row, row.median);
    to.high = value(row, row.p75);
    has_bar_ |= row.p25 && row.p75;
    has_median_ |= row.median.has_value();
    if (reach_ == Reach::p25_to_p75) return;
    to.lowest = value(row, row.p10);
    to.highest = value(row, row.p90);
    has_outer_ |= row.p10 || row.p90;
  }

  std::optional<ChartValue> value(const Salary& row, const std::optional<Amount>& amount) {
    if (!amount) return std::nullopt;
    currency_ = row.currency;
    highest_ = std::max(highest_, amount->value);
    has_floor_ |= amount->at_least;
    return ChartValue{amount->value, amount->at_least};
  }

  std::string legend() const {
    std::string text;
    const auto add = [&](bool is_drawn, std::string_view sentence) {
      if (!is_drawn) return;
      if (!text.empty()) text += ' ';
      text += sentence;
    };
    add(has_bar_, "Bar: 25th to 75th percentile.");
    add(has_median_, "Upright line: median.");
    add(has_outer_, "Thin line: 10th to 90th percentile.");
    add(has_floor_, "Dashed: unknown, for the source gives only a floor (≥).");
    return text;
  }

  const Site& site_;
  Reach reach_;
  RangeChart chart_;
  std::string currency_;  // empty until there is something to draw
  double highest_ = 0;
  bool has_median_ = false;
  bool has_outer_ = false;
  bool has_bar_ = false;
  bool has_floor_ = false;
};

PayChart chart_of(const Site& site, std::string_view id, const std::vector<Id<Salary>>& rows) {
  PayChart chart(site, id, caption_of(site, rows), Reach::p10_to_p90);
  const bool by_level = is_by_level(site, rows);
  for (const Id<Salary> row : rows)
    chart.add("", by_level ? level_of(site, site[row].level.id) : subject_of(site, site[row]), row);
  return chart;
}

void set_picture(View at, std::string_view name, std::string_view id, PayChart chart) {
  if (chart.is_empty()) return at.set_nothing(name);
  View picture = at.object(name);
  picture.set("id", id);
  chart.set(picture);
}

}  // namespace

void set_pay_picture(PageView& page, View at, std::string_view name, std::string_view id,
                     const std::vector<Id<Salary>>& rows) {
  if (rows.empty()) return at.set_nothing(name);
  set_picture(at, name, id, chart_of(page.guide.site, id, rows));
}

void set_pay_pairs_picture(PageView& page, View at, std::string_view name, std::string_view id,
                           const std::vector<PayPair>& pairs) {
  if (pairs.empty()) return at.set_nothing(name);
  const Site& site = page.guide.site;
  const auto row_of = [&](Id<Salary> PayPair::*side) -> const Salary& {
    const auto has_row = [&](const PayPair& pair) { return (pair.*side).valid(); };
    return site[(*std::find_if(pairs.begin(), pairs.end(), has_row)).*side];
  };
  const Salary& first = row_of(&PayPair::first);
  const Salary& second = row_of(&PayPair::second);
  const std::string names[] = {subject_of(site, first), subject_of(site, second)};
  PayChart chart(site, id, caption_of(site, first, fmt::format("{} and {}", names[0], names[1])),
                 Reach::p25_to_p75);
  for (const PayPair& pair : pairs) {
    chart.add(level_of(site, pair.level), names[0], pair.first);
    chart.add("", names[1], pair.second, true);
  }
  set_picture(at, name, id, std::move(chart));
}

void set_pay_chart(PageView& page, View at, std::string_view id,
                   const std::vector<Id<Salary>>& rows) {
  const Site& site = page.guide.site;
  chart_of(site, id, rows).set(at);
  at.set("by_level", is_by_level(site, rows));
  const auto any_has = [&](auto member) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](Id<Salary> row) { return (site[row].*member).has_value(); });
  };
  at.set("with_p10", any_has(&Salary::p10));
  at.set("with_p90", any_has(&Salary::p90));
  at.set("with_sample", any_has(&Salary::sample));
  ViewList items = at.list("rows");
  for (const Id<Salary> row : rows) fill_pay(page, items.add(), row);
}

}  // namespace waymark
