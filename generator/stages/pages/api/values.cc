#include "stages/pages/api/values.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace waymark {
namespace {

constexpr double largest_whole = 9e15;  // up to here a double holds every whole number

// What it is about, level, region, year, source: "welder_senior_us_2024_bls". Rows that agree in
// all of them are numbered as they stand in their files.
std::vector<std::string> salary_ids(const Site& site) {
  std::vector<std::string> ids;
  std::map<std::string, int> times;
  for (const Salary& row : site->salaries) {
    const std::string& subject = row.role.id.valid() ? site[row.role].id : row.occupation;
    const std::string level = row.level.id.valid() ? site[row.level].id : "all";
    std::string id = fmt::format("{}_{}_{}_{}_{}", subject, level, site[row.region].id, row.year,
                                 site[row.source].id);
    if (const int time = ++times[id]; time > 1) id += fmt::format("_{}", time);
    ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace

ApiGuide::ApiGuide(const Guide& guide_)
    : guide(guide_),
      site(guide_.site),
      derived(guide_.derived),
      salary_ids_(salary_ids(guide_.site)) {}

Json json_text(std::string_view text) { return {std::string(text)}; }
Json json_text_or_null(std::string_view text) { return text.empty() ? Json{} : json_text(text); }

Json json_number(double number) {
  if (std::trunc(number) == number && std::abs(number) < largest_whole)
    return {static_cast<std::int64_t>(number)};
  return {number};
}

Json json_count(std::size_t count) { return {static_cast<std::int64_t>(count)}; }
Json json_whole(std::optional<int> number) { return number ? Json{std::int64_t{*number}} : Json{}; }
Json json_flag(bool flag) { return {flag}; }
Json json_date(std::optional<Date> date) { return date ? Json{iso(*date)} : Json{}; }

Json json_texts(const std::vector<std::string>& texts) { return json_list(texts, json_text); }

std::string comparison_id(const ApiGuide& api, const Comparison& comparison) {
  return fmt::format("{}-vs-{}", api.id(comparison.first), api.id(comparison.second));
}

std::string path_id(const ApiGuide& api, const CareerPath& path) {
  return fmt::format("{}-to-{}", api.id(path.from), api.id(path.to));
}

}  // namespace waymark
