// The ledger: every source, what was taken from it, and where it is used.
#include "model/fields.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// The pages that print it, by their titles.
void set_shown_on(const PageView& page, View item, Id<Figure> id) {
  const FigureLinks& links = page.guide.derived.figures[id.index];
  if (links.shown_on.empty() && !links.on_home) return item.set_nothing("shown_on");
  ViewList pages = item.object("shown_on").list("items");
  if (links.on_home) {
    View home = pages.add();
    home.set("title", "Home");
    home.set("url", page.link(""));
  }
  for (const RecordRef record : links.shown_on) fill_link(page, pages.add(), record);
}

void fill_taken_figure(PageView& page, View item, Id<Figure> id) {
  item.set("id", page.guide.site[id].id);
  fill_figure(page, item, id);
  set_shown_on(page, item, id);
}

// How many rows; they stand on a page of their own.
void set_salaries(const PageView& page, View item, const std::vector<Id<Salary>>& rows) {
  if (rows.empty()) return item.set_nothing("salaries");
  View salaries = item.object("salaries");
  salaries.set("count", rows.size());
  salaries.set("url", page.link("salaries/"));
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
  set_salaries(page, item, links.salaries);
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
