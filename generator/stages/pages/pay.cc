#include "stages/pages/pay.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

using Column = std::pair<std::string_view, std::optional<Amount> Salary::*>;

constexpr std::array<Column, 6> columns{{{"p10", &Salary::p10},
                                         {"p25", &Salary::p25},
                                         {"median", &Salary::median},
                                         {"p75", &Salary::p75},
                                         {"p90", &Salary::p90},
                                         {"mean", &Salary::mean}}};

void set_count(View at, std::string_view name, std::optional<int> count) {
  count ? at.set(name, number_text(*count)) : at.set_nothing(name);
}

// What the row is about: the role's page, or the name that the source uses.
void set_subject(const PageView& page, View at, const Salary& row) {
  View subject = at.object("subject");
  if (row.role.id.valid()) {
    fill_link(page, subject, any(row.role.id));
  } else {
    subject.set("title", row.title.empty() ? row.occupation : row.title);
    subject.set_nothing("url");
  }
  set_text(subject, "occupation", row.occupation);
}

// "a" to "z", then "aa".
std::string letters(std::size_t number) {
  constexpr std::size_t alphabet = 26;
  const std::string last(1, static_cast<char>('a' + number % alphabet));
  return number < alphabet ? last : letters(number / alphabet - 1) + last;
}

// Who was counted, each said once below the table: {population: where all rows count the same,
// items: {id, letter, text}}. A row bears the letter of its text, unless all rows have the same.
void set_counted(PageView& page, View table, std::string_view table_id,
                 const std::vector<Id<Salary>>& rows) {
  const Site& site = page.guide.site;
  const std::string& population = site[rows.front()].population;
  const bool is_shared = std::all_of(
      rows.begin(), rows.end(), [&](Id<Salary> id) { return site[id].population == population; });
  const auto text_of = [&](const Salary& row) {
    if (is_shared) return row.note;
    return row.note.empty() ? row.population : row.population + ". " + row.note;
  };
  std::vector<std::string> texts;
  std::vector<std::size_t> places;  // of each row, where it has a text
  for (const Id<Salary> id : rows) {
    const auto known = std::find(texts.begin(), texts.end(), text_of(site[id]));
    places.push_back(static_cast<std::size_t>(known - texts.begin()));
    if (known == texts.end()) texts.push_back(text_of(site[id]));
  }
  const bool differs = texts.size() > 1;
  if (!differs && texts.front().empty()) texts.clear();
  const auto name = [&](View at, std::size_t place) {
    at.set("id", fmt::format("{}-{}", table_id, letters(place)));
    set_text(at, "letter", differs && !texts[place].empty() ? letters(place) : "");
  };
  table.set("with_letters", differs);
  View counted = table.object("counted");
  constexpr std::size_t fold_above = 4;
  counted.set("is_long", texts.size() > fold_above);
  set_text(counted, "population", is_shared ? population : "");
  std::size_t place = 0;
  set_section(counted, "texts", texts, [&](View item, const std::string& text) {
    name(item, place++);
    set_text(item, "text", text);
  });
  ViewList items = table.list("items");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    View item = items.add();
    fill_pay(page, item, rows[i]);
    name(item.object("people"), places[i]);
  }
}

}  // namespace

void fill_pay(PageView& page, View at, Id<Salary> id) {
  const Site& site = page.guide.site;
  const Salary& row = site[id];
  set_subject(page, at, row);
  set_text(at, "level", row.level.id.valid() ? site[row.level].title : "");
  at.set("level_key", row.level.id.valid() ? row.level.id.index + std::size_t{1} : 0);
  at.set("region", site[row.region].title);
  at.set("year", row.year);
  at.set("old", page.guide.derived.salaries[id.index].is_old);
  const std::string_view period = row.period == PayPeriod::year ? "" : word(row.period);
  set_text(at, "per", period);
  for (const auto& [name, member] : columns) {
    const std::optional<Amount>& amount = row.*member;
    set_text(at, name, amount ? money_text(*amount, row.currency) : "");
    set_text(at, std::string(name) + "_key",
             amount ? sort_key(amount->value, row.currency, period) : "");
  }
  row.sample ? at.set("sample_key", *row.sample) : at.set_nothing("sample_key");
  set_count(at, "sample", row.sample);
  set_count(at, "sample_unique", row.sample_unique);
  at.set("publisher", site[row.source].publisher);
  page.cite(at, "mark",
            {.source = row.source.id,
             .statistic = "pay before tax",
             .period = std::to_string(row.year),
             .population = row.population});
}

void set_pay_row(PageView& page, View at, std::string_view name, Id<Salary> row) {
  if (!row.valid()) return at.set_nothing(name);
  View pay = at.object(name);
  pay.set("is_too_small", is_too_small(page.guide.site[row]));
  fill_pay(page, pay, row);
}

Card pay_card(const Guide& guide, Id<Salary> id) {
  const Salary& row = guide.site[id];
  const std::string per =
      row.period == PayPeriod::year ? "" : fmt::format(" of a {}", word(row.period));
  const std::string whose =
      row.role.id.valid()
          ? (row.level.id.valid() ? guide.site[row.level].title + " level" : "all levels")
          : (row.title.empty() ? row.occupation : row.title);
  return {.value = money_text(*row.median, row.currency),
          .label = fmt::format("Median pay{}, {}, {}; {}", per, row.year,
                               guide.site[row.region].title, whose),
          .source = guide.site[row.source].publisher};
}

void set_pay_table(PageView& page, View at, std::string_view name, std::string_view table_id,
                   const std::vector<Id<Salary>>& rows) {
  if (rows.empty()) return at.set_nothing(name);
  const auto any_has = [&](auto member) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](Id<Salary> id) { return (page.guide.site[id].*member).has_value(); });
  };
  View table = at.object(name);
  table.set("id", table_id);
  table.set("count", rows.size());
  for (const auto& [column, member] : columns)
    table.set("with_" + std::string(column), any_has(member));
  table.set("with_sample", any_has(&Salary::sample));
  set_counted(page, table, table_id, rows);
}

}  // namespace waymark
