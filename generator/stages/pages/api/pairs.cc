// comparisons.json, paths.json: ids only, since there may be thousands.
#include "model/urls.h"
#include "stages/pages/api/files.h"
#include "stages/pages/api/parts.h"

namespace waymark {
namespace {

using PairItem = PartOf<Comparison>;
using PathItem = PartOf<CareerPath>;

Json skills_of(const ApiGuide& api, const std::vector<SkillPair>& pairs) {
  return json_list(pairs, [&](const SkillPair& pair) { return json_id(api, pair.skill); });
}

Json pay_pairs(const ApiGuide& api, const std::vector<PayPair>& pairs) {
  return json_list(pairs, [&](const PayPair& pair) {
    return Json{std::vector<Json>{json_id(api, pair.first), json_id(api, pair.second)}};
  });
}

// Two rows, of which one may be missing.
Json pay_pairs_schema() {
  return schema::list(schema::list(schema::nullable(schema::id_of("salaries"))));
}

const Shape<PairItem>& comparison_shape() {
  using namespace schema;
  using Item = PairItem;
  static const Shape<Item> shape{
      {"id", text(), "first-vs-second.",
       [](const Item& i) { return json_text(comparison_id(i.api, i.value)); }},
      {"url", text(), "Its place in the guide, from the site's root.",
       [](const Item& i) {
         return json_text(comparison_url(i.api.id(i.value.first), i.api.id(i.value.second)));
       }},
      {"first", id_of("roles"), "", [](const Item& i) { return json_id(i.api, i.value.first); }},
      {"second", id_of("roles"), "", [](const Item& i) { return json_id(i.api, i.value.second); }},
      {"affinity", nullable(number()), "0 to 1; null where a role lists no skill.",
       [](const Item& i) { return json_affinity(i.value.affinity); }},
      {"shared", list(id_of("skills")), "Heaviest first.",
       [](const Item& i) { return skills_of(i.api, i.value.shared); }},
      {"only_first", list(id_of("skills")), "Heaviest first.",
       [](const Item& i) { return skills_of(i.api, i.value.only_first); }},
      {"only_second", list(id_of("skills")), "Heaviest first.",
       [](const Item& i) { return skills_of(i.api, i.value.only_second); }},
      {"difference", list(id_of("skills")), "Those that set the roles apart most.",
       [](const Item& i) { return json_ids(i.api, i.value.difference); }},
      {"pay", pay_pairs_schema(), "Rows under the titles, of the first and of the second role.",
       [](const Item& i) { return pay_pairs(i.api, i.value.pay.titles); }},
      {"official_pay", pay_pairs_schema(), "Likewise, of the nearest official occupations.",
       [](const Item& i) { return pay_pairs(i.api, i.value.pay.official); }},
      {"article", nullable(id_of("articles")), "That discusses the pair.",
       [](const Item& i) { return json_id(i.api, i.value.article); }},
  };
  return shape;
}

const Shape<PathItem>& path_shape() {
  using namespace schema;
  using Item = PathItem;
  static const Shape<Item> shape{
      {"id", text(), "from-to-to.",
       [](const Item& i) { return json_text(path_id(i.api, i.value)); }},
      {"url", text(), "Its place in the guide, from the site's root.",
       [](const Item& i) {
         return json_text(path_url(i.api.id(i.value.from), i.api.id(i.value.to)));
       }},
      {"from", id_of("roles"), "", [](const Item& i) { return json_id(i.api, i.value.from); }},
      {"to", id_of("roles"), "", [](const Item& i) { return json_id(i.api, i.value.to); }},
      {"is_usual", boolean(), "false: the roles are only near each other.",
       [](const Item& i) { return json_flag(i.value.is_usual); }},
      {"comparison", id_of("comparisons"), "Of the two roles: what carries over, pay, affinity.",
       [](const Item& i) {
         return json_text(comparison_id(i.api, i.api.derived.comparisons[i.value.comparison]));
       }},
      {"learn", list(list(id_of("skills"))),
       "What is missing or has to be deepened, and its groundwork: steps of skills, in order.",
       [](const Item& i) { return json_course(i.api, i.value.course); }},
      {"certifications", list(part("cover")), "That cover what is missing and can be taken.",
       [](const Item& i) { return json_parts(i.api, i.value.certifications); }},
  };
  return shape;
}

template <class T>
std::vector<Json> make_parts(const Shape<PartOf<T>>& shape, const ApiGuide& api,
                             const std::vector<T>& values) {
  std::vector<Json> items;
  items.reserve(values.size());
  for (const T& value : values) items.push_back(make_object(shape, {api, value}));
  return items;
}

}  // namespace

ApiFile comparisons_file() {
  return {"comparisons", "comparison", "Pairs of roles side by side.",
          schema_of(comparison_shape(), "Two roles side by side."), [](const ApiGuide& api) {
            return make_parts(comparison_shape(), api, api.derived.comparisons);
          }};
}

ApiFile paths_file() {
  return {"paths", "path", "Ways from role to role.",
          schema_of(path_shape(), "The way from one role to another."),
          [](const ApiGuide& api) { return make_parts(path_shape(), api, api.derived.paths); }};
}

}  // namespace waymark
