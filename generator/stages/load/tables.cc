#include "stages/load/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace waymark {

namespace {

// The amounts of a row must grow with the percentile, and there must be one.
void check_amounts(const ContentFile& file, const Salary& row) {
  const std::array<std::pair<std::string_view, const std::optional<Amount>*>, 5> percentiles{
      {{"p10", &row.p10},
       {"p25", &row.p25},
       {"median", &row.median},
       {"p75", &row.p75},
       {"p90", &row.p90}}};
  const std::pair<std::string_view, const std::optional<Amount>*>* last = nullptr;
  for (const auto& percentile : percentiles) {
    if (!percentile.second->has_value()) continue;
    if (last != nullptr && (*percentile.second)->value < (*last->second)->value)
      file.out.error(row.at(percentile.first),
                     fmt::format("\"{}\" is smaller than \"{}\"", percentile.first, last->first));
    last = &percentile;
  }
  const auto is_amount = [](const auto& value) {  // also one that is wrong, and reported
    constexpr std::array<std::string_view, 6> amounts{"p10", "p25", "median", "p75", "p90", "mean"};
    return std::find(amounts.begin(), amounts.end(), value.first) != amounts.end();
  };
  if (std::none_of(row.values.begin(), row.values.end(), is_amount))
    file.out.error(row.place, "the salary has no amount")
        .notes.push_back({"give one or more of p10, p25, median, p75, p90, mean", {}});
}

}  // namespace

void read_settings(const ContentFile& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  SiteSettings& settings = file.to.settings;
  settings.place = file.start();
  read_fields(file, *table, file.start(), "the site", settings);
  if (settings.base_url.find_first_of("?#") != std::string::npos)
    file.out.error(settings.at("base_url"), "\"base_url\" is no folder")
        .notes.push_back({"leave out what begins with ? or #: https://example.org/guide/", {}});
}

void read_home(const ContentFile& file) {
  const auto matter = read_matter(file);
  if (!matter) return;
  file.to.home.place = matter->fence;
  read_fields(file, matter->table, matter->fence, "the home page", file.to.home);
  read_body(file, matter->body, file.to.home.body);
}

void read_taxonomies(const ContentFile& file) {
  const auto table = read_toml(file, {Kind::level, Kind::region, Kind::industry, Kind::tag,
                                      Kind::skill_kind, Kind::family, Kind::education});
  if (!table) return;
  Taxonomies& to = file.to.taxonomies;
  only_keys(file, *table,
            {"level", "region", "industry", "tag", "skill_kind", "family", "education"});
  read_list(file, *table, "level", to.levels);
  read_list(file, *table, "region", to.regions);
  read_list(file, *table, "industry", to.industries);
  read_list(file, *table, "tag", to.tags);
  read_list(file, *table, "skill_kind", to.skill_kinds);
  read_list(file, *table, "family", to.families);
  read_list(file, *table, "education", to.education);
}

// [source.ID] tables: the key is the id.
void read_sources(const ContentFile& file) {
  const auto table = read_toml(file, {Kind::source});
  if (!table) return;
  only_keys(file, *table, {"source"});
  const Value* all = find(*table, "source");
  const Table* sources = all == nullptr ? nullptr : all->as<Table>();
  if (all != nullptr && sources == nullptr)
    file.out.error(all->span, "\"source\" must be tables")
        .notes.push_back({"begin each with a line [source.ID]", {}});
  if (sources == nullptr) return;
  ValueReader values(file.sources, file.out);
  for (const Member& member : *sources) {
    Source record;
    record.place = member.key_span;
    const Field id{.name = "source", .help = "Its id."};
    if (!values.id({member.key, member.key_span}, id, record.id)) continue;
    const Table* fields = values.table(member.value, id);
    if (fields == nullptr) continue;
    read_fields(file, *fields, member.key_span, "the source", record);
    file.to.sources.push_back(std::move(record));
  }
}

void read_salaries(const ContentFile& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  only_keys(file, *table, {"salary"});
  read_list(file, *table, "salary", file.to.salaries);
  for (const Salary& row : file.to.salaries) {
    check_amounts(file, row);
    if (row.role.name.empty() && row.occupation.empty())
      file.out.error(row.place, "the salary has neither \"role\" nor \"occupation\"")
          .notes.push_back({"role: the role it is for; occupation: an official code, 15-2051", {}});
    if (!row.role.name.empty() && !row.occupation.empty())
      file.out.error(row.at("occupation"), "the salary has both \"role\" and \"occupation\"")
          .notes.push_back({"keep the one that its source speaks of", {}});
  }
}

void read_figures(const ContentFile& file) {
  const auto table = read_toml(file, {Kind::figure});
  if (!table) return;
  only_keys(file, *table, {"figure"});
  read_list(file, *table, "figure", file.to.figures);
}

void read_disputes(const ContentFile& file) {
  const auto table = read_toml(file, {Kind::dispute});
  if (!table) return;
  only_keys(file, *table, {"dispute"});
  read_list(file, *table, "dispute", file.to.disputes);
}

void read_titles(const ContentFile& file) {
  const auto table = read_toml(file, {Kind::title});
  if (!table) return;
  only_keys(file, *table, {"title"});
  read_list(file, *table, "title", file.to.titles);
  for (const JobTitle& title : file.to.titles) check_occupations(file, title, title.occupations);
}

// "old/path/" = "new/path/", or = false where a page is gone on purpose.
void read_redirects(const ContentFile& file) {
  const auto table = read_toml(file, {});
  if (!table) return;
  const ValueReader values(file.sources, file.out);
  for (const auto& [from, from_span, value] : *table) {
    Redirect redirect{{from, from_span}, std::nullopt};
    const auto* to = value.as<std::string>();
    const auto* published = value.as<bool>();
    if (to != nullptr) redirect.to = SitePath{*to, values.inner(value)};
    if (to == nullptr && (published == nullptr || *published))
      file.out.error(value.span, fmt::format("\"{}\" leads neither to a page nor to false", from))
          .notes.push_back({"write the page's path, \"roles/welder/\", or false without quotes "
                            "where there is none any more",
                            {}});
    else
      file.to.redirects.push_back(std::move(redirect));
  }
}

}  // namespace waymark
