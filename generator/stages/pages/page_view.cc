#include "stages/pages/page_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// What search engines show before they cut it themselves, in characters.
constexpr std::size_t title_limit = 70;
constexpr std::size_t description_limit = 160;

// "X – Site"; where that is too long the site's name gives way.
std::string full_title(std::string_view title, std::string_view site) {
  if (title == site) return cut(title, title_limit);
  std::string both = fmt::format("{} – {}", title, site);
  return count_code_points(both) <= title_limit ? both : cut(title, title_limit);
}

}  // namespace

PageView::PageView(const Guide& guide_, std::string_view url, Links links, Arena& arena)
    : guide(guide_), view(arena), url_(url), links_(links) {
  view.set("home_url", link(""));
  view.set("sources_url", link("sources/"));
  set_text(view, "disputes_url", guide.site->disputes.empty() ? "" : link("disputes/"));
  view.set("stylesheet_url", link("assets/style.css"));
  view.set("icon_url", link("assets/favicon.svg"));
  view.set("canonical", absolute_url(guide.options.base_url, url));
  set_navigation();
}

std::string PageView::link(std::string_view url) const {
  return links_ == Links::absolute ? absolute_url(guide.options.base_url, url)
                                   : relative_url(url_, url);
}

void PageView::set_navigation() {
  ViewList items = view.list("navigation");
  for (const NavigationItem& place : guide.site->settings.navigation) {
    View item = items.add();
    item.set("title", place.title);
    item.set("url", link(place.path));
    if (url_ == place.path) {
      item.set("current", "page");
    } else if (!place.path.empty() && url_.starts_with(place.path)) {
      item.set("current", "true");
    } else {
      item.set_nothing("current");
    }
  }
}

void PageView::set_head(std::string_view title, std::string_view description) {
  const SiteSettings& settings = guide.site->settings;
  view.set("title", title);
  view.set("full_title", full_title(title, settings.title));
  view.set("description",
           cut(description.empty() ? settings.description : description, description_limit));
}

void PageView::set_edit_link(const Record& record) {
  const SiteSettings& settings = guide.site->settings;
  const bool has_file = record.place.known();  // a site may do without a home.md
  if (settings.repository.empty() || !has_file) return view.set_nothing("edit_url");
  view.set("edit_url", fmt::format("{}/edit/{}/{}", settings.repository, settings.branch,
                                   guide.sources.path(record.place.source)));
}

void PageView::cite(View at, std::string_view name, const Citation& citation) {
  const auto known = std::find(citations_.begin(), citations_.end(), citation);
  View mark = at.object(name);
  mark.set("number", static_cast<std::size_t>(known - citations_.begin()) + 1);
  mark.set("first", known == citations_.end());
  if (known == citations_.end()) citations_.push_back(citation);
}

void PageView::list_source(Id<Source> source) {
  const bool listed = std::find(unmarked_.begin(), unmarked_.end(), source) != unmarked_.end();
  if (!listed) unmarked_.push_back(source);
}

void PageView::set_notes() {
  const std::size_t marked = citations_.size();
  for (const Id<Source> source : unmarked_) {
    const bool cited = std::any_of(citations_.begin(), citations_.end(),
                                   [&](const Citation& c) { return c.source == source; });
    if (!cited) citations_.push_back({.source = source});
  }
  std::size_t number = 0;
  set_section(view, "notes", citations_, [&](View note, const Citation& citation) {
    note.set("number", ++number);
    note.set("marked", number <= marked);
    fill_note(note, citation);
  });
}

void PageView::fill_note(View note, const Citation& citation) const {
  const Source& source = guide.site[citation.source];
  note.set("title", source.title);
  note.set("ledger_url", link(url_of(Kind::source, source.id)));
  set_text(note, "url", source.url);
  note.set("publisher", source.publisher);
  note.set("published", source.published);
  set_text(note, "licence", source.licence);
  set_text(note, "source_note", source.note);
  set_text(note, "statistic", citation.statistic);
  set_text(note, "period", citation.period);
  set_text(note, "population", citation.population);
  set_text(note, "note", citation.note);
  note.set("unverified", !citation.verified);
}

}  // namespace waymark
