// The ledger: every source, what was taken from it, and where it is used.
#include "model/fields.h"
#include "stages/pages/format.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"

namespace waymark {
namespace {

void fill_taken_figure(PageView& page, View item, Id<Figure> id) {
  item.set("id", page.guide.site[id].id);
  fill_figure(page, item, id);
}

void fill_source(PageView& page, View item, Id<Source> id) {
  const Source& source = page.guide.site[id];
  const SourceLinks& links = page.guide.derived.sources[id.index];
  item.set("id", source.id);
  item.set("title", source.title);
  item.set("publisher", source.publisher);
  item.set("published", source.published);
  set_date(item, "accessed", source.accessed);
  set_text(item, "licence", source.licence);
  set_text(item, "url", source.url);
  set_text(item, "note", source.note);
  set_section(item, "figures", links.figures,
              [&](View taken, Id<Figure> figure) { fill_taken_figure(page, taken, figure); });
  set_pay_table(page, item, "salaries", "Pay-" + source.id, links.salaries);
  set_section(item, "used_by", links.used_by,
              [&](View user, RecordRef record) { fill_link(page, user, record); });
  set_section(item, "disputes", links.disputes,
              [&](View user, Id<Dispute> dispute) { fill_link(page, user, any(dispute)); });
}

// By kind, official ones first.
void fill(PageView& page) {
  const std::vector<Source>& sources = page.guide.site->sources;
  for (std::size_t kind = 0; kind < Words<SourceKind>::words.size(); ++kind) {
    std::vector<Id<Source>> members;
    for (std::uint32_t i = 0; i < sources.size(); ++i)
      if (static_cast<std::size_t>(sources[i].kind) == kind) members.push_back({i});
    set_section(page.view, Words<SourceKind>::words[kind], members,
                [&](View item, Id<Source> id) { fill_source(page, item, id); });
  }
}

}  // namespace

void plan_sources(const Guide&, Plan& plan) {
  plan.push_back({.url = "sources/", .layout = "sources", .fill = fill});
}

}  // namespace waymark
