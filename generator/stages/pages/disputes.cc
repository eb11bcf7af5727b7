// Claims that disagree, side by side, and what to believe.
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

void fill_claim(PageView& page, View item, const Claim& claim) {
  item.set("text", claim.text);
  if (claim.figure.id.valid()) {
    fill_figure(page, item.object("figure"), claim.figure.id);
  } else {
    item.set_nothing("figure");
  }
  if (claim.source.id.valid()) {
    page.cite(item, "mark", claim.source.id);
  } else {
    item.set_nothing("mark");
  }
}

void fill(PageView& page) {
  ViewList disputes = page.view.list("disputes");
  for (const Dispute& dispute : page.guide.site->disputes) {
    View item = disputes.add();
    item.set("id", dispute.id);
    item.set("title", dispute.title);
    item.set("verdict", dispute.verdict);
    set_section(item, "claims", dispute.claims,
                [&](View at, const Claim& claim) { fill_claim(page, at, claim); });
    set_entries(page, item, "roles", ids(dispute.roles));
    set_entries(page, item, "articles", ids(dispute.articles));
  }
}

}  // namespace

void plan_disputes(const Guide& guide, Plan& plan) {
  if (guide.site->disputes.empty()) return;
  plan.push_back({.url = "disputes/", .layout = "disputes", .fill = fill});
}

}  // namespace waymark
