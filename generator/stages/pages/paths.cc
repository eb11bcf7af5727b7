// The career ladder, and the way from one role to another.
#include <fmt/format.h>

#include <algorithm>

#include "model/urls.h"
#include "stages/pages/comparison_parts.h"
#include "stages/pages/course.h"
#include "stages/pages/format.h"
#include "stages/pages/ladder.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/rows.h"

namespace waymark {
namespace {

// What both roles ask for, and how much of the new one is left.
void set_skills(PageView& page, const CareerPath& path) {
  View view = page.view;
  std::vector<Id<Skill>> deepened;
  std::size_t fresh = 0, groundwork = 0;
  for (const std::vector<Lesson>& step : path.course)
    for (const Lesson& lesson : step) {
      if (lesson.known)
        deepened.push_back(lesson.skill);
      else
        ++(lesson.importance > 0 ? fresh : groundwork);
    }
  const auto is_deepened = [&](Id<Skill> skill) {
    return std::find(deepened.begin(), deepened.end(), skill) != deepened.end();
  };
  view.set("has_lists", page.guide.derived.comparisons[path.comparison].affinity.has_value());
  const auto set_count = [&](std::string_view name, std::size_t count) {
    count > 0 ? view.set(name, count) : view.set_nothing(name);
  };
  const std::size_t asked = page.guide.derived.roles[path.to.index].skills.size();
  view.set("carried_count", path.carries_over.size());
  view.set("asked_count", asked);
  page.card.kind = "Career path";
  if (!path.carries_over.empty()) {
    page.card.value = fmt::format("{} of {}", path.carries_over.size(), asked);
    page.card.label = "skills asked for carry over";
  }
  set_count("fresh_count", fresh);
  set_count("deepened_count", deepened.size());
  set_count("groundwork_count", groundwork);
  set_course(page, view, "course", path.course);
  set_section(view, "carries_over", path.carries_over, [&](View item, const SkillPair& pair) {
    fill_link(page, item, any(pair.skill));
    item.set("is_deepened", is_deepened(pair.skill));
  });
}

void set_certifications_of(PageView& page, const CareerPath& path) {
  set_section(page.view, "certifications", path.certifications, [&](View item, const Cover& cover) {
    fill_certification_row(page, item, cover.certification);
    set_entries(page, item, "covered", cover.skills);
  });
}

// What a pair of rows says of the change, in words: no sum is computed, for a range is no person.
std::string_view change_in_words(const Salary& from, const Salary& to) {
  if (is_too_small(from) || is_too_small(to)) return "Too few to say.";
  if (!from.p25 || !from.p75 || !to.p25 || !to.p75) return "No ranges to compare.";
  const double low = to.p25->value - from.p25->value;
  const double high = to.p75->value - from.p75->value;
  const bool is_open_before = from.p75->at_least;
  const bool is_open_after = to.p75->at_least;
  if (!is_open_before && to.p25->value > from.p75->value)
    return "The new middle half lies above the old one.";
  if (!is_open_after && to.p75->value < from.p25->value)
    return "The new middle half lies below the old one.";
  if (is_open_before || is_open_after) return "One of the ranges is open (≥): no clear change.";
  if (low == 0 && high == 0) return "The middle halves are the same.";
  if (low >= 0 && high > 0) return "The middle halves overlap; the new one reaches higher.";
  if (low <= 0 && high < 0) return "The middle halves overlap; the new one reaches less high.";
  return "One middle half lies within the other: no clear change.";
}

void set_pairs(PageView& page, std::string_view name, const std::vector<PayPair>& pairs) {
  const Site& site = page.guide.site;
  if (pairs.empty()) return page.view.set_nothing(name);
  const PayPair& any_pair = pairs.front();
  const Salary& row = site[any_pair.first.valid() ? any_pair.first : any_pair.second];
  View table = page.view.object(name);
  table.set("region", site[row.region].title);
  table.set("year", row.year);
  ViewList items = table.list("items");
  for (const PayPair& pair : pairs) {
    View item = items.add();
    set_text(item, "level", pair.level.valid() ? site[pair.level].title : "");
    set_pay_row(page, item, "before", pair.first);
    set_pay_row(page, item, "after", pair.second);
    const bool has_both = pair.first.valid() && pair.second.valid();
    item.set("change", has_both ? change_in_words(site[pair.first], site[pair.second])
                                : "One of them has no data.");
  }
}

// Pay under the titles, and of the official occupations: unless both roles are counted as one.
void set_pay(PageView& page, const CareerPath& path) {
  const Site& site = page.guide.site;
  View view = page.view;
  set_pairs(page, "titles", path.pay.titles);
  const auto is_one = [&](const PayPair& pair) {
    return pair.first.valid() && pair.second.valid() &&
           site[pair.first].occupation == site[pair.second].occupation;
  };
  const auto& official = path.pay.official;
  const auto one = std::find_if(official.begin(), official.end(), is_one);
  set_pairs(page, "official", one == official.end() ? official : std::vector<PayPair>{});
  if (one == official.end()) return view.set_nothing("one_occupation");
  View occupation = view.object("one_occupation");
  set_pay_row(page, occupation, "pay", one->first);
}

void set_education(PageView& page, const CareerPath& path) {
  const Site& site = page.guide.site;
  const Id<EducationLevel> before = site[path.from].education.typical.id;
  const Id<EducationLevel> after = site[path.to].education.typical.id;
  View education = page.view.object("education");
  set_text(education, "before", before.valid() ? site[before].title : "");
  set_text(education, "after", after.valid() ? site[after].title : "");
  const bool both = before.valid() && after.valid();  // the taxonomy goes from low to high
  education.set("is_higher", both && after.index > before.index);
  education.set("is_lower", both && after.index < before.index);
  education.set("is_same", both && after == before);
}

void set_comparison(PageView& page, const CareerPath& path) {
  const Site& site = page.guide.site;
  const Comparison& comparison = page.guide.derived.comparisons[path.comparison];
  View view = page.view.object("comparison");
  view.set("url", page.link(comparison_url(site[comparison.first].id, site[comparison.second].id)));
  set_overlap(view, comparison);
}

void fill_path(PageView& page, const CareerPath& path) {
  const Site& site = page.guide.site;
  const Role& from = site[path.from];
  const Role& to = site[path.to];
  const std::string title =
      fmt::format("From {} to {}", name_in_sentence(from), name_in_sentence(to));
  page.set_head(title, title +
                           ": which skills carry over, what to learn and in which order, "
                           "certifications, pay and education.");
  View view = page.view;
  view.set("paths_url", page.link("paths/"));
  view.set("from", name_in_sentence(from));
  view.set("from_url", page.link(url_of(Kind::role, from.id)));
  view.set("to", name_in_sentence(to));
  view.set("to_url", page.link(url_of(Kind::role, to.id)));
  view.set("summary", to.summary);
  view.set("is_usual", path.is_usual);
  set_comparison(page, path);
  set_skills(page, path);
  set_certifications_of(page, path);
  set_pay(page, path);
  set_education(page, path);
}

}  // namespace

void plan_paths(const Guide& guide, Plan& plan) {
  if (!has_section(guide.catalog(), "paths/")) return;
  plan.push_back({.url = "paths/", .layout = "paths", .fill = [](PageView& page) {
                    set_section_link(page, page.view, "planner_url", "planner/");
                    set_ladder(page, page.view);
                  }});
  for (const CareerPath& path : guide.derived.paths)
    plan.push_back({.url = path_url(guide.site[path.from].id, guide.site[path.to].id),
                    .layout = "path",
                    .fill = [&path](PageView& page) { fill_path(page, path); }});
}

}  // namespace waymark
