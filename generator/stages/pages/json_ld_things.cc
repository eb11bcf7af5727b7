// Records in schema.org's words: Occupation, DefinedTerm, EducationalOccupationalCredential,
// Article, FAQPage.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/api/values.h"
#include "stages/pages/json_ld.h"
#include "stages/pages/questions.h"

namespace waymark {
namespace {

class Things {
 public:
  explicit Things(const Guide& guide) : guide_(guide), site_(guide.site) {}

  Json occupation(Id<Role> id) const {
    const Role& role = site_[id];
    const RoleLinks& links = guide_.derived.roles[id.index];
    Json::Members thing = entry("Occupation", any(id), role);
    add_list(thing, "responsibilities", json_texts(role.duties));
    add_list(thing, "skills", json_list(links.skills, [&](const SkillNeed& need) {
               return named("DefinedTerm", any(need.id.id));
             }));
    if (const auto& typical = role.education.typical.id; typical.valid())
      thing.emplace_back("educationRequirements", json_text(site_[typical].title));
    add_list(thing, "occupationalCategory", categories(role));
    add_pay(thing, {links.headline, links.official_headline});
    return {std::move(thing)};
  }

  Json defined_term(Id<Skill> id) const {
    Json::Members thing = entry("DefinedTerm", any(id), site_[id]);
    thing.emplace_back("inDefinedTermSet",
                       Json{Json::Members{{"@type", json_text("DefinedTermSet")},
                                          {"name", json_text("Skills")},
                                          {"url", url("skills/")}}});
    return {std::move(thing)};
  }

  Json credential(Id<Certification> id) const {
    const Certification& certification = site_[id];
    Json::Members thing = entry("EducationalOccupationalCredential", any(id), certification);
    thing.emplace_back("credentialCategory", json_text("certification"));
    thing.emplace_back("recognizedBy", organization(certification.provider));
    if (!certification.url.empty()) thing.emplace_back("sameAs", json_text(certification.url));
    if (certification.level)
      thing.emplace_back("educationalLevel", json_text(word(*certification.level)));
    if (certification.validity.value_or(0) > 0)
      thing.emplace_back("validFor", Json{fmt::format("P{}M", *certification.validity)});
    add_list(thing, "competencyRequired",
             json_list(certification.covers, [&](const Ref<Skill>& skill) {
               return named("DefinedTerm", any(skill.id));
             }));
    return {std::move(thing)};
  }

  Json article(Id<Article> id) const {
    const Article& article = site_[id];
    Json::Members thing{{"@type", json_text("Article")},
                        {"headline", json_text(article.title)},
                        {"description", json_text(article.summary)},
                        {"url", url(url_of(*site_, any(id)))},
                        {"inLanguage", json_text(site_->settings.language)}};
    if (article.date) thing.emplace_back("datePublished", json_date(article.date));
    if (article.updated) thing.emplace_back("dateModified", json_date(article.updated));
    add_author(thing, article.author);
    std::vector<Json> about;
    for (const Ref<Role>& role : article.roles) about.push_back(named("Occupation", any(role.id)));
    for (const Ref<Skill>& skill : article.skills)
      about.push_back(named("DefinedTerm", any(skill.id)));
    for (const Ref<Certification>& certification : article.certifications)
      about.push_back(named("EducationalOccupationalCredential", any(certification.id)));
    add_list(thing, "about", {std::move(about)});
    return {std::move(thing)};
  }

  static Json faq_page(const std::vector<Question>& questions) {
    const auto make = [](const Question& question) {
      Json answer{Json::Members{{"@type", json_text("Answer")}, {"text", {question.answer}}}};
      return Json{Json::Members{{"@type", json_text("Question")},
                                {"name", {question.text}},
                                {"acceptedAnswer", std::move(answer)}}};
    };
    return {
        Json::Members{{"@type", json_text("FAQPage")}, {"mainEntity", json_list(questions, make)}}};
  }

 private:
  Json url(std::string_view to) const { return {absolute_url(guide_.options.base_url, to)}; }

  static Json organization(std::string_view name) {
    return {Json::Members{{"@type", json_text("Organization")}, {"name", json_text(name)}}};
  }

  // A record that has its own page, where more is said.
  Json named(std::string_view type, RecordRef record) const {
    return {Json::Members{{"@type", json_text(type)},
                          {"name", json_text(title_of(*site_, record))},
                          {"url", url(url_of(*site_, record))}}};
  }

  Json::Members entry(std::string_view type, RecordRef ref, const Entry& entry) const {
    Json::Members thing{{"@type", json_text(type)},
                        {"name", json_text(entry.title)},
                        {"description", json_text(entry.summary)},
                        {"url", url(url_of(*site_, ref))}};
    add_list(thing, "alternateName", json_texts(entry.aliases));
    return thing;
  }

  // schema.org has no empty lists.
  static void add_list(Json::Members& thing, std::string_view name, Json list) {
    if (!std::get<std::vector<Json>>(list.data).empty()) thing.emplace_back(name, std::move(list));
  }

  // The guide's own author is whoever publishes it; any other name is a person's.
  void add_author(Json::Members& thing, const std::string& author) const {
    if (author.empty()) return;
    Json by = organization(author);
    if (author != site_->settings.author)
      by = {Json::Members{{"@type", json_text("Person")}, {"name", json_text(author)}}};
    thing.emplace_back("author", std::move(by));
  }

  // Not of proxies: those are other occupations.
  static Json categories(const Role& role) {
    std::vector<Json> codes;
    for (const Occupation& occupation : role.occupations) {
      if (occupation.match == Match::proxy || occupation.code.empty()) continue;
      Json::Members code{{"@type", json_text("CategoryCode")},
                         {"codeValue", json_text(occupation.code)},
                         {"inCodeSet", json_text(word(occupation.system))}};
      if (!occupation.title.empty()) code.emplace_back("name", json_text(occupation.title));
      codes.push_back({std::move(code)});
    }
    return {std::move(codes)};
  }

  // One distribution for each row: a survey and an official statistic are never one number.
  void add_pay(Json::Members& thing, std::initializer_list<Id<Salary>> rows) const {
    std::vector<Json> salaries;
    std::vector<Id<Region>> regions;
    for (const Id<Salary> row : rows) {
      if (!row.valid()) continue;
      salaries.push_back(distribution(row));
      const Id<Region> region = site_[row].region.id;
      if (std::find(regions.begin(), regions.end(), region) == regions.end())
        regions.push_back(region);
    }
    add_list(thing, "estimatedSalary", {std::move(salaries)});
    add_list(thing, "occupationLocation", json_list(regions, [&](Id<Region> region) {
               return Json{Json::Members{{"@type", json_text("AdministrativeArea")},
                                         {"name", json_text(site_[region].title)}}};
             }));
  }

  Json distribution(Id<Salary> id) const {
    constexpr std::array<std::string_view, 3> durations{"P1Y", "P1M", "PT1H"};
    const Salary& row = site_[id];
    const Source& source = site_[row.source];
    const std::string& region = site_[row.region].title;
    Json::Members pay{{"@type", json_text("MonetaryAmountDistribution")},
                      {"name", {fmt::format("{}, {}, {}", source.title, region, row.year)}},
                      {"description", json_text(row.population)},
                      {"url", url(url_of(Kind::source, source.id))},
                      {"currency", json_text(row.currency)},
                      {"duration", json_text(durations[static_cast<std::size_t>(row.period)])}};
    // A top-coded amount is no percentile: the true one is higher.
    const auto add = [&](std::string_view name, const std::optional<Amount>& amount) {
      if (amount && !amount->at_least) pay.emplace_back(name, json_number(amount->value));
    };
    add("percentile10", row.p10);
    add("percentile25", row.p25);
    add("median", row.median);
    add("percentile75", row.p75);
    add("percentile90", row.p90);
    return {std::move(pay)};
  }

  const Guide& guide_;
  const Site& site_;
};

}  // namespace

std::vector<Json> json_ld_things(const Guide& guide, RecordRef record) {
  const Things things(guide);
  switch (record.kind) {
    case Kind::role:
      return {things.occupation({record.index})};
    case Kind::skill:
      return {things.defined_term({record.index})};
    case Kind::certification:
      return {things.credential({record.index})};
    case Kind::article: {
      std::vector<Json> all{things.article({record.index})};
      const auto asked = questions(guide.site, guide.site->articles[record.index].body);
      if (!asked.empty()) all.push_back(Things::faq_page(asked));
      return all;
    }
    default:
      return {};
  }
}

}  // namespace waymark
