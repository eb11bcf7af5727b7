#include "stages/pages/api/parts.h"

#include <cmath>

#include "model/urls.h"
#include "stages/pages/api/files.h"

namespace waymark {

const PartShape<SkillNeed>& part_shape(const SkillNeed*) {
  using From = PartOf<SkillNeed>;
  static const PartShape<SkillNeed> shape{
      {"id", schema::id_of("skills"), "", [](const From& i) { return json_id(i.api, i.value.id); }},
      {"title", schema::text(), "",
       [](const From& i) { return json_text(i.api.site[i.value.id].title); }},
      {"url", schema::text(), "",
       [](const From& i) { return json_text(url_of(Kind::skill, i.api.site[i.value.id].id)); }},
      {"importance", schema::whole_number(), "From 1 (helps) to 5 (no job without it).",
       [](const From& i) { return json_whole(i.value.importance); }},
      {"level", schema::nullable(schema::one_of<SkillLevel>()), "",
       [](const From& i) { return json_word(i.value.level); }}};
  return shape;
}

const PartShape<RoleNeed>& part_shape(const RoleNeed*) {
  using From = PartOf<RoleNeed>;
  static const PartShape<RoleNeed> shape{
      {"id", schema::id_of("roles"), "",
       [](const From& i) { return json_id(i.api, i.value.role); }},
      {"importance", schema::whole_number(), "From 1 (helps) to 5 (no job without it).",
       [](const From& i) { return json_whole(i.value.importance); }},
      {"level", schema::nullable(schema::one_of<SkillLevel>()), "",
       [](const From& i) { return json_word(i.value.level); }}};
  return shape;
}

const PartShape<RoleEducation>& part_shape(const RoleEducation*) {
  using From = PartOf<RoleEducation>;
  static const PartShape<RoleEducation> shape{
      {"typical", schema::nullable(schema::id_of("education")), "Usual at entry.",
       [](const From& i) { return json_id(i.api, i.value.typical); }},
      {"shares", schema::list(schema::id_of("figures")), "How many hold or are asked for what.",
       [](const From& i) { return json_ids(i.api, i.value.shares); }},
      {"note", schema::nullable(schema::text()), "",
       [](const From& i) { return json_text_or_null(i.value.note); }}};
  return shape;
}

const PartShape<Neighbour>& part_shape(const Neighbour*) {
  using From = PartOf<Neighbour>;
  static const PartShape<Neighbour> shape{
      {"id", schema::id_of("roles"), "",
       [](const From& i) { return json_id(i.api, i.value.role); }},
      {"affinity", schema::number(), "Above 0, at most 1.",
       [](const From& i) { return json_affinity(i.value.affinity); }},
      {"comparison", schema::id_of("comparisons"), "", [](const From& i) {
         return json_text(comparison_id(i.api, i.api.derived.comparisons[i.value.comparison]));
       }}};
  return shape;
}

const PartShape<Occupation>& part_shape(const Occupation*) {
  using From = PartOf<Occupation>;
  static const PartShape<Occupation> shape{
      {"system", schema::one_of<Classification>(), "Whose code it is.",
       [](const From& i) { return json_text(word(i.value.system)); }},
      {"code", schema::nullable(schema::text()), "",
       [](const From& i) { return json_text_or_null(i.value.code); }},
      {"title", schema::nullable(schema::text()), "Its name there.",
       [](const From& i) { return json_text_or_null(i.value.title); }},
      {"match", schema::one_of<Match>(), "How well it fits.",
       [](const From& i) { return json_text(word(i.value.match)); }},
      {"note", schema::nullable(schema::text()), "Why this one.",
       [](const From& i) { return json_text_or_null(i.value.note); }},
      {"address", schema::nullable(schema::address()), "Its page there.",
       [](const From& i) { return json_text_or_null(i.value.url); }}};
  return shape;
}

const PartShape<Amount>& part_shape(const Amount*) {
  using From = PartOf<Amount>;
  static const PartShape<Amount> shape{
      {"value", schema::number(), "In whole units of the currency.",
       [](const From& i) { return json_number(i.value.value); }},
      {"at_least", schema::boolean(), "Top-coded: the true amount is this or more.",
       [](const From& i) { return json_flag(i.value.at_least); }}};
  return shape;
}

const PartShape<Cost>& part_shape(const Cost*) {
  using From = PartOf<Cost>;
  static const PartShape<Cost> shape{
      {"amount", schema::number(), "In whole units of the currency.",
       [](const From& i) { return json_number(i.value.amount); }},
      {"currency", schema::text(), "ISO 4217.",
       [](const From& i) { return json_text(i.value.currency); }},
      {"note", schema::nullable(schema::text()), "",
       [](const From& i) { return json_text_or_null(i.value.note); }}};
  return shape;
}

const PartShape<WebLink>& part_shape(const WebLink*) {
  using From = PartOf<WebLink>;
  static const PartShape<WebLink> shape{
      {"title", schema::text(), "", [](const From& i) { return json_text(i.value.title); }},
      {"address", schema::address(), "", [](const From& i) { return json_text(i.value.url); }},
      {"note", schema::nullable(schema::text()), "",
       [](const From& i) { return json_text_or_null(i.value.note); }}};
  return shape;
}

const PartShape<Claim>& part_shape(const Claim*) {
  using From = PartOf<Claim>;
  static const PartShape<Claim> shape{
      {"text", schema::text(), "", [](const From& i) { return json_text(i.value.text); }},
      {"source", schema::nullable(schema::id_of("sources")), "null: nobody vouches for it.",
       [](const From& i) { return json_id(i.api, i.value.source); }},
      {"figure", schema::nullable(schema::id_of("figures")), "",
       [](const From& i) { return json_id(i.api, i.value.figure); }}};
  return shape;
}

const PartShape<Cover>& part_shape(const Cover*) {
  using From = PartOf<Cover>;
  static const PartShape<Cover> shape{
      {"id", schema::id_of("certifications"), "",
       [](const From& i) { return json_id(i.api, i.value.certification); }},
      {"covers", schema::list(schema::id_of("skills")), "Of those at hand.",
       [](const From& i) { return json_ids(i.api, i.value.skills); }}};
  return shape;
}

const PartShape<RecordRef>& part_shape(const RecordRef*) {
  using From = PartOf<RecordRef>;
  static const PartShape<RecordRef> shape{
      {"kind", schema::text(), "\"role\", \"article\" ...",
       [](const From& i) { return json_text(kind_name(i.value.kind)); }},
      {"id", schema::text(), "Its id among the records of that kind.",
       [](const From& i) { return json_text(record(*i.api.site, i.value).id); }},
      {"url", schema::text(), "Its place in the guide, from the site's root.",
       [](const From& i) { return json_text(url_of(*i.api.site, i.value)); }}};
  return shape;
}

Json json_course(const ApiGuide& api, const Course& course) {
  return json_list(course, [&](const std::vector<Lesson>& step) {
    return json_list(step, [&](const Lesson& lesson) { return json_id(api, lesson.skill); });
  });
}

Json json_affinity(std::optional<double> affinity) {
  constexpr double ten_thousand = 10'000;
  return affinity ? json_number(std::round(*affinity * ten_thousand) / ten_thousand) : Json{};
}

Json::Members part_schemas() {
  const auto schema = []<class T>(std::string_view help, const T* value) {
    return schema_of(part_shape(value), help);
  };
  constexpr const SkillNeed* skill = nullptr;
  constexpr const RoleNeed* role = nullptr;
  constexpr const RoleEducation* education = nullptr;
  constexpr const Neighbour* neighbour = nullptr;
  constexpr const Occupation* occupation = nullptr;
  constexpr const Amount* amount = nullptr;
  constexpr const Cost* cost = nullptr;
  constexpr const WebLink* link = nullptr;
  constexpr const Claim* claim = nullptr;
  constexpr const Cover* cover = nullptr;
  constexpr const RecordRef* record = nullptr;
  return {{"needed_skill", schema("A skill that a role needs.", skill)},
          {"needing_role", schema("A role that needs a skill.", role)},
          {"role_education", schema("What employers ask for.", education)},
          {"neighbour", schema("A role near to another one by its skills.", neighbour)},
          {"occupation", schema("A code of an official classification.", occupation)},
          {"amount", schema("A sum of money.", amount)},
          {"cost", schema("A fee.", cost)},
          {"web_link", schema("A page elsewhere.", link)},
          {"claim", schema("What somebody says.", claim)},
          {"cover", schema("A certification and the skills that it covers.", cover)},
          {"record", schema("A record of any kind.", record)},
          {"term", term_schema()}};
}

}  // namespace waymark
