// The list of articles, and one page for each.
#include <fmt/format.h>

#include <algorithm>

#include "model/urls.h"
#include "stages/pages/format.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

void fill_index(PageView& page) {
  ViewList items = page.view.list("articles");
  for (const Id<Article> id : page.guide.derived.articles) fill_article(page, items.add(), id);
}

void set_reviewer(View view, const std::optional<Reviewer>& reviewer) {
  if (!reviewer) return view.set_nothing("reviewed_by");
  View box = view.object("reviewed_by");
  box.set("name", reviewer->name);
  set_text(box, "about", reviewer->about);
  set_text(box, "disclosure", reviewer->disclosure);
}

// neighbours: the articles that stand before and behind it in the list of all.
void set_neighbours(const PageView& page, View at, Id<Article> id) {
  const std::vector<Id<Article>>& all = page.guide.derived.articles;
  if (all.size() < 2) return at.set_nothing("neighbours");
  const auto here = std::find(all.begin(), all.end(), id);
  View neighbours = at.object("neighbours");
  const auto set = [&](std::string_view name, bool exists, std::ptrdiff_t step) {
    if (!exists) return neighbours.set_nothing(name);
    fill_link(page, neighbours.object(name), any(*(here + step)));
  };
  set("previous", here != all.begin(), -1);
  set("next", here + 1 != all.end(), 1);
}

void fill_article_page(PageView& page, Id<Article> id) {
  constexpr std::size_t enough_for_contents = 3;
  const Article& article = page.guide.site[id];
  View view = page.view;
  set_entry_page(page, article, Kind::article);
  page.card = {
      .kind = "Article",
      .label = fmt::format("{}{} min read", article.date ? long_form(*article.date) + " · " : "",
                           reading_minutes(article.body.document))};

  fill_article(page, view.object("article"), id);
  view.set("contents", article.toc && article.body.document.headings.size() >= enough_for_contents);
  set_terms(page, view, "tags", article.tags);
  set_entries(page, view, "roles", ids(article.roles));
  set_entries(page, view, "skills", ids(article.skills));
  set_certifications(page, view, "certifications", ids(article.certifications));
  set_mentions(page, view, any(id));
  set_neighbours(page, view, id);
  set_reviewer(view, article.reviewed_by);
}

}  // namespace

void plan_articles(const Guide& guide, Plan& plan) {
  plan.push_back({.url = "articles/", .layout = "articles", .fill = fill_index});
  for (std::uint32_t i = 0; i < guide.site->articles.size(); ++i) {
    const Id<Article> id{i};
    plan.push_back({.url = url_of(Kind::article, guide.site[id].id),
                    .layout = "article",
                    .fill = [id](PageView& page) { fill_article_page(page, id); },
                    .record = &guide.site[id],
                    .about = any(id),
                    .modified = last_change(guide.site[id])});
  }
}

}  // namespace waymark
