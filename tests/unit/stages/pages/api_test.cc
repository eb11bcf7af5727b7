#include <algorithm>

#include "stages/pages/pages.h"
#include "stages/pages/small_guide.h"

using namespace waymark;

namespace {

std::string file(const SmallGuide& guide, const std::string& path) {
  Pages pages;
  add_api(*guide, pages);
  const auto found =
      std::find_if(pages.begin(), pages.end(), [&](const Page& page) { return page.path == path; });
  INFO(path);
  REQUIRE(found != pages.end());
  return found->bytes;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("api/index.json lists every file with the number of its items") {
  const SmallGuide guide({site_settings(), taxonomies(), role("tester"), role("coder")});
  const std::string index = file(guide, "api/index.json");
  CHECK(index.starts_with(R"({"$schema":"schema.json#/$defs/index","version":1,"title":"Guide",)"
                          R"("language":"en","base_url":"https://example.org/guide/",)"
                          R"("as_of":"2026-11-21","schema":"api/schema.json","files":[)"
                          R"({"kind":"roles","url":"api/roles.json","count":2,)"));
  CHECK(has(index, R"({"kind":"skills","url":"api/skills.json","count":0,)"));
}

TEST_CASE("what is not known of a role is null, and lists without anything are empty") {
  const SmallGuide guide({site_settings(), taxonomies(), role("tester")});
  CHECK(file(guide, "api/roles.json") ==
        R"({"$schema":"schema.json#/$defs/roles","version":1,"items":[{"id":"tester",)"
        R"("title":"tester","url":"roles/tester/","summary":"A role.","aliases":[],"date":null,)"
        R"("updated":null,"sources":[],"family":"work","levels":["entry"],"industries":[],)"
        R"("duties":[],"skills":[],"roadmap":[],"education":null,"certifications":[],"pay":null,)"
        R"("official_pay":null,"no_pay":null,"salaries":[],"official_salaries":[],)"
        R"("trajectory":[],"leads_to":[],"comes_from":[],"compare_with":[],"neighbours":[],)"
        R"("paths":[],"occupations":[],"outlook":[],"disputes":[],"articles":[]}]})");
}

TEST_CASE("a row of pay has an id of what it is about, and says which amounts are floors") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), pay_sources(), pay_of_testers(), role("tester")});
  CHECK(file(guide, "api/salaries.json") ==
        R"({"$schema":"schema.json#/$defs/salaries","version":1,"items":[)"
        R"({"id":"tester_all_us_2024_survey","role":"tester","occupation":null,"title":null,)"
        R"("level":null,"region":"us","year":2024,"currency":"USD","period":"year","p10":null,)"
        R"("p25":{"value":70000,"at_least":false},"median":{"value":90000.5,"at_least":false},)"
        R"("p75":null,"p90":null,"mean":null,"text":"$90,000.50","sample":412,)"
        R"("sample_unique":null,"population":"full-time staff","source":"survey",)"
        R"("is_official":false,"is_old":false,"note":null},)"
        R"({"id":"15-1253_all_us_2024_bureau","role":null,"occupation":"15-1253",)"
        R"("title":"Testers","level":null,"region":"us","year":2024,"currency":"USD",)"
        R"("period":"year","p10":null,"p25":null,"median":{"value":102610,"at_least":false},)"
        R"("p75":null,"p90":{"value":239200,"at_least":true},"mean":null,"text":"$102,610",)"
        R"("sample":null,"sample_unique":null,"population":"employees","source":"bureau",)"
        R"("is_official":true,"is_old":false,"note":null}]})");
}

TEST_CASE("rows of pay that agree in all that makes their id are numbered") {
  const std::string row =
      "[[salary]]\nrole = \"tester\"\nlevel = \"senior\"\nregion = \"us\"\nyear = 2024\n"
      "currency = \"USD\"\nmedian = 90000\nsource = \"survey\"\npopulation = ";
  const SmallGuide guide(
      {site_settings(),
       taxonomies(),
       pay_sources(),
       role("tester"),
       {"content/salaries/us.toml", row + "\"staff\"\n" + row + "\"others\"\n"}});
  const std::string salaries = file(guide, "api/salaries.json");
  CHECK(has(salaries, R"({"id":"tester_senior_us_2024_survey",)"));
  CHECK(has(salaries, R"({"id":"tester_senior_us_2024_survey_2",)"));
}

TEST_CASE("an affinity has four decimals, and without skills there is none") {
  const SmallGuide guide(
      {site_settings(), taxonomies(), skill("sql"), skill("git"), skill("saw"),
       role("a", "skills = [{id = \"sql\", importance = 5}, {id = \"git\", importance = 3}]\n"),
       role("b", "skills = [{id = \"sql\", importance = 5}, {id = \"saw\", importance = 3}]\n"),
       role("c", "compare_with = [\"a\"]\n")});
  const std::string comparisons = file(guide, "api/comparisons.json");
  // sql weighs ln(1 + 2/2), git and saw ln(1 + 2/1): 5 w / (5 w + 3 v + 3 v).
  CHECK(has(comparisons, R"({"id":"a-vs-b","url":"compare/a-vs-b/","first":"a","second":"b",)"
                         R"("affinity":0.3446,"shared":["sql"],"only_first":["git"],)"
                         R"("only_second":["saw"],)"));
  CHECK(has(comparisons, R"({"id":"a-vs-c","url":"compare/a-vs-c/","first":"a","second":"c",)"
                         R"("affinity":null,)"));
}

TEST_CASE("a certification's status is that of the guide's day") {
  const SmallGuide guide(
      {site_settings(),
       taxonomies(),
       {"content/certifications/exam.md",
        "+++\ntitle = \"Exam\"\nsummary = \"An exam.\"\nprovider = \"Somebody\"\n"
        "status = \"active\"\nretires = 2026-12-01\nchecked = 2026-09-12\n"
        "cost = { amount = 100, currency = \"USD\" }\n+++\n"}});
  const std::string certifications = file(guide, "api/certifications.json");
  CHECK(has(certifications, R"("status":"retiring","days":10,)"));
  CHECK(has(certifications, R"("cost":{"amount":100,"currency":"USD","note":null})"));
}
