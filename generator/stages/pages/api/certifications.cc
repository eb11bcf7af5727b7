// certifications.json
#include "stages/pages/api/entries.h"
#include "stages/pages/api/parts.h"

namespace waymark {
namespace {

using Item = ItemOf<Certification, CertificationLinks>;

// In the currency of its cost.
Json five_year_cost(const Item& i) {
  const auto& amount = i.links.availability.five_year_cost;
  if (!amount || !i.record.cost) return {};
  return json_part(i.api, Cost{*amount, i.record.cost->currency, {}});
}

const Shape<Item>& shape() {
  using namespace schema;
  static const Shape<Item> own{
      {"provider", text(), "", [](const Item& i) { return json_text(i.record.provider); }},
      {"code", nullable(text()), "The provider's.",
       [](const Item& i) { return json_text_or_null(i.record.code); }},
      {"address", nullable(address()), "The provider's page.",
       [](const Item& i) { return json_text_or_null(i.record.url); }},
      {"level", nullable(one_of<CertificationLevel>()), "",
       [](const Item& i) { return json_word(i.record.level); }},
      {"status", one_of<CertificationStatus>(), "On the day of `as_of` in index.json.",
       [](const Item& i) { return json_text(word(i.links.availability.status)); }},
      {"days", nullable(whole_number()), "announced: until it opens; retiring: until its last day.",
       [](const Item& i) { return json_whole(i.links.availability.days); }},
      {"available", nullable(date()), "From when it can be taken.",
       [](const Item& i) { return json_date(i.record.available); }},
      {"retires", nullable(date()), "The last day it can be taken.",
       [](const Item& i) { return json_date(i.record.retires); }},
      {"checked", nullable(date()), "When status and cost were read.",
       [](const Item& i) { return json_date(i.record.checked); }},
      {"cost", nullable(part("cost")), "Of taking it once; its source is the first of `sources`.",
       [](const Item& i) { return json_part(i.api, i.record.cost); }},
      {"renewal_cost", nullable(part("cost")), "Of one renewal.",
       [](const Item& i) { return json_part(i.api, i.record.renewal_cost); }},
      {"five_year_cost", nullable(part("cost")), "Of taking it and of the renewals in five years.",
       five_year_cost},
      {"validity", nullable(whole_number()), "In months; 0: it does not expire.",
       [](const Item& i) { return json_whole(i.record.validity); }},
      {"renewal", nullable(text()), "How it is renewed.",
       [](const Item& i) { return json_text_or_null(i.record.renewal); }},
      {"length", nullable(whole_number()), "In minutes.",
       [](const Item& i) { return json_whole(i.record.length); }},
      {"questions", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.record.questions); }},
      {"prerequisites", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.record.prerequisites); }},
      {"replaced_by", list(id_of("certifications")), "",
       [](const Item& i) { return json_ids(i.api, i.record.replaced_by); }},
      {"replaces", list(id_of("certifications")), "",
       [](const Item& i) { return json_ids(i.api, i.links.replaces); }},
      {"covers", list(id_of("skills")), "",
       [](const Item& i) { return json_ids(i.api, i.record.covers); }},
      {"roles", list(id_of("roles")), "That it helps in.",
       [](const Item& i) { return json_ids(i.api, i.links.roles); }},
      {"conflicts", list(text()), "Where sources disagree about it.",
       [](const Item& i) { return json_texts(i.record.conflicts); }},
      {"articles", list(id_of("articles")), "About it.",
       [](const Item& i) { return json_ids(i.api, i.links.articles); }},
  };
  static const Shape<Item> all = entry_shape<Item>() + own;
  return all;
}

}  // namespace

ApiFile certifications_file() {
  return {"certifications", "certification", "Certifications: status, cost and what they cover.",
          schema_of(shape(), "A certification."), [](const ApiGuide& api) {
            return make_items(shape(), api, api.site->certifications, api.derived.certifications);
          }};
}

}  // namespace waymark
