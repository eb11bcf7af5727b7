#include "stages/pages/json_ld.h"

#include "stages/pages/small_guide.h"

using namespace waymark;

namespace {

std::string thing(const SmallGuide& guide, RecordRef record) {
  const std::vector<Json> things = json_ld_things(*guide, record);
  REQUIRE(!things.empty());
  return write_json(things.front());
}

const std::string testing =
    "[[occupations]]\nsystem = \"SOC\"\ncode = \"15-1253\"\nmatch = \"proxy\"\n";

}  // namespace

TEST_CASE("a survey and an official statistic are two distributions, each with its source") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), pay_sources(), pay_of_testers(), role("tester", testing)});
  CHECK(thing(guide, any(Id<Role>{0})) ==
        R"({"@type":"Occupation","name":"tester","description":"A role.",)"
        R"("url":"https://example.org/guide/roles/tester/","estimatedSalary":[)"
        R"({"@type":"MonetaryAmountDistribution","name":"Pay survey, United States, 2024",)"
        R"("description":"full-time staff",)"
        R"("url":"https://example.org/guide/sources/#survey","currency":"USD","duration":"P1Y",)"
        R"("percentile25":70000,"median":90000.5},)"
        // Its p90 is a floor that the bureau prints for the highest ones: no percentile.
        R"({"@type":"MonetaryAmountDistribution","name":"Wages, United States, 2024",)"
        R"("description":"employees",)"
        R"("url":"https://example.org/guide/sources/#bureau","currency":"USD","duration":"P1Y",)"
        R"("median":102610}],"occupationLocation":[{"@type":"AdministrativeArea",)"
        R"("name":"United States"}]})");
}

TEST_CASE("a role without pay claims none") {
  const SmallGuide guide({site_settings(), taxonomies(), role("tester")});
  CHECK(thing(guide, any(Id<Role>{0})) ==
        R"({"@type":"Occupation","name":"tester","description":"A role.",)"
        R"("url":"https://example.org/guide/roles/tester/"})");
}

TEST_CASE("a code that only stands near a role is no category of it") {
  const SmallGuide guide({site_settings(), taxonomies(),
                          role("tester", testing + "[[occupations]]\nsystem = \"SOC\"\n"
                                                   "code = \"15-1299\"\nmatch = \"exact\"\n")});
  const std::string role = thing(guide, any(Id<Role>{0}));
  CHECK(role.find("15-1253") == std::string::npos);
  CHECK(role.find(R"({"@type":"CategoryCode","codeValue":"15-1299","inCodeSet":"SOC"})") !=
        std::string::npos);
}

TEST_CASE("a skill is a term of the guide's skills") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), skill("sql", "aliases = [\"Structured query language\"]\n")});
  CHECK(thing(guide, any(Id<Skill>{0})) ==
        R"({"@type":"DefinedTerm","name":"sql","description":"A skill.",)"
        R"("url":"https://example.org/guide/skills/sql/",)"
        R"("alternateName":["Structured query language"],"inDefinedTermSet":{)"
        R"("@type":"DefinedTermSet","name":"Skills","url":"https://example.org/guide/skills/"}})");
}

TEST_CASE("a certification says who grants it, how long it holds and what it covers") {
  const SmallGuide guide(
      {site_settings(),
       taxonomies(),
       skill("sql"),
       {"content/certifications/exam.md",
        "+++\ntitle = \"Exam\"\nsummary = \"An exam.\"\nprovider = \"Somebody\"\n"
        "validity = 36\nlevel = \"associate\"\ncovers = [\"sql\"]\n"
        "status = \"active\"\nchecked = 2026-09-12\n+++\n"}});
  CHECK(thing(guide, any(Id<Certification>{0})) ==
        R"({"@type":"EducationalOccupationalCredential","name":"Exam","description":"An exam.",)"
        R"("url":"https://example.org/guide/certifications/exam/",)"
        R"("credentialCategory":"certification","recognizedBy":{"@type":"Organization",)"
        R"("name":"Somebody"},"educationalLevel":"associate","validFor":"P36M",)"
        R"("competencyRequired":[{"@type":"DefinedTerm","name":"sql",)"
        R"("url":"https://example.org/guide/skills/sql/"}]})");
}

TEST_CASE("an article that asks two questions is a FAQ page as well") {
  const SmallGuide guide({site_settings(),
                          taxonomies(),
                          role("tester"),
                          {"content/articles/asked.md",
                           "+++\ntitle = \"Asked\"\nsummary = \"Often.\"\nauthor = \"Ann\"\n"
                           "date = 2026-01-02\nroles = [\"tester\"]\n+++\n"
                           "## Is it hard?\n\nNo.\n\n## Is it paid?\n\nYes.\n"}});
  const std::vector<Json> things = json_ld_things(*guide, any(Id<Article>{0}));
  REQUIRE(things.size() == 2);
  CHECK(write_json(things[0]) ==
        R"({"@type":"Article","headline":"Asked","description":"Often.",)"
        R"("url":"https://example.org/guide/articles/asked/","inLanguage":"en",)"
        R"("datePublished":"2026-01-02","author":{"@type":"Person","name":"Ann"},)"
        R"("about":[{"@type":"Occupation","name":"tester",)"
        R"("url":"https://example.org/guide/roles/tester/"}]})");
  CHECK(write_json(things[1]) ==
        R"({"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Is it hard?",)"
        R"("acceptedAnswer":{"@type":"Answer","text":"No."}},{"@type":"Question",)"
        R"("name":"Is it paid?","acceptedAnswer":{"@type":"Answer","text":"Yes."}}]})");
}

TEST_CASE("the trail of a page names the pages above it, and leaves out addresses without one") {
  const SmallGuide guide({site_settings(), taxonomies()});
  Plan plan;
  for (const char* url : {"", "skills/", "skills/tools/saw/"})
    plan.push_back({.url = url, .layout = ""});
  CHECK(json_ld(*guide, plan, plan[2], "Saw </script>") ==
        R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[)"
        R"({"@type":"BreadcrumbList","itemListElement":[)"
        R"({"@type":"ListItem","position":1,"name":"Home","item":"https://example.org/guide/"},)"
        R"({"@type":"ListItem","position":2,"name":"Skills",)"
        R"("item":"https://example.org/guide/skills/"},)"
        R"({"@type":"ListItem","position":3,"name":"Saw \u003c/script\u003e",)"
        R"("item":"https://example.org/guide/skills/tools/saw/"}]}]}</script>)");
}

TEST_CASE("the home page is the site, and stands below nothing") {
  const SmallGuide guide({site_settings(), taxonomies()});
  const Plan plan{{.url = "", .layout = ""}};
  CHECK(json_ld(*guide, plan, plan[0], "Guide") ==
        R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[)"
        R"({"@type":"WebSite","@id":"https://example.org/guide/#site",)"
        R"("url":"https://example.org/guide/","name":"Guide","description":"A guide.",)"
        R"("inLanguage":"en"}]}</script>)");
}
