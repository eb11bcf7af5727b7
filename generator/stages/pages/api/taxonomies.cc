// taxonomies.json
#include "stages/pages/api/files.h"

namespace waymark {
namespace {

struct TermItem {
  const Term& term;
  std::string_view currency;
};

const Shape<TermItem>& term_shape() {
  using namespace schema;
  using Item = TermItem;
  static const Shape<Item> shape{
      {"id", text(), "", [](const Item& i) { return json_text(i.term.id); }},
      {"title", text(), "", [](const Item& i) { return json_text(i.term.title); }},
      {"summary", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.term.summary); }},
      {"currency", nullable(text()), "Of a region: ISO 4217.",
       [](const Item& i) { return json_text_or_null(i.currency); }},
  };
  return shape;
}

template <class T>
Json taxonomy(std::string_view id, const std::vector<T>& terms) {
  const auto make = [](const T& term) {
    std::string_view currency;
    if constexpr (std::is_same_v<T, Region>) currency = term.currency;
    return make_object(term_shape(), TermItem{term, currency});
  };
  return {Json::Members{{"id", json_text(id)}, {"terms", json_list(terms, make)}}};
}

std::vector<Json> items(const ApiGuide& api) {
  const Taxonomies& all = api.site->taxonomies;
  return {taxonomy("levels", all.levels),           taxonomy("regions", all.regions),
          taxonomy("industries", all.industries),   taxonomy("tags", all.tags),
          taxonomy("skill_kinds", all.skill_kinds), taxonomy("families", all.families),
          taxonomy("education", all.education)};
}

Json item_schema() {
  std::vector<Json> names;
  for (const std::string_view name : taxonomy_names) names.push_back(json_text(name));
  return object_schema(
      "A list of terms; levels and education in their order.",
      {{"id", schema::words(std::move(names))}, {"terms", schema::list(schema::part("term"))}});
}

}  // namespace

Json term_schema() { return schema_of(term_shape(), "A word of a taxonomy."); }

ApiFile taxonomies_file() {
  return {"taxonomies", "taxonomy", "The words that records are sorted by.", item_schema(), items};
}

}  // namespace waymark
