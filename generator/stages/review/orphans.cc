// What nothing in the guide leads to.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/text.h"
#include "formats/url.h"
#include "model/urls.h"
#include "stages/review/rules.h"

namespace waymark {
namespace {

bool is_mentioned(const Derived& derived, RecordRef record) {
  return derived.mentions.contains(record);
}

// The files of the guide that a page links to, other than from themselves and from the pages that
// list everything.
std::unordered_set<std::string> linked_files(const Pages& pages) {
  const std::string lists[] = {file_of("articles/"), file_of("search/")};
  std::unordered_set<std::string> linked;
  for (const Page& page : pages) {
    if (std::find(std::begin(lists), std::end(lists), page.path) != std::end(lists)) continue;
    const std::string_view folder = std::string_view(page.path).substr(0, page.path.rfind('/') + 1);
    for (const PageLink& link : page.links) {
      if (!scheme_of(link.url).empty()) continue;
      const auto target = resolve_path(folder, percent_decoded(split_url(link.url).path));
      if (!target) continue;
      std::string file = file_of(*target);
      if (file != page.path) linked.insert(std::move(file));
    }
  }
  return linked;
}

void review_skills(const Site& site, const Derived& derived, Remarks& out) {
  for (std::uint32_t i = 0; i < site->skills.size(); ++i) {
    const SkillLinks& links = derived.skills[i];
    const bool is_used = !links.roles.empty() || !links.articles.empty() ||
                         !links.needed_for.empty() || is_mentioned(derived, any(Id<Skill>{i}));
    if (!is_used)
      out.add(Advice::orphan, site->skills[i].place,
              "no role needs this skill, and no article is about it",
              "name it in the skills of a role or an article, or take the file out");
  }
}

void review_sources(const Site& site, const Derived& derived, Remarks& out) {
  for (std::uint32_t i = 0; i < site->sources.size(); ++i) {
    const SourceLinks& links = derived.sources[i];
    const bool is_used = !links.used_by.empty() || !links.salaries.empty() ||
                         !links.figures.empty() || !links.disputes.empty() ||
                         is_mentioned(derived, any(Id<Source>{i}));
    if (!is_used)
      out.add(Advice::orphan, site->sources[i].place, "nothing cites this source",
              "name it where it is used, or take it out");
  }
}

void review_articles(const Proof& proof, const std::unordered_set<std::string>& linked,
                     Remarks& out) {
  for (const Article& article : proof.site->articles)
    if (!linked.contains(file_of(url_of(Kind::article, article.id))))
      out.add(Advice::orphan, article.place, "only the list of articles leads to this one",
              "link to it from a page of its subject, or name what it is about: "
              "roles = [\"...\"], skills = [\"...\"]");
}

// Those of assets/ may be named by styles and scripts, and by templates for pages that this guide
// has not.
void review_assets(const Proof& proof, const std::unordered_set<std::string>& linked,
                   Remarks& out) {
  for (const Asset& asset : proof.site->assets)
    if (!asset.path.starts_with("assets/") && !linked.contains(asset.path))
      out.add(Advice::orphan, {asset.source, 0, 0}, "no page uses this file",
              "show it, link to it, or take it out");
}

}  // namespace

void review_orphans(const Proof& proof, Remarks& out) {
  const auto linked = linked_files(proof.pages);
  review_skills(proof.site, proof.derived, out);
  review_sources(proof.site, proof.derived, out);
  review_articles(proof, linked, out);
  review_assets(proof, linked, out);
}

}  // namespace waymark
