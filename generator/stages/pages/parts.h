// What several kinds of page show alike: lists, links, prose, certifications, figures.
#pragma once

#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/pages/page_view.h"

namespace waymark {

// Empty text is absent.
void set_text(View at, std::string_view name, std::string_view text);
// {iso, text}, or nothing.
void set_date(View at, std::string_view name, std::optional<Date> date);
// {items, count}, or nothing where the range is empty, so that a template writes its heading inside
// the section. fill(View item, element).
template <class Range, class Fill>
void set_section(View at, std::string_view name, const Range& range, Fill fill) {
  if (std::empty(range)) return at.set_nothing(name);
  View section = at.object(name);
  section.set("count", std::size(range));
  ViewList items = section.list("items");
  for (const auto& element : range) fill(items.add(), element);
}

template <class T>
std::vector<Id<T>> ids(const std::vector<Ref<T>>& references) {
  std::vector<Id<T>> result;
  result.reserve(references.size());
  for (const Ref<T>& reference : references) result.push_back(reference.id);
  return result;
}

// The link to a page that is not a record's, or nothing where this guide has no such page.
void set_section_link(const PageView& page, View at, std::string_view name, std::string_view url);
// title, url.
void fill_link(const PageView& page, View at, RecordRef record);
// title, url, summary: of an Entry.
void fill_entry(const PageView& page, View at, RecordRef record);

// A section of entries.
template <class T>
void set_entries(const PageView& page, View at, std::string_view name,
                 const std::vector<Id<T>>& entries) {
  set_section(at, name, entries, [&](View item, Id<T> id) { fill_entry(page, item, any(id)); });
}
// A section of titles: of terms of a taxonomy.
template <class T>
void set_terms(const PageView& page, View at, std::string_view name,
               const std::vector<Ref<T>>& terms) {
  set_section(at, name, terms, [&](View item, const Ref<T>& term) {
    item.set("title", page.guide.site[term].title);
  });
}

// The author's own values: `extra` as they wrote it.
void set_extra(View at, const Value& extra);

// body: the prose as HTML, or nothing; headings: its sections for "on this page".
void set_prose(PageView& page, const Body& body);
// Head, summary, dates, aliases, prose, sources: what every entry's page has.
void set_entry_page(PageView& page, const Entry& entry, Kind kind);

// Whether it can no longer be taken.
bool is_retired(const Guide& guide, Id<Certification> id);
// A certification in a list: never a retired one without what replaced it.
void fill_certification(const PageView& page, View at, Id<Certification> id);
void set_certifications(const PageView& page, View at, std::string_view name,
                        const std::vector<Id<Certification>>& certifications);

// An article in a list.
void fill_article(const PageView& page, View at, Id<Article> id);
void set_articles(const PageView& page, View at, std::string_view name,
                  const std::vector<Id<Article>>& articles);

// {url, kind, id, title}: how a reader picks a role or a certification to compare; nothing where the
// guide compares none.
void set_pick(const PageView& page, View at, RecordRef record);

// Who mentions the record in prose, with the sentence; nothing where nobody does.
void set_mentions(const PageView& page, View at, RecordRef record);

// A number with its mark.
void fill_figure(PageView& page, View at, Id<Figure> id);
void set_figures(PageView& page, View at, std::string_view name,
                 const std::vector<Ref<Figure>>& figures);

// The day that a page last changed, if its author says.
std::optional<Date> last_change(const Entry& entry);

}  // namespace waymark
