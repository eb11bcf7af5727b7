#include "stages/derive/pay_pairs.h"

#include "catch.h"
#include "stages/derive.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

struct Row {
  std::string of;  // "role = ..." or "occupation = ..."
  int year = 2024;
  std::string pay;  // "median = 10"
  std::string level = "";
  std::string currency = "USD";
  std::string source = "poll";
  std::string population = "all";
};

std::pair<std::string, std::string> rows(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) {
    text += "[[salary]]\nregion = \"us\"\n" + row.of + "\nyear = " + std::to_string(row.year) +
            "\ncurrency = \"" + row.currency + "\"\n" + row.pay + "\nsource = \"" + row.source +
            "\"\npopulation = \"" + row.population + "\"\n";
    if (!row.level.empty()) text += "level = \"" + row.level + "\"\n";
  }
  return {"content/salaries/all.toml", text};
}
const std::string cook = "role = \"cook\"";
const std::string chef = "role = \"chef\"";

std::pair<std::string, std::string> sources_file() {
  std::string text;
  for (const auto& [id, kind] : {std::pair{"bureau", "official"}, std::pair{"office", "official"},
                                 std::pair{"poll", "survey"}, std::pair{"survey", "survey"}})
    text += "[source." + std::string(id) +
            "]\ntitle = \"x\"\npublisher = \"x\"\npublished = \"2025\"\nkind = \"" + kind + "\"\n";
  return {"content/sources.toml", text};
}

// The medians of two roles, "all 10 20, Senior - 30", of those of the chef first.
std::string paired(const Site& site, const std::vector<PayPair>& pairs) {
  const auto median = [&](Id<Salary> id) {
    return id.valid() ? std::to_string(std::lround(site[id].median->value)) : "-";
  };
  std::string text;
  for (const PayPair& pair : pairs)
    text += (text.empty() ? "" : ", ") + (pair.level.valid() ? site[pair.level].title : "all") +
            " " + median(pair.first) + " " + median(pair.second);
  return text;
}

struct Pay {
  std::string titles, official, trajectory_of_cook;
};

// chef is 0, cook is 1.
Pay pay_of(const std::vector<Row>& list) {
  const std::string occupation = "occupations = [{ system = \"SOC\", match = \"proxy\", code = ";
  SmallSite files({site_settings(), taxonomies(), sources_file(),
                   role("chef", occupation + "\"35-1011\" }]\n"),
                   role("cook", occupation + "\"35-2014\" }]\n"), rows(list)});
  const auto site = files.link();
  CHECK(files.messages() == "");
  if (!site) return {};
  const Derived derived = derive(*site, {2026, 11, 21});
  const PayPairs pairs = pay_pairs(*site, derived, {0}, {1});
  std::string trajectory;
  for (const Id<Salary> id : derived.roles[1].trajectory)
    trajectory += std::to_string(std::lround((*site)[id].median->value)) + " ";
  return {paired(*site, pairs.titles), paired(*site, pairs.official), trajectory};
}

}  // namespace

TEST_CASE("pay of two roles stands level by level, all levels together first") {
  const Pay pay = pay_of({{cook, 2024, "median = 12", "senior"},
                          {chef, 2024, "median = 20"},
                          {cook, 2024, "median = 10"},
                          {chef, 2024, "median = 15", "entry"},
                          {chef, 2024, "median = 25", "senior"}});
  CHECK(pay.titles == "all 20 10, Entry 15 -, Senior 25 12");
  CHECK(pay.official == "");
}

TEST_CASE("the set with most levels of both comes before a newer one, and the newest of equals") {
  CHECK(pay_of({{cook, 2023, "median = 1"},
                {cook, 2023, "median = 2", "senior"},
                {chef, 2023, "median = 3"},
                {chef, 2023, "median = 4", "senior"},
                {cook, 2024, "median = 5"},
                {chef, 2024, "median = 6"}})
            .titles == "all 3 1, Senior 4 2");
  CHECK(pay_of({{cook, 2023, "median = 1"},
                {chef, 2023, "median = 3"},
                {cook, 2024, "median = 5"},
                {chef, 2024, "median = 6"}})
            .titles == "all 6 5");
}

TEST_CASE("the guide's own currency comes before more levels in another") {
  CHECK(pay_of({{cook, 2024, "median = 1", "", "EUR"},
                {cook, 2024, "median = 2", "senior", "EUR"},
                {chef, 2024, "median = 3", "", "EUR"},
                {chef, 2024, "median = 4", "senior", "EUR"},
                {cook, 2020, "median = 5"},
                {chef, 2020, "median = 6"}})
            .titles == "all 6 5");
}

TEST_CASE("no pair is made of different sources, populations, years, currencies or periods") {
  const Row here{cook, 2024, "median = 1"};
  CHECK(pay_of({here, {chef, 2024, "median = 2"}}).titles == "all 2 1");
  CHECK(pay_of({here, {chef, 2024, "median = 2", "", "USD", "survey"}}).titles == "");
  CHECK(pay_of({here, {chef, 2024, "median = 2", "", "USD", "poll", "members"}}).titles == "");
  CHECK(pay_of({here, {chef, 2023, "median = 2"}}).titles == "");
  CHECK(pay_of({here, {chef, 2024, "median = 2", "", "EUR"}}).titles == "");
  CHECK(pay_of({here, {chef, 2024, "median = 2\nperiod = \"month\""}}).titles == "");
}

TEST_CASE("a set that holds no level of both is no comparison") {
  CHECK(pay_of({{cook, 2024, "median = 1", "senior"}, {chef, 2024, "median = 2"}}).titles == "");
}

TEST_CASE("a mean never stands beside a median") {
  CHECK(pay_of({{cook, 2024, "mean = 1"}, {chef, 2024, "median = 2"}}).titles == "");
}

TEST_CASE("of several rows for one level the one that rests on most people is taken") {
  CHECK(pay_of({{cook, 2024, "median = 1\nsample = 40"},
                {cook, 2024, "median = 3\nsample = 400"},
                {cook, 2024, "median = 5"},
                {chef, 2024, "median = 2"}})
            .titles == "all 2 3");
}

TEST_CASE("official medians are paired of one source and year, and never with a role's own rows") {
  const std::string chefs = "occupation = \"35-1011\"";
  const std::string cooks = "occupation = \"35-2014\"";
  const Pay pay = pay_of({{chefs, 2024, "median = 30", "", "USD", "bureau"},
                          {cooks, 2024, "median = 20", "", "USD", "bureau"},
                          {cook, 2024, "median = 10", "", "USD", "bureau"}});
  CHECK(pay.official == "all 30 20");
  CHECK(pay.titles == "");
  CHECK(pay_of({{chefs, 2024, "median = 30", "", "USD", "bureau"},
                {cooks, 2023, "median = 20", "", "USD", "bureau"}})
            .official == "");
  CHECK(pay_of({{chefs, 2024, "median = 30", "", "USD", "bureau"},
                {cooks, 2024, "median = 20", "", "USD", "office"}})
            .official == "");
}

TEST_CASE("one official occupation that stands for both roles is a pair of one row") {
  const std::string same =
      "occupations = [{ system = \"SOC\", match = \"proxy\", code = \"35-1011\" }]\n";
  SmallSite files({site_settings(), taxonomies(), sources_file(), role("chef", same),
                   role("cook", same),
                   rows({{"occupation = \"35-1011\"", 2024, "median = 30", "", "USD", "bureau"}})});
  const auto site = files.link();
  REQUIRE(site);
  const PayPairs pairs = pay_pairs(*site, derive(*site, {2026, 11, 21}), {0}, {1});
  REQUIRE(pairs.official.size() == 1);
  CHECK(pairs.official[0].first == Id<Salary>{0});
  CHECK(pairs.official[0].second == Id<Salary>{0});
}

TEST_CASE("pay by level is of the set with most levels, without the row for all of them") {
  const Pay pay = pay_of({{cook, 2023, "median = 2", "senior"},
                          {cook, 2023, "median = 1", "entry"},
                          {cook, 2023, "median = 9"},
                          {cook, 2024, "median = 5", "senior"},
                          {cook, 2024, "median = 6"}});
  CHECK(pay.trajectory_of_cook == "1 2 ");
  CHECK(pay_of({{cook, 2024, "median = 6"}}).trajectory_of_cook == "");
  CHECK(pay_of({{cook, 2023, "median = 5", "senior"}, {cook, 2024, "median = 6", "senior"}})
            .trajectory_of_cook == "6 ");
}
