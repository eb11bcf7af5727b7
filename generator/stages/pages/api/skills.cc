// skills.json
#include "stages/pages/api/entries.h"
#include "stages/pages/api/parts.h"

namespace waymark {
namespace {

using Item = ItemOf<Skill, SkillLinks>;

const Shape<Item>& shape() {
  using namespace schema;
  static const Shape<Item> own{
      {"kind", id_of("skill_kinds"), "",
       [](const Item& i) { return json_id(i.api, i.record.kind); }},
      {"prerequisites", list(id_of("skills")), "To learn before.",
       [](const Item& i) { return json_ids(i.api, i.record.prerequisites); }},
      {"needed_for", list(id_of("skills")), "Whose prerequisite it is.",
       [](const Item& i) { return json_ids(i.api, i.links.needed_for); }},
      {"related", list(id_of("skills")), "",
       [](const Item& i) { return json_ids(i.api, i.record.related); }},
      {"roles", list(part("needing_role")), "By importance, highest first.",
       [](const Item& i) { return json_parts(i.api, i.links.roles); }},
      {"certifications", list(id_of("certifications")), "That cover it.",
       [](const Item& i) { return json_ids(i.api, i.links.certifications); }},
      {"learn", list(part("web_link")), "",
       [](const Item& i) { return json_parts(i.api, i.record.learn); }},
      {"articles", list(id_of("articles")), "About it.",
       [](const Item& i) { return json_ids(i.api, i.links.articles); }},
  };
  static const Shape<Item> all = entry_shape<Item>() + own;
  return all;
}

}  // namespace

ApiFile skills_file() {
  return {"skills", "skill", "Skills: what comes before them, and who needs them.",
          schema_of(shape(), "A skill."), [](const ApiGuide& api) {
            return make_items(shape(), api, api.site->skills, api.derived.skills);
          }};
}

}  // namespace waymark
