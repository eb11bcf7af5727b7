// The pages of a guide, one function for each kind. Each adds what it will make to the plan; the
// filling happens later, on any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "stages/pages/page_view.h"

namespace waymark {

enum class InSitemap { yes, no };

struct PlannedPage {
  std::string url;          // "roles/ai-engineer/"
  std::string_view layout;  // the name of its template
  std::function<void(PageView&)> fill = [](PageView&) {};
  const Record* record = nullptr;                 // what a reader edits to change it
  std::optional<RecordRef> about = std::nullopt;  // whose page it is, said to machines
  std::optional<Date> modified = std::nullopt;    // its last change
  Links links = Links::relative;
  InSitemap sitemap = InSitemap::yes;
};

using Plan = std::vector<PlannedPage>;

// A page that forwards to another; `place` is where an author wrote that, if one did.
PlannedPage redirect_page(std::string from, std::string to, Span place);

void plan_home(const Guide& guide, Plan& plan);
void plan_roles(const Guide& guide, Plan& plan);
void plan_skills(const Guide& guide, Plan& plan);
void plan_certifications(const Guide& guide, Plan& plan);
void plan_articles(const Guide& guide, Plan& plan);
void plan_plain_pages(const Guide& guide, Plan& plan);  // about, contribute
void plan_comparisons(const Guide& guide, Plan& plan);  // compare/, each pair, the other order
void plan_paths(const Guide& guide, Plan& plan);        // paths/ (the ladder), each way
void plan_planner(const Guide& guide, Plan& plan);      // planner/
void plan_matrix(const Guide& guide, Plan& plan);       // skills/matrix/
void plan_calendar(const Guide& guide, Plan& plan);     // certifications/calendar/
void plan_titles(const Guide& guide, Plan& plan);       // titles/
void plan_salaries(const Guide& guide, Plan& plan);
void plan_search(const Guide& guide, Plan& plan);  // search/: the A–Z index
void plan_sources(const Guide& guide, Plan& plan);
void plan_disputes(const Guide& guide, Plan& plan);
void plan_not_found(const Guide& guide, Plan& plan);
void plan_redirects(const Guide& guide, Plan& plan);

// api/*.json: every record, comparison and path as data.
void add_api(const Guide& guide, Pages& pages);
// A .csv beside every table of pay, and of other records.
void add_tables(const Guide& guide, Pages& pages);
// sitemap.xml, robots.txt, feeds, llms.txt, .nojekyll, CNAME.
void add_machine_files(const Guide& guide, const Plan& plan, Pages& pages);

}  // namespace waymark
