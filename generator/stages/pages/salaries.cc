// All rows of pay; official statistics and surveys never share a table.
#include <algorithm>
#include <tuple>

#include "stages/pages/pages.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

// By role or occupation, region, newest year, then level; rows for all levels come first.
void sort_rows(const Site& site, std::vector<Id<Salary>>& rows) {
  const auto key = [&](Id<Salary> id) {
    const Salary& row = site[id];
    const std::string_view subject = row.role.id.valid() ? site[row.role].title : row.title;
    const std::uint32_t level = row.level.id.valid() ? row.level.id.index + 1 : 0;
    return std::tuple(subject, row.region.id, -row.year, level, id);
  };
  std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
}

void fill(PageView& page) {
  const Site& site = page.guide.site;
  std::vector<Id<Salary>> official;
  std::vector<Id<Salary>> surveys;
  for (std::uint32_t i = 0; i < site->salaries.size(); ++i) {
    const bool is_official = site[site->salaries[i].source].kind == SourceKind::official;
    (is_official ? official : surveys).push_back({i});
  }
  sort_rows(site, official);
  sort_rows(site, surveys);
  set_pay_table(page, page.view, "official", "Official-pay", official);
  set_pay_table(page, page.view, "surveys", "Survey-pay", surveys);
}

}  // namespace

void plan_salaries(const Guide&, Plan& plan) {
  plan.push_back({.url = "salaries/", .layout = "salaries", .fill = fill});
}

}  // namespace waymark
