// roles.json
#include "stages/pages/api/entries.h"
#include "stages/pages/api/numbers.h"
#include "stages/pages/api/parts.h"

namespace waymark {
namespace {

using Item = ItemOf<Role, RoleLinks>;

Json education(const Item& i) {
  const RoleEducation& education = i.record.education;
  const bool is_known =
      education.typical.id.valid() || !education.shares.empty() || !education.note.empty();
  return is_known ? json_part(i.api, education) : Json{};
}

Json paths(const Item& i) {
  return json_list(i.links.paths, [&](std::size_t path) {
    return json_text(path_id(i.api, i.api.derived.paths[path]));
  });
}

const Shape<Item>& shape() {
  using namespace schema;
  static const Shape<Item> own{
      {"family", id_of("families"), "",
       [](const Item& i) { return json_id(i.api, i.record.family); }},
      {"levels", list(id_of("levels")), "",
       [](const Item& i) { return json_ids(i.api, i.record.levels); }},
      {"industries", list(id_of("industries")), "",
       [](const Item& i) { return json_ids(i.api, i.record.industries); }},
      {"duties", list(text()), "", [](const Item& i) { return json_texts(i.record.duties); }},
      {"skills", list(part("needed_skill")), "By importance, highest first.",
       [](const Item& i) { return json_parts(i.api, i.links.skills); }},
      {"roadmap", list(list(id_of("skills"))),
       "In which order to learn its skills and what they rest on: steps of skills.",
       [](const Item& i) { return json_course(i.api, i.links.roadmap); }},
      {"education", nullable(part("role_education")), "", education},
      {"certifications", list(id_of("certifications")), "That help.",
       [](const Item& i) { return json_ids(i.api, i.record.certifications); }},
      {"pay", nullable(part("salary")), "The row under this title that stands for it.",
       [](const Item& i) { return json_salary(i.api, i.links.headline); }},
      {"official_pay", nullable(part("salary")),
       "The row of the nearest official occupation; never to be mixed with `pay`.",
       [](const Item& i) { return json_salary(i.api, i.links.official_headline); }},
      {"no_pay", nullable(text()), "Why there is no row under this title.",
       [](const Item& i) { return json_text_or_null(i.record.no_pay); }},
      {"salaries", list(id_of("salaries")), "All rows under this title.",
       [](const Item& i) { return json_ids(i.api, i.links.salaries); }},
      {"official_salaries", list(id_of("salaries")), "Rows of the official occupations it names.",
       [](const Item& i) { return json_ids(i.api, i.links.proxies); }},
      {"trajectory", list(id_of("salaries")),
       "Level by level, of one source, region, year and currency.",
       [](const Item& i) { return json_ids(i.api, i.links.trajectory); }},
      {"leads_to", list(id_of("roles")), "",
       [](const Item& i) { return json_ids(i.api, i.record.leads_to); }},
      {"comes_from", list(id_of("roles")), "",
       [](const Item& i) { return json_ids(i.api, i.links.comes_from); }},
      {"compare_with", list(id_of("roles")), "Often mixed up with.",
       [](const Item& i) { return json_ids(i.api, i.record.compare_with); }},
      {"neighbours", list(part("neighbour")), "The nearest by their skills, nearest first.",
       [](const Item& i) { return json_parts(i.api, i.links.neighbours); }},
      {"paths", list(id_of("paths")), "That begin here.", paths},
      {"occupations", list(part("occupation")), "Where official classifications put it.",
       [](const Item& i) { return json_parts(i.api, i.record.occupations); }},
      {"outlook", list(id_of("figures")), "",
       [](const Item& i) { return json_ids(i.api, i.record.outlook); }},
      {"disputes", list(id_of("disputes")), "",
       [](const Item& i) { return json_ids(i.api, i.links.disputes); }},
      {"articles", list(id_of("articles")), "About it.",
       [](const Item& i) { return json_ids(i.api, i.links.articles); }},
  };
  static const Shape<Item> all = entry_shape<Item>() + own;
  return all;
}

}  // namespace

ApiFile roles_file() {
  return {"roles", "role", "Roles: what they need, pay and lead to.", schema_of(shape(), "A role."),
          [](const ApiGuide& api) {
            return make_items(shape(), api, api.site->roles, api.derived.roles);
          }};
}

}  // namespace waymark
