#include "stages/pages/trajectory.h"

#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/pay_chart.h"

namespace waymark {

void set_trajectory(PageView& page, Id<Role> id) {
  const Site& site = page.guide.site;
  const std::vector<Id<Salary>>& rows = page.guide.derived.roles[id.index].trajectory;
  if (rows.size() < 2) return page.view.set_nothing("trajectory");
  const Salary& first = site[rows.front()];
  View at = page.view.object("trajectory");
  at.set("role", site[id].title);
  at.set("region", site[first.region].title);
  at.set("year", first.year);
  at.set("population", first.population);
  set_pay_picture(page, at, "picture", "Trajectory-chart", rows);
  ViewList items = at.list("items");
  for (const Id<Salary> row : rows) {
    View item = items.add();
    item.set("is_too_small", is_too_small(site[row]));
    fill_pay(page, item, row);
  }
}

}  // namespace waymark
