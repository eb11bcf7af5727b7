#include "stages/pages/parts.h"

#include <algorithm>

#include "base/text.h"
#include "formats/markdown.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/shortcodes.h"

namespace waymark {
namespace {

void set_value(View at, const Member& member);

void fill_table(View at, const Table& table) {
  for (const Member& member : table) set_value(at, member);
}

void set_array(View at, std::string_view name, const Array& array) {
  ViewList list = at.list(name);
  for (const Value& element : array) {
    if (const auto* text = element.as<std::string>()) list.add(*text);
    if (const auto* boolean = element.as<bool>()) list.add(*boolean ? "true" : "false");
    if (const auto* number = element.as<std::int64_t>()) list.add(std::to_string(*number));
    if (const auto* number = element.as<double>()) list.add(number_text(*number));
    if (const auto* date = element.as<Date>()) list.add(iso(*date));
    if (const auto* table = element.as<Table>()) fill_table(list.add(), *table);
  }
}

void set_value(View at, const Member& member) {
  const auto& [key, key_span, value] = member;
  if (const auto* text = value.as<std::string>()) return at.set(key, *text);
  if (const auto* boolean = value.as<bool>()) return at.set(key, *boolean);
  if (const auto* number = value.as<std::int64_t>()) return at.set(key, *number);
  if (const auto* number = value.as<double>()) return at.set(key, *number);
  if (const auto* date = value.as<Date>()) return set_date(at, key, *date);
  if (const auto* array = value.as<Array>()) return set_array(at, key, *array);
  if (const auto* table = value.as<Table>()) return fill_table(at.object(key), *table);
  at.set_nothing(key);
}

// The page has its own h1, so prose that begins with one moves down a level.
int heading_shift(const Document& document) {
  const bool has_h1 = std::any_of(document.headings.begin(), document.headings.end(),
                                  [](const Heading& heading) { return heading.level == 1; });
  return has_h1 ? 1 : 0;
}

// How long until it opens or ends; empty where no date says so.
std::string when(const Availability& availability) {
  if (!availability.days) return {};
  const bool ends = availability.status == CertificationStatus::retiring;
  if (*availability.days == 0) return "today is the last day";
  const std::string days = counted(static_cast<std::size_t>(*availability.days), "day");
  return (ends ? "last day in " : "opens in ") + days;
}

// What a careful reader must know of a figure.
std::string remarks_on(const Figure& figure) {
  const bool are_two = !figure.note.empty() && !figure.why_old.empty();
  return figure.note + (are_two ? " " : "") + figure.why_old;
}

}  // namespace

void set_text(View at, std::string_view name, std::string_view text) {
  text.empty() ? at.set_nothing(name) : at.set(name, text);
}

void set_date(View at, std::string_view name, std::optional<Date> date) {
  if (!date) return at.set_nothing(name);
  View value = at.object(name);
  value.set("iso", iso(*date));
  value.set("text", long_form(*date));
}

void set_section_link(const PageView& page, View at, std::string_view name, std::string_view url) {
  set_text(at, name, has_section(page.guide.catalog(), url) ? page.link(url) : "");
}

void fill_link(const PageView& page, View at, RecordRef record) {
  const Catalog& catalog = page.guide.catalog();
  at.set("title", title_of(catalog, record));
  at.set("url", page.link(url_of(catalog, record)));
}

void fill_entry(const PageView& page, View at, RecordRef ref) {
  fill_link(page, at, ref);
  at.set("summary", static_cast<const Entry&>(record(page.guide.catalog(), ref)).summary);
}

void set_extra(View at, const Value& extra) {
  View values = at.open_object("extra");
  if (const auto* table = extra.as<Table>()) fill_table(values, *table);
}

void set_prose(PageView& page, const Body& body) {
  const Document& document = body.document;
  Resolved resolved;
  for (std::size_t i = 0; i < body.targets.size(); ++i) {
    const LinkTarget& target = body.targets[i];
    std::string url = target.internal ? page.link(target.url) : target.url;
    page.note_link(url, document.links[i].span);
    resolved.links.push_back(std::move(url));
  }
  resolved.shortcodes = render_shortcodes(page, body);

  std::string html;
  const int shift = heading_shift(document);
  append_html(document, resolved, {.heading_shift = shift}, html);
  html.empty() ? page.view.set_nothing("body") : page.view.set("body", Markup{html});

  ViewList headings = page.view.list("headings");
  for (const Heading& heading : document.headings) {
    if (heading.level + shift != 2) continue;
    View item = headings.add();
    item.set("anchor", heading.anchor);
    item.set("text", heading.text);
  }
}

void set_entry_page(PageView& page, const Entry& entry, Kind kind) {
  View view = page.view;
  page.set_head(entry.title, entry.summary);
  if (kind != Kind::page) view.set("index_url", page.link(std::string(kind_folder(kind)) + "/"));
  view.set("summary", entry.summary);
  set_section(view, "aliases", entry.aliases,
              [](View item, const std::string& alias) { item.set("title", alias); });
  set_date(view, "date", entry.date);
  set_date(view, "updated", entry.updated);
  set_extra(view, entry.extra);
  set_prose(page, entry.body);
  for (const Ref<Source>& source : entry.sources) page.list_source(source.id);
}

bool is_retired(const Guide& guide, Id<Certification> id) {
  const Availability& availability = guide.derived.certifications[id.index].availability;
  return availability.status == CertificationStatus::retired;
}

void fill_certification(const PageView& page, View at, Id<Certification> id) {
  const Certification& certification = page.guide.site[id];
  const Availability& availability = page.guide.derived.certifications[id.index].availability;
  fill_entry(page, at, any(id));
  at.set("provider", certification.provider);
  set_text(at, "code", certification.code);
  at.set("status", word(availability.status));
  set_text(at, "when", when(availability));
  at.set("retired", is_retired(page.guide, id));
  set_date(at, "retires", certification.retires);
  set_entries(page, at, "replaced_by", ids(certification.replaced_by));
}

void set_certifications(const PageView& page, View at, std::string_view name,
                        const std::vector<Id<Certification>>& certifications) {
  std::vector<Id<Certification>> ordered = certifications;
  std::stable_partition(ordered.begin(), ordered.end(),
                        [&](Id<Certification> id) { return !is_retired(page.guide, id); });
  set_section(at, name, ordered,
              [&](View item, Id<Certification> id) { fill_certification(page, item, id); });
}

void fill_article(const PageView& page, View at, Id<Article> id) {
  const Article& article = page.guide.site[id];
  fill_entry(page, at, any(id));
  set_text(at, "author", article.author);
  set_date(at, "date", article.date);
  at.set("minutes", reading_minutes(article.body.document));
}

void set_articles(const PageView& page, View at, std::string_view name,
                  const std::vector<Id<Article>>& articles) {
  set_section(at, name, articles, [&](View item, Id<Article> id) { fill_article(page, item, id); });
}

void set_pick(const PageView& page, View at, RecordRef ref) {
  constexpr std::string_view compare = "compare/";
  const Catalog& catalog = page.guide.catalog();
  if (!has_section(catalog, compare)) return at.set_nothing("pick");
  View pick = at.object("pick");
  pick.set("url", page.link(compare));
  pick.set("kind", kind_folder(ref.kind));
  pick.set("id", record(catalog, ref).id);
  pick.set("title", title_of(catalog, ref));
}

void set_mentions(const PageView& page, View at, RecordRef record) {
  const auto& all = page.guide.derived.mentions;
  const auto found = all.find(record);
  const std::vector<Mention> none;
  set_section(at, "mentions", found == all.end() ? none : found->second,
              [&](View item, const Mention& mention) {
                fill_link(page, item, mention.by);
                item.set("kind", kind_name(mention.by.kind));
                set_text(item, "sentence", mention.sentence);
              });
}

void fill_figure(PageView& page, View at, Id<Figure> id) {
  const Figure& figure = page.guide.site[id];
  const FigureLinks& links = page.guide.derived.figures[id.index];
  at.set("title", figure.title);
  at.set("value", figure_text(figure));
  at.set("statistic", figure.statistic);
  at.set("period", figure.period);
  at.set("population", figure.population);
  set_text(at, "region", figure.region.id.valid() ? page.guide.site[figure.region].title : "");
  figure.sample ? at.set("sample", number_text(*figure.sample)) : at.set_nothing("sample");
  at.set("unverified", !figure.verified);
  links.is_old ? at.set("from", *figure.year) : at.set_nothing("from");
  set_section(at, "disputes", links.disputes,
              [&](View item, Id<Dispute> dispute) { fill_link(page, item, any(dispute)); });
  page.cite(at, "mark",
            {.source = figure.source.id,
             .statistic = figure.statistic,
             .period = figure.period,
             .population = figure.population,
             .note = remarks_on(figure),
             .verified = figure.verified});
}

void set_figures(PageView& page, View at, std::string_view name,
                 const std::vector<Ref<Figure>>& figures) {
  set_section(at, name, figures,
              [&](View item, const Ref<Figure>& figure) { fill_figure(page, item, figure.id); });
}

std::optional<Date> last_change(const Entry& entry) {
  return entry.updated ? entry.updated : entry.date;
}

}  // namespace waymark
