// All rows of pay; official statistics and surveys never share a table.
#include "stages/pages/pages.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

void fill(PageView& page) {
  const Site& site = page.guide.site;
  std::vector<Id<Salary>> official;
  std::vector<Id<Salary>> surveys;
  for (std::uint32_t i = 0; i < site->salaries.size(); ++i) {
    const bool is_official = site[site->salaries[i].source].kind == SourceKind::official;
    (is_official ? official : surveys).push_back({i});
  }
  set_pay_table(page, page.view, "official", "Official-pay", official);
  set_pay_table(page, page.view, "surveys", "Survey-pay", surveys);
  page.view.set_nothing("edit_url");
}

}  // namespace

void plan_salaries(const Guide&, Plan& plan) {
  plan.push_back({.url = "salaries/", .layout = "salaries", .fill = fill});
}

}  // namespace waymark
