#include "stages/pages/page_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/html.h"
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

// The second line of the third note: "3-2".
std::string line_anchor(std::size_t number, std::ptrdiff_t line) {
  return fmt::format("{}-{}", number, line + 1);
}

const Asset* find_asset(const Site& site, std::string_view path) {
  const std::vector<Asset>& assets = site->assets;
  const auto found = std::find_if(assets.begin(), assets.end(),
                                  [&](const Asset& asset) { return asset.path == path; });
  return found == assets.end() ? nullptr : &*found;
}

// As it may stand in a data: URL between double quotes.
std::string as_data(std::string_view text) {
  std::string data;
  for (const char c : text) {
    const bool is_plain =
        c > ' ' && c < 0x7f && std::string_view("\"#%&<>{}|^`\\").find(c) == std::string_view::npos;
    if (is_plain)
      data.push_back(c);
    else
      data += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return data;
}

}  // namespace

PageView::PageView(const Guide& guide_, std::string_view url, Links links, const Press& press)
    : guide(guide_), view(press.arena), url_(url), links_(links), press_(press) {
  view.set("home_url", link(""));
  view.set("sources_url", link("sources/"));
  set_text(view, "disputes_url", guide.site->disputes.empty() ? "" : link("disputes/"));
  view.set("stylesheet_url", asset_url("style.css"));
  set_icon();
  view.set("canonical", absolute_url(guide.options.base_url, url));
  view.set("site_script_url", asset_url("site.js"));
  set_search();
  set_navigation();
  set_section_link(*this, view, "titles_url", "titles/");
  view.set("data_url", link("api/index.json"));
  set_section(view, "plain_pages", guide.site->pages, [&](View item, const PlainPage& page) {
    item.set("title", page.title);
    item.set("url", link(url_of(Kind::page, page.id)));
  });
}

std::string PageView::link(std::string_view url) const {
  return links_ == Links::absolute ? absolute_url(guide.options.base_url, url)
                                   : relative_url(url_, url);
}

std::string PageView::asset_url(std::string_view name) const {
  return link(published_name(guide.asset_names, std::string("assets/").append(name)));
}

std::string PageView::render(std::string_view layout, View values) {
  if (guide.options.on_values) guide.options.on_values(layout, press_.site, values);
  std::string html;
  press_.renderer.render(layout, std::array{press_.site, values}, html, press_.out);
  return html;
}

void PageView::note_link(std::string_view url, Span place) {
  link_places_.emplace(encoded_url(url), place);
}

Span PageView::take_place(std::string_view url) {
  if (link_places_.empty()) return {};
  const auto found = link_places_.find(encoded_url(url));
  if (found == link_places_.end()) return {};
  const Span place = found->second;
  link_places_.erase(found);
  return place;
}

void PageView::set_icon() {
  const Asset* icon = find_asset(guide.site, "assets/favicon.svg");
  if (!icon) return view.set_nothing("icon");
  view.set("icon", Markup{fmt::format(
                       R"(<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{}">)",
                       as_data(guide.sources.text(icon->source)))});
}

void PageView::set_search() {
  view.set("search_url", link("search/"));
  if (!find_asset(guide.site, "assets/minisearch.js")) return view.set_nothing("search");
  View search = view.object("search");
  search.set("part", asset_url("search.js"));
  search.set("engine", asset_url("minisearch.js"));
  search.set("index", link("api/search.json"));
}

void PageView::set_navigation() {
  const auto fill = [&](View item, const NavigationItem& place) {
    item.set("title", place.title);
    item.set("url", link(place.path));
    if (url_ == place.path) {
      item.set("current", "page");
    } else if (!place.path.empty() && url_.starts_with(place.path)) {
      item.set("current", "true");
    } else {
      item.set_nothing("current");
    }
  };
  set_section(view, "navigation", guide.site->settings.navigation, fill);
}

void PageView::set_head(std::string_view title, std::string_view description) {
  const SiteSettings& settings = guide.site->settings;
  title_ = title;
  description_ = description.empty() ? settings.description : description;
  view.set("title", title);
  view.set("full_title", full_title(title, settings.title));
  view.set("description", cut(description_, description_limit));
}

void PageView::set_edit_link(const Record* record) {
  const SiteSettings& settings = guide.site->settings;
  const bool has_file = record && record->place.known();  // a site may do without a home.md
  if (settings.repository.empty() || !has_file) return view.set_nothing("edit_url");
  const std::string_view file = guide.sources.path(record->place.source);
  view.set("edit_url",
           absolute_url(settings.repository, fmt::format("edit/{}/{}", settings.branch, file)));
}

std::size_t PageView::note_of(Id<Source> source) {
  const auto known = std::find_if(notes_.begin(), notes_.end(),
                                  [&](const Note& note) { return note.source == source; });
  const auto index = static_cast<std::size_t>(known - notes_.begin());
  if (known == notes_.end()) notes_.push_back({source, {}});
  return index;
}

void PageView::cite(View at, std::string_view name, const Citation& citation) {
  const std::size_t note = note_of(citation.source);
  std::vector<Citation>& citations = notes_[note].citations;
  const auto known = std::find(citations.begin(), citations.end(), citation);
  const bool is_first = known == citations.end();
  View mark = at.object(name);
  mark.set("number", note + 1);
  mark.set("anchor", line_anchor(note + 1, known - citations.begin()));
  mark.set("first", is_first);
  if (is_first) citations.push_back(citation);
}

void PageView::cite(View at, std::string_view name, Id<Source> source) {
  const std::size_t number = note_of(source) + 1;
  View mark = at.object(name);
  mark.set("number", number);
  mark.set("anchor", number);
  mark.set("first", false);
}

void PageView::list_source(Id<Source> source) { unmarked_.push_back(source); }

void PageView::set_notes() {
  for (const Id<Source> source : unmarked_) note_of(source);
  std::size_t number = 0;
  set_section(view, "notes", notes_,
              [&](View item, const Note& note) { fill_note(item, ++number, note); });
}

void PageView::set_player() { view.set("has_player", has_player_); }

void PageView::fill_note(View at, std::size_t number, const Note& note) const {
  const Source& source = guide.site[note.source];
  at.set("number", number);
  at.set("title", source.title);
  at.set("ledger_url", link(url_of(Kind::source, source.id)));
  set_text(at, "url", source.url);
  at.set("publisher", source.publisher);
  at.set("published", source.published);
  set_text(at, "licence", source.licence);
  set_text(at, "note", source.note);
  std::ptrdiff_t line = 0;
  set_section(at, "lines", note.citations, [&](View item, const Citation& citation) {
    item.set("anchor", line_anchor(number, line++));
    item.set("statistic", citation.statistic);
    set_text(item, "period", citation.period);
    set_text(item, "population", citation.population);
    set_text(item, "note", citation.note);
    item.set("unverified", !citation.verified);
  });
}

}  // namespace waymark
