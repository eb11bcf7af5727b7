// sources.json, disputes.json, titles.json
#include "stages/pages/api/entries.h"
#include "stages/pages/api/parts.h"

namespace waymark {
namespace {

using SourceItem = ItemOf<Source, SourceLinks>;
using DisputeItem = ItemOf<Dispute, NoLinks>;
using TitleItem = ItemOf<JobTitle, NoLinks>;

const Shape<SourceItem>& source_shape() {
  using namespace schema;
  using Item = SourceItem;
  static const Shape<Item> own{
      {"publisher", text(), "", [](const Item& i) { return json_text(i.record.publisher); }},
      {"address", nullable(address()), "Where it is published.",
       [](const Item& i) { return json_text_or_null(i.record.url); }},
      {"published", text(), "A date, a month, a year, or \"undated\".",
       [](const Item& i) { return json_text(i.record.published); }},
      {"accessed", nullable(date()), "When it was read.",
       [](const Item& i) { return json_date(i.record.accessed); }},
      {"licence", nullable(text()), "Of what was taken from it.",
       [](const Item& i) { return json_text_or_null(i.record.licence); }},
      {"kind", one_of<SourceKind>(), "",
       [](const Item& i) { return json_text(word(i.record.kind)); }},
      {"note", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.record.note); }},
      {"figures", list(id_of("figures")), "Taken from it.",
       [](const Item& i) { return json_ids(i.api, i.links.figures); }},
      {"salaries", list(id_of("salaries")), "Taken from it.",
       [](const Item& i) { return json_ids(i.api, i.links.salaries); }},
      {"disputes", list(id_of("disputes")), "",
       [](const Item& i) { return json_ids(i.api, i.links.disputes); }},
      {"used_by", list(part("record")), "That cite it.",
       [](const Item& i) { return json_parts(i.api, i.links.used_by); }},
  };
  static const Shape<Item> all = linked_shape<Item>() + own;
  return all;
}

const Shape<DisputeItem>& dispute_shape() {
  using namespace schema;
  using Item = DisputeItem;
  static const Shape<Item> own{
      {"claims", list(part("claim")), "That disagree.",
       [](const Item& i) { return json_parts(i.api, i.record.claims); }},
      {"verdict", text(), "What to believe.",
       [](const Item& i) { return json_text(i.record.verdict); }},
      {"roles", list(id_of("roles")), "",
       [](const Item& i) { return json_ids(i.api, i.record.roles); }},
      {"articles", list(id_of("articles")), "",
       [](const Item& i) { return json_ids(i.api, i.record.articles); }},
  };
  static const Shape<Item> all = linked_shape<Item>() + own;
  return all;
}

const Shape<TitleItem>& title_shape() {
  using namespace schema;
  using Item = TitleItem;
  static const Shape<Item> own{
      {"aliases", list(text()), "Other names.",
       [](const Item& i) { return json_texts(i.record.aliases); }},
      {"meaning", text(), "What it usually means.",
       [](const Item& i) { return json_text(i.record.meaning); }},
      {"roles", list(id_of("roles")), "Of this guide that it means.",
       [](const Item& i) { return json_ids(i.api, i.record.roles); }},
      {"occupations", list(part("occupation")), "Its own codes; without any, those of its roles.",
       [](const Item& i) { return json_parts(i.api, i.record.occupations); }},
      {"traps", list(text()), "Where it means something else.",
       [](const Item& i) { return json_texts(i.record.traps); }},
      {"sources", list(id_of("sources")), "",
       [](const Item& i) { return json_ids(i.api, i.record.sources); }},
  };
  static const Shape<Item> all = linked_shape<Item>() + own;
  return all;
}

}  // namespace

ApiFile sources_file() {
  return {"sources", "source", "The ledger: each source and what was taken from it.",
          schema_of(source_shape(), "A source."), [](const ApiGuide& api) {
            return make_items(source_shape(), api, api.site->sources, api.derived.sources);
          }};
}

ApiFile disputes_file() {
  return {"disputes", "dispute", "Claims that disagree, and a verdict.",
          schema_of(dispute_shape(), "A dispute."),
          [](const ApiGuide& api) { return make_items(dispute_shape(), api, api.site->disputes); }};
}

ApiFile titles_file() {
  return {"titles", "title", "Job titles and what they stand for.",
          schema_of(title_shape(), "A job title."),
          [](const ApiGuide& api) { return make_items(title_shape(), api, api.site->titles); }};
}

}  // namespace waymark
