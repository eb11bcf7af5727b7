#include "stages/pages/comparison_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/comparison_parts.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"
#include "stages/pages/pay.h"
#include "stages/pages/pay_chart.h"

namespace waymark {
namespace {

// fill(View item, role) for each of the two.
template <class Fill>
void set_each(View at, std::string_view name, const Comparison& comparison, Fill fill) {
  ViewList sides = at.list(name);
  for (const Id<Role> role : {comparison.first, comparison.second}) fill(sides.add(), role);
}

// {both, differs, sides: {role, own}}, or nothing where both lists are empty. set(View, name, ids)
// fills a section, or sets nothing.
template <class T, class Set>
void set_split(PageView& page, std::string_view name, const Comparison& comparison,
               const std::vector<Ref<T>> Role::*list, Set set) {
  const Site& site = page.guide.site;
  const std::vector<Id<T>> first = ids(site[comparison.first].*list);
  const std::vector<Id<T>> second = ids(site[comparison.second].*list);
  if (first.empty() && second.empty()) return page.view.set_nothing(name);
  // Those of one list that the other has, or has not.
  const auto pick = [](std::vector<Id<T>> own, const std::vector<Id<T>>& other, bool is_shared) {
    std::erase_if(own, [&](Id<T> id) {
      return (std::find(other.begin(), other.end(), id) != other.end()) != is_shared;
    });
    return own;
  };

  const std::vector<Id<T>> only_first = pick(first, second, false);
  const std::vector<Id<T>> only_second = pick(second, first, false);

  View split = page.view.object(name);
  set(split, "both", pick(first, second, true));
  split.set("differs", !only_first.empty() || !only_second.empty());
  set_each(split, "sides", comparison, [&](View side, Id<Role> role) {
    side.set("role", site[role].title);
    set(side, "own", role == comparison.first ? only_first : only_second);
  });
}

void set_level(View at, int importance, std::optional<SkillLevel> level) {
  at.set("importance", importance);
  set_text(at, "level", level ? word(*level) : "");
}

void set_skill_group(const PageView& page, ViewList groups, std::string_view label,
                     const std::vector<SkillPair>& pairs) {
  if (pairs.empty()) return;
  View group = groups.add();
  group.set("label", label);
  ViewList items = group.list("items");
  for (const SkillPair& pair : pairs) {
    View item = items.add();
    fill_link(page, item, any(pair.skill));
    item.set("listed_by", page.guide.derived.skills[pair.skill.index].roles.size());
    pair.first > 0 ? set_level(item.object("one"), pair.first, pair.first_level)
                   : item.set_nothing("one");
    pair.second > 0 ? set_level(item.object("other"), pair.second, pair.second_level)
                    : item.set_nothing("other");
  }
}

// The two sums whose quotient the overlap is.
void set_sums(View at, const Comparison& comparison) {
  double shared = 0;
  double all = 0;
  for (const auto* list : {&comparison.shared, &comparison.only_first, &comparison.only_second})
    for (const SkillPair& pair : *list) {
      shared += pair.weight * std::min(pair.first, pair.second);
      all += pair.weight * std::max(pair.first, pair.second);
    }
  View sums = at.object("sums");
  sums.set("shared", number_text(shared));
  sums.set("all", number_text(all));
}

void set_skills(PageView& page, const Comparison& comparison, std::size_t listing) {
  const Site& site = page.guide.site;
  View view = page.view;
  set_overlap(view, comparison);
  set_difference(page, view, comparison);
  if (!comparison.affinity) return view.set_nothing("skills");
  View skills = view.object("skills");
  skills.set("shared", comparison.shared.size());
  skills.set("only_one", comparison.only_first.size());
  skills.set("only_other", comparison.only_second.size());
  skills.set("listing", listing);
  set_sums(skills, comparison);
  ViewList groups = skills.list("groups");
  set_skill_group(page, groups, "In both lists", comparison.shared);
  set_skill_group(page, groups, "Only " + name_in_sentence(site[comparison.first]),
                  comparison.only_first);
  set_skill_group(page, groups, "Only " + name_in_sentence(site[comparison.second]),
                  comparison.only_second);
}

// What a pair of rows has in common: level, region, year.
void set_basis(const Site& site, View at, const PayPair& pair) {
  const Salary& row = site[pair.first.valid() ? pair.first : pair.second];
  set_text(at, "level", pair.level.valid() ? site[pair.level].title : "");
  at.set("region", site[row.region].title);
  at.set("year", row.year);
}

// The first pair of rows under the titles that has both: all levels together, if there are such.
void set_short_pay(PageView& page, const Comparison& comparison) {
  const auto& pairs = comparison.pay.titles;
  const auto both = std::find_if(pairs.begin(), pairs.end(), [](const PayPair& pair) {
    return pair.first.valid() && pair.second.valid();
  });
  if (both == pairs.end()) return page.view.set_nothing("short_pay");
  View at = page.view.object("short_pay");
  set_basis(page.guide.site, at, *both);
  set_each(at, "sides", comparison, [&](View side, Id<Role> role) {
    side.set("role", page.guide.site[role].title);
    set_pay_row(page, side, "pay", role == comparison.first ? both->first : both->second);
  });
}

// {same, picture, items: {level, region, year, one, other}}: rows that may stand side by side.
void set_pay_pairs(PageView& page, std::string_view name, std::string_view id,
                   const std::vector<PayPair>& pairs) {
  if (pairs.empty()) return page.view.set_nothing(name);
  View at = page.view.object(name);
  set_basis(page.guide.site, at, pairs.front());
  at.set("same", pairs.front().first == pairs.front().second);
  set_pay_pairs_picture(page, at, "picture", id, pairs);
  ViewList items = at.list("items");
  for (const PayPair& pair : pairs) {
    View item = items.add();
    set_basis(page.guide.site, item, pair);
    set_pay_row(page, item, "one", pair.first);
    set_pay_row(page, item, "other", pair.second);
  }
}

// Of rows that may not be compared each role's own is shown, and said to be no comparison.
void set_own_pay(PageView& page, const Comparison& comparison) {
  if (!comparison.pay.titles.empty()) return page.view.set_nothing("own_pay");
  set_each(page.view.object("own_pay"), "sides", comparison, [&](View item, Id<Role> role) {
    item.set("role", page.guide.site[role].title);
    set_pay_row(page, item, "pay", page.guide.derived.roles[role.index].headline);
    set_text(item, "no_pay", page.guide.site[role].no_pay);
  });
}

void set_education(PageView& page, const Comparison& comparison) {
  set_each(page.view, "education", comparison, [&](View item, Id<Role> id) {
    const Role& role = page.guide.site[id];
    const auto& typical = role.education.typical;
    item.set("role", role.title);
    set_text(item, "entry_education", typical.id.valid() ? page.guide.site[typical].title : "");
    set_text(item, "education_note", role.education.note);
    set_figures(page, item, "education_shares", role.education.shares);
  });
}

const CareerPath* find_path(const Derived& derived, Id<Role> from, Id<Role> to) {
  for (const std::size_t path : derived.roles[from.index].paths)
    if (derived.paths[path].to == to) return &derived.paths[path];
  return nullptr;
}

void set_paths(PageView& page, const Comparison& comparison) {
  const auto& [site, derived] = std::tie(page.guide.site, page.guide.derived);
  std::vector<const CareerPath*> paths{find_path(derived, comparison.first, comparison.second),
                                       find_path(derived, comparison.second, comparison.first)};
  std::erase(paths, nullptr);
  set_section(page.view, "paths", paths, [&](View item, const CareerPath* path) {
    const Role& from = site[path->from];
    const Role& to = site[path->to];
    item.set("title", fmt::format("From {} to {}", name_in_sentence(from), name_in_sentence(to)));
    item.set("url", page.link(path_url(from.id, to.id)));
    item.set("usual", path->is_usual);
  });
}

void set_disputes(PageView& page, const Comparison& comparison) {
  std::set<Id<Dispute>> disputes;
  for (const Id<Role> role : {comparison.first, comparison.second}) {
    const auto& own = page.guide.derived.roles[role.index].disputes;
    disputes.insert(own.begin(), own.end());
  }
  set_section(page.view, "disputes", disputes,
              [&](View item, Id<Dispute> dispute) { fill_link(page, item, any(dispute)); });
}

void set_name(View at, const Role& role) {
  at.set("title", role.title);
  at.set("name", name_in_sentence(role));
}

void set_heads(PageView& page, const Comparison& comparison) {
  const Site& site = page.guide.site;
  const std::string first = site[comparison.first].title;
  const std::string second = name_in_sentence(site[comparison.second]);
  const std::string overlap =
      comparison.affinity ? share_text(*comparison.affinity) + " overlap of skills, " : "";
  page.set_head(fmt::format("{} vs {}", first, second),
                fmt::format("{} and {} side by side: {}what only one needs, pay by level, "
                            "education, certifications and outlook, each figure with its source.",
                            first, second, overlap));
  page.card.kind = "Comparison";
  if (comparison.affinity) {
    page.card.value = share_text(*comparison.affinity);
    page.card.label = "Overlap of the skills that the two roles ask for";
  }
  View view = page.view;
  view.set("heading", pair_name(site, comparison) + "?");
  view.set("index_url", page.link("compare/"));
}

}  // namespace

void fill_comparison(PageView& page, const Comparison& comparison, std::size_t listing) {
  const Site& site = page.guide.site;
  View view = page.view;
  set_heads(page, comparison);
  set_name(view.object("one"), site[comparison.first]);
  set_name(view.object("other"), site[comparison.second]);
  set_short_pay(page, comparison);  // first, so that marks are numbered as one reads
  set_each(view, "work", comparison, [&](View item, Id<Role> role) {
    fill_entry(page, item, any(role));
    set_section(item, "duties", site[role].duties,
                [](View duty, const std::string& text) { duty.set("text", text); });
    set_terms(page, item, "levels", site[role].levels);
  });
  set_skills(page, comparison, listing);
  set_pay_pairs(page, "title_pay", "Title-pay", comparison.pay.titles);
  set_own_pay(page, comparison);
  set_pay_pairs(page, "official_pay", "Official-pay", comparison.pay.official);
  set_education(page, comparison);
  set_split(page, "certifications", comparison, &Role::certifications,
            [&](View at, std::string_view name, const auto& list) {
              set_certifications(page, at, name, list);
            });
  set_split(page, "outlook", comparison, &Role::outlook,
            [&](View at, std::string_view name, const std::vector<Id<Figure>>& list) {
              set_section(at, name, list,
                          [&](View item, Id<Figure> id) { fill_figure(page, item, id); });
            });
  set_split(
      page, "leads_to", comparison, &Role::leads_to,
      [&](View at, std::string_view name, const auto& list) { set_entries(page, at, name, list); });
  set_paths(page, comparison);
  const bool has_article = comparison.article.valid();
  set_articles(page, view, "articles",
               has_article ? std::vector{comparison.article} : std::vector<Id<Article>>{});
  set_disputes(page, comparison);
}

}  // namespace waymark
