#include "stages/pages/shortcodes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/html_links.h"
#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/pay_chart.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

void fill_record(PageView& page, View at, RecordRef ref) {
  if (ref.kind == Kind::figure) return fill_figure(page, at, {ref.index});
  at.set("id", record(page.guide.catalog(), ref).id);
  if (has_page(ref.kind)) return fill_entry(page, at, ref);
  at.set("title", title_of(page.guide.catalog(), ref));
}

// A text, a record, or a section of them; nothing where the author gave none.
void set_argument(PageView& page, View at, const CallArgument& argument) {
  const auto& [name, is_list, values] = argument;
  if (values.empty()) {
    at.set_nothing(name);
  } else if (is_list) {
    set_section(at, name, values, [&](View item, const CallValue& value) {
      value.record ? fill_record(page, item, *value.record) : item.set("text", value.text);
    });
  } else if (values.front().record) {
    fill_record(page, at.object(name), *values.front().record);
  } else {
    at.set(name, values.front().text);
  }
}

// The amount that is asked for.
std::string salary_text(const Site& site, const ShortcodeCall& call) {
  const Salary& row = site[call.pay.front()];
  const CallArgument* statistic = call.find("statistic");
  const bool is_named = statistic != nullptr && !statistic->values.empty();
  const std::string name = is_named ? statistic->values.front().text : "median";
  return money_text(*amount_of(row, name), row.currency);
}

// The one row of pay, and its amount.
void set_salary(PageView& page, View at, const ShortcodeCall& call) {
  View pay = at.object("pay");
  fill_pay(page, pay, call.pay.front());
  pay.set("value", salary_text(page.guide.site, call));
}

// The rows of a comparison, as full as the lists of their kind, and what they are called.
void set_comparison(PageView& page, View at, const ShortcodeCall& call) {
  std::vector<std::string> names;
  for (const CallArgument& argument : call.arguments)
    for (const CallValue& value : argument.values)
      names.emplace_back(title_of(page.guide.catalog(), *value.record));
  at.set("names", join(names, ", "));
  const auto set_rows = [&](std::string_view name, auto fill) {
    const CallArgument* argument = call.find(name);
    if (argument == nullptr) return at.set_nothing(name);
    set_section(at, name, argument->values,
                [&](View item, const CallValue& value) { fill(item, value.record->index); });
  };
  set_rows("roles", [&](View item, std::uint32_t i) { fill_role_row(page, item, {i}); });
  set_rows("skills", [&](View item, std::uint32_t i) { fill_skill_row(page, item, {i}); });
  set_rows("certifications",
           [&](View item, std::uint32_t i) { fill_certification_row(page, item, {i}); });
}

std::string render_call(PageView& page, const ShortcodeCall& call, std::size_t number) {
  View values = page.new_view();
  for (const CallArgument& argument : call.arguments) set_argument(page, values, argument);
  View own = values.object("call");
  const std::string id = fmt::format("Shortcode-{}", number);
  own.set("id", id);
  own.set("home_url", page.link(""));
  if (call.layout == "shortcodes/salary") set_salary(page, own, call);
  if (call.layout == "shortcodes/chart") set_pay_chart(page, own, id, call.pay);
  if (call.layout == "shortcodes/compare") set_comparison(page, own, call);
  if (call.layout == "shortcodes/youtube") page.add_player();
  return std::string(trim(page.render(call.layout, values)));
}

std::string call_text(const Site& site, const ShortcodeCall& call) {
  if (call.layout == "shortcodes/salary") return salary_text(site, call);
  const CallArgument* figure = call.find("figure");
  const bool is_figure = call.is_inline && figure != nullptr && !figure->values.empty();
  if (!is_figure || !figure->values.front().record) return {};
  return figure_text(site->figures[figure->values.front().record->index]);
}

}  // namespace

std::vector<std::string> shortcode_texts(const Site& site, const Body& body) {
  std::vector<std::string> texts;
  for (const ShortcodeCall& call : body.shortcodes) texts.push_back(call_text(site, call));
  return texts;
}

std::vector<std::string> render_shortcodes(PageView& page, const Body& body) {
  std::vector<std::string> rendered;
  for (const ShortcodeCall& call : body.shortcodes) {
    if (call.layout.empty()) {
      rendered.emplace_back();
      continue;
    }
    const Shortcode& shortcode = body.document.shortcodes[rendered.size()];
    std::string html = render_call(page, call, rendered.size() + 1);
    for (const HtmlLink& link : find_html_links(html).links)
      page.note_link(link.url, shortcode.span);
    if (shortcode.is_block && !call.is_inline) html += '\n';
    if (shortcode.is_block && call.is_inline && !shortcode.tight) html = "<p>" + html + "</p>\n";
    rendered.push_back(std::move(html));
  }
  return rendered;
}

}  // namespace waymark
