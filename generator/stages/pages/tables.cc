// Tables as CSV, so that readers can check and reuse every number: a file for each kind of row.
#include <fmt/format.h>

#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "formats/csv.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/pages.h"

namespace waymark {
namespace {

template <class Row>
struct Column {
  std::string name;
  std::function<std::string(const Row&)> cell;
};

template <class Row>
using Columns = std::vector<Column<Row>>;

template <class Row>
std::string csv_of(const Columns<Row>& columns, const std::vector<Row>& rows) {
  std::string csv;
  std::vector<std::string> cells;
  const auto append_line = [&] {
    append_csv_line({cells.begin(), cells.end()}, csv);
    cells.clear();
  };
  for (const Column<Row>& column : columns) cells.push_back(column.name);
  append_line();
  for (const Row& row : rows) {
    for (const Column<Row>& column : columns) cells.push_back(column.cell(row));
    append_line();
  }
  return csv;
}

// Cells

std::string text(double number) { return fmt::format("{}", number); }
std::string text(std::optional<int> number) { return number ? std::to_string(*number) : ""; }
std::string text(std::optional<Date> date) { return date ? iso(*date) : ""; }
std::string text(bool value) { return value ? "true" : "false"; }

template <class E>
std::string word_text(std::optional<E> value) {
  return value ? std::string(word(*value)) : "";
}

template <class T>
std::string id_text(const Site& site, const Ref<T>& ref) {
  return ref.id.valid() ? site[ref].id : "";
}

// "python; sql".
template <class Range, class Text>
std::string list_text(const Range& range, Text text_of) {
  std::string list;
  for (const auto& element : range) {
    if (!list.empty()) list += "; ";
    list += text_of(element);
  }
  return list;
}

template <class T>
std::string ids_text(const Site& site, const std::vector<Ref<T>>& refs) {
  return list_text(refs, [&](const Ref<T>& ref) { return site[ref].id; });
}

template <class T>
void append(Columns<T>& columns, Columns<T> more) {
  columns.insert(columns.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

// Columns that several kinds have

template <class T>
Columns<const T*> entry_columns(const Site& site, Kind kind) {
  using Row = const T*;
  return {{"id", [](const Row& row) { return row->id; }},
          {"title", [](const Row& row) { return row->title; }},
          {"path", [kind](const Row& row) { return url_of(kind, row->id); }},
          {"summary", [](const Row& row) { return row->summary; }},
          {"aliases",
           [](const Row& row) {
             return list_text(row->aliases, [](const std::string& name) { return name; });
           }},
          {"sources", [&site](const Row& row) { return ids_text(site, row->sources); }}};
}

// What every number stands on.
template <class T>
Columns<const T*> basis_columns(const Site& site) {
  using Row = const T*;
  return {{"population", [](const Row& row) { return row->population; }},
          {"source", [&site](const Row& row) { return site[row->source].id; }},
          {"source_title", [&site](const Row& row) { return site[row->source].title; }},
          {"source_publisher", [&site](const Row& row) { return site[row->source].publisher; }},
          {"source_url", [&site](const Row& row) { return site[row->source].url; }},
          {"note", [](const Row& row) { return row->note; }}};
}

// The files

Columns<const Salary*> pay_columns(const Site& site) {
  using Row = const Salary*;
  Columns<Row> columns{{"role", [&site](const Row& row) { return id_text(site, row->role); }},
                       {"occupation", [](const Row& row) { return row->occupation; }},
                       {"title", [](const Row& row) { return row->title; }},
                       {"level", [&site](const Row& row) { return id_text(site, row->level); }},
                       {"region", [&site](const Row& row) { return id_text(site, row->region); }},
                       {"year", [](const Row& row) { return std::to_string(row->year); }},
                       {"currency", [](const Row& row) { return row->currency; }},
                       {"period", [](const Row& row) { return std::string(word(row->period)); }}};
  for (const char* name : {"p10", "p25", "median", "p75", "p90", "mean"}) {
    columns.push_back({name, [name](const Row& row) {
                         const std::optional<Amount> amount = amount_of(*row, name);
                         return amount ? text(amount->value) : "";
                       }});
    columns.push_back({std::string(name) + "_at_least", [name](const Row& row) {
                         const std::optional<Amount> amount = amount_of(*row, name);
                         return amount ? text(amount->at_least) : "";
                       }});
  }
  append(columns, {{"sample", [](const Row& row) { return text(row->sample); }},
                   {"sample_unique", [](const Row& row) { return text(row->sample_unique); }}});
  append(columns, basis_columns<Salary>(site));
  return columns;
}

Columns<const Figure*> figure_columns(const Site& site) {
  using Row = const Figure*;
  Columns<Row> columns{{"id", [](const Row& row) { return row->id; }},
                       {"title", [](const Row& row) { return row->title; }},
                       {"value", [](const Row& row) { return text(row->value); }},
                       {"unit", [](const Row& row) { return row->unit; }},
                       {"statistic", [](const Row& row) { return row->statistic; }},
                       {"period", [](const Row& row) { return row->period; }},
                       {"year", [](const Row& row) { return text(row->year); }},
                       {"region", [&site](const Row& row) { return id_text(site, row->region); }},
                       {"occupation", [](const Row& row) { return row->occupation; }},
                       {"sample", [](const Row& row) { return text(row->sample); }},
                       {"verified", [](const Row& row) { return text(row->verified); }}};
  append(columns, basis_columns<Figure>(site));
  return columns;
}

Columns<const Role*> role_columns(const Site& site) {
  using Row = const Role*;
  Columns<Row> columns = entry_columns<Role>(site, Kind::role);
  append(
      columns,
      {{"family", [&site](const Row& row) { return id_text(site, row->family); }},
       {"levels", [&site](const Row& row) { return ids_text(site, row->levels); }},
       {"industries", [&site](const Row& row) { return ids_text(site, row->industries); }},
       {"certifications", [&site](const Row& row) { return ids_text(site, row->certifications); }},
       {"leads_to", [&site](const Row& row) { return ids_text(site, row->leads_to); }},
       {"compare_with", [&site](const Row& row) { return ids_text(site, row->compare_with); }},
       {"entry_education",
        [&site](const Row& row) { return id_text(site, row->education.typical); }},
       {"occupations",
        [](const Row& row) {
          return list_text(row->occupations, [](const Occupation& occupation) {
            return fmt::format("{} {} ({})", word(occupation.system), occupation.code,
                               word(occupation.match));
          });
        }},
       {"no_pay", [](const Row& row) { return row->no_pay; }}});
  return columns;
}

Columns<const Skill*> skill_columns(const Site& site) {
  using Row = const Skill*;
  Columns<Row> columns = entry_columns<Skill>(site, Kind::skill);
  append(columns,
         {{"kind", [&site](const Row& row) { return id_text(site, row->kind); }},
          {"prerequisites", [&site](const Row& row) { return ids_text(site, row->prerequisites); }},
          {"related", [&site](const Row& row) { return ids_text(site, row->related); }}});
  return columns;
}

Columns<const Certification*> certification_columns(const Guide& guide) {
  using Row = const Certification*;
  const Site& site = guide.site;
  const auto status_on_day = [&guide](const Row& row) {
    const auto index = static_cast<std::size_t>(row - guide.site->certifications.data());
    return std::string(word(guide.derived.certifications[index].availability.status));
  };
  const auto amount = [](const std::optional<Cost>& cost) {
    return cost ? text(cost->amount) : "";
  };
  const auto currency = [](const std::optional<Cost>& cost) { return cost ? cost->currency : ""; };
  Columns<Row> columns = entry_columns<Certification>(site, Kind::certification);
  append(columns,
         {{"provider", [](const Row& row) { return row->provider; }},
          {"code", [](const Row& row) { return row->code; }},
          {"url", [](const Row& row) { return row->url; }},
          {"level", [](const Row& row) { return word_text(row->level); }},
          {"cost", [=](const Row& row) { return amount(row->cost); }},
          {"cost_currency", [=](const Row& row) { return currency(row->cost); }},
          {"renewal_cost", [=](const Row& row) { return amount(row->renewal_cost); }},
          {"renewal_currency", [=](const Row& row) { return currency(row->renewal_cost); }},
          {"length_minutes", [](const Row& row) { return text(row->length); }},
          {"validity_months", [](const Row& row) { return text(row->validity); }},
          {"status", status_on_day},
          {"checked", [](const Row& row) { return text(row->checked); }},
          {"available", [](const Row& row) { return text(row->available); }},
          {"retires", [](const Row& row) { return text(row->retires); }},
          {"replaced_by", [&site](const Row& row) { return ids_text(site, row->replaced_by); }},
          {"covers", [&site](const Row& row) { return ids_text(site, row->covers); }}});
  return columns;
}

struct NeedRow {
  const Skill* skill;
  const Role* role;
  const SkillNeed* need;
};

// A line for each need: it grows with what roles list, not with roles times skills.
std::string matrix_csv(const Guide& guide) {
  const Derived& derived = guide.derived;
  std::vector<NeedRow> rows;
  for (const Id<Role> role : derived.matrix_roles)
    for (const SkillNeed& need : derived.roles[role.index].skills)
      rows.push_back({&guide.site[need.id], &guide.site[role], &need});
  return csv_of<NeedRow>(
      {{"role", [](const NeedRow& row) { return row.role->id; }},
       {"role_title", [](const NeedRow& row) { return row.role->title; }},
       {"skill", [](const NeedRow& row) { return row.skill->id; }},
       {"skill_title", [](const NeedRow& row) { return row.skill->title; }},
       {"importance", [](const NeedRow& row) { return std::to_string(row.need->importance); }},
       {"level", [](const NeedRow& row) { return word_text(row.need->level); }}},
      rows);
}

template <class T>
std::vector<const T*> all(const std::vector<T>& records) {
  std::vector<const T*> rows;
  for (const T& record : records) rows.push_back(&record);
  return rows;
}

}  // namespace

void add_tables(const Guide& guide, Pages& pages) {
  const Site& site = guide.site;
  std::vector<const Salary*> official;
  std::vector<const Salary*> surveys;
  for (const Salary& row : site->salaries)
    (site[row.source].kind == SourceKind::official ? official : surveys).push_back(&row);
  const auto add = [&](std::string path, std::string csv) {
    pages.push_back({.path = std::move(path), .bytes = std::move(csv)});
  };
  add("salaries/official.csv", csv_of(pay_columns(site), official));
  add("salaries/survey.csv", csv_of(pay_columns(site), surveys));
  add("sources/figures.csv", csv_of(figure_columns(site), all(site->figures)));
  add("roles/roles.csv", csv_of(role_columns(site), all(site->roles)));
  add("skills/skills.csv", csv_of(skill_columns(site), all(site->skills)));
  if (has_section(guide.catalog(), "skills/matrix/"))
    add("skills/matrix/matrix.csv", matrix_csv(guide));
  add("certifications/certifications.csv",
      csv_of(certification_columns(guide), all(site->certifications)));
}

}  // namespace waymark
