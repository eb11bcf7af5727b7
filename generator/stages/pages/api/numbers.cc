// salaries.json, figures.json
#include "stages/pages/api/numbers.h"

#include "stages/pages/api/entries.h"
#include "stages/pages/api/parts.h"
#include "stages/pages/format.h"

namespace waymark {
namespace {

using Row = ItemOf<Salary, SalaryLinks>;
using Item = ItemOf<Figure, FigureLinks>;

template <std::optional<Amount> Salary::*statistic>
Json amount(const Row& i) {
  return json_part(i.api, i.record.*statistic);
}

Json median_text(const Row& i) {
  if (!i.record.median) return {};
  return json_text(money_text(*i.record.median, i.record.currency));
}

const Shape<Row>& salary_shape() {
  using namespace schema;
  static const Shape<Row> shape{
      {"id", text(), "Made of what it is about, level, region, year and source.",
       [](const Row& i) { return json_id(i.api, i.id); }},
      {"role", nullable(id_of("roles")), "This or an occupation.",
       [](const Row& i) { return json_id(i.api, i.record.role); }},
      {"occupation", nullable(text()), "A code of the SOC, unless it says otherwise.",
       [](const Row& i) { return json_text_or_null(i.record.occupation); }},
      {"title", nullable(text()), "The name that the source uses.",
       [](const Row& i) { return json_text_or_null(i.record.title); }},
      {"level", nullable(id_of("levels")), "null: all levels together.",
       [](const Row& i) { return json_id(i.api, i.record.level); }},
      {"region", id_of("regions"), "",
       [](const Row& i) { return json_id(i.api, i.record.region); }},
      {"year", whole_number(), "", [](const Row& i) { return json_whole(i.record.year); }},
      {"currency", text(), "ISO 4217; before tax.",
       [](const Row& i) { return json_text(i.record.currency); }},
      {"period", one_of<PayPeriod>(), "For which the amounts are paid.",
       [](const Row& i) { return json_text(word(i.record.period)); }},
      {"p10", nullable(part("amount")), "One in ten earns less.", amount<&Salary::p10>},
      {"p25", nullable(part("amount")), "", amount<&Salary::p25>},
      {"median", nullable(part("amount")), "", amount<&Salary::median>},
      {"p75", nullable(part("amount")), "", amount<&Salary::p75>},
      {"p90", nullable(part("amount")), "", amount<&Salary::p90>},
      {"mean", nullable(part("amount")), "", amount<&Salary::mean>},
      {"text", nullable(text()), "The median as the guide writes it.", median_text},
      {"sample", nullable(whole_number()), "Rows or people that the amounts rest on.",
       [](const Row& i) { return json_whole(i.record.sample); }},
      {"sample_unique", nullable(whole_number()), "Without exact repeats.",
       [](const Row& i) { return json_whole(i.record.sample_unique); }},
      {"population", text(), "Who was counted.",
       [](const Row& i) { return json_text(i.record.population); }},
      {"source", id_of("sources"), "",
       [](const Row& i) { return json_id(i.api, i.record.source); }},
      {"is_official", boolean(), "Of a statistical office; never to be mixed with others.",
       [](const Row& i) {
         return json_flag(i.api.site[i.record.source].kind == SourceKind::official);
       }},
      {"is_old", boolean(), "Older than the guide's limit.",
       [](const Row& i) { return json_flag(i.links.is_old); }},
      {"note", nullable(text()), "", [](const Row& i) { return json_text_or_null(i.record.note); }},
  };
  return shape;
}

const Shape<Item>& figure_shape() {
  using namespace schema;
  static const Shape<Item> own{
      {"value", number(), "", [](const Item& i) { return json_number(i.record.value); }},
      {"unit", text(), "\"percent\", \"jobs\", a currency ...",
       [](const Item& i) { return json_text(i.record.unit); }},
      {"text", text(), "The value as the guide writes it.",
       [](const Item& i) { return json_text(figure_text(i.record)); }},
      {"statistic", text(), "\"projected change\", \"share\" ...",
       [](const Item& i) { return json_text(i.record.statistic); }},
      {"period", text(), "", [](const Item& i) { return json_text(i.record.period); }},
      {"year", nullable(whole_number()), "From which its age counts.",
       [](const Item& i) { return json_whole(i.record.year); }},
      {"population", text(), "Who or what was counted.",
       [](const Item& i) { return json_text(i.record.population); }},
      {"region", nullable(id_of("regions")), "",
       [](const Item& i) { return json_id(i.api, i.record.region); }},
      {"occupation", nullable(text()), "A code of the SOC.",
       [](const Item& i) { return json_text_or_null(i.record.occupation); }},
      {"sample", nullable(whole_number()), "",
       [](const Item& i) { return json_whole(i.record.sample); }},
      {"source", id_of("sources"), "",
       [](const Item& i) { return json_id(i.api, i.record.source); }},
      {"verified", boolean(), "false: not seen at its source.",
       [](const Item& i) { return json_flag(i.record.verified); }},
      {"is_old", boolean(), "Older than the guide's limit.",
       [](const Item& i) { return json_flag(i.links.is_old); }},
      {"note", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.record.note); }},
      {"disputes", list(id_of("disputes")), "In which it is in doubt.",
       [](const Item& i) { return json_ids(i.api, i.links.disputes); }},
      {"roles", list(id_of("roles")), "That it speaks of.",
       [](const Item& i) { return json_ids(i.api, i.links.roles); }},
      {"shown_on", list(part("record")), "Whose page prints it.",
       [](const Item& i) { return json_parts(i.api, i.links.shown_on); }},
  };
  static const Shape<Item> all = linked_shape<Item>() + own;
  return all;
}

}  // namespace

Json json_salary(const ApiGuide& api, Id<Salary> row) {
  if (!row.valid()) return {};
  return make_object(salary_shape(), {api, row, api.site[row], api.derived.salaries[row.index]});
}

ApiFile salaries_file() {
  return {"salaries", "salary", "Rows of pay before tax, each with its source.",
          schema_of(salary_shape(), "A row of pay."), [](const ApiGuide& api) {
            return make_items(salary_shape(), api, api.site->salaries, api.derived.salaries);
          }};
}

ApiFile figures_file() {
  return {"figures", "figure", "Figures: growth, shares, counts, each with its source.",
          schema_of(figure_shape(), "A figure."), [](const ApiGuide& api) {
            return make_items(figure_shape(), api, api.site->figures, api.derived.figures);
          }};
}

}  // namespace waymark
