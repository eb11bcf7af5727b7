// What time has done to the records.
#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <set>

#include "base/text.h"
#include "stages/review/rules.h"

namespace waymark {
namespace {

constexpr int review_interval = 365;  // days

// Numbers of one source, in the order of their files: they are renewed together.
struct StaleNumbers {
  Span first;  // the year of the first one
  int year = 0;
  std::size_t count = 0;
  bool has_figure = false;  // and not only rows of pay
};

class StaleFigures {
 public:
  explicit StaleFigures(const Proof& proof)
      : proof_(proof), of_source_(proof.site->sources.size()) {}

  void find() {
    const Site& site = proof_.site;
    for (std::uint32_t i = 0; i < site->figures.size(); ++i) {
      const FigureLinks& links = proof_.derived.figures[i];
      const Figure& figure = site->figures[i];
      if (links.is_old && is_shown(links) && figure.why_old.empty()) add(figure, *figure.year);
    }
    for (const Id<Salary> row : rows_in_use())
      if (proof_.derived.salaries[row.index].is_old) add(site[row], site[row].year);
  }

  void report(Remarks& out) const {
    for (std::size_t i = 0; i < of_source_.size(); ++i)
      if (of_source_[i].count > 0) report(proof_.site->sources[i], of_source_[i], out);
  }

 private:
  // A dispute quotes old claims on purpose.
  static bool is_shown(const FigureLinks& links) {
    return links.on_home || std::any_of(links.shown_on.begin(), links.shown_on.end(),
                                        [](RecordRef page) { return page.kind != Kind::dispute; });
  }

  // Rows that stand for a role, or that prose prints without asking for their year. Others are
  // there to show how pay moved.
  std::set<Id<Salary>> rows_in_use() const {
    std::set<Id<Salary>> rows;
    for (const RoleLinks& role : proof_.derived.roles)
      for (const Id<Salary> row : {role.headline, role.official_headline})
        if (row.valid()) rows.insert(row);
    each_body(proof_.site, [&](const Body& body) {
      for (const ShortcodeCall& call : body.shortcodes) {
        const CallArgument* year = call.find("year");
        if (year == nullptr || year->values.empty()) rows.insert(call.pay.begin(), call.pay.end());
      }
    });
    return rows;
  }

  template <class Row>
  void add(const Row& row, int year) {
    StaleNumbers& numbers = of_source_[row.source.id.index];
    numbers.has_figure |= std::same_as<Row, Figure>;
    if (numbers.count++ == 0) {
      numbers.first = row.at("year");
      numbers.year = year;
    }
  }

  void report(const Source& source, const StaleNumbers& numbers, Remarks& out) const {
    const std::size_t more = numbers.count - 1;
    Diagnostic& warning =
        out.add(Advice::stale_figure, numbers.first,
                fmt::format("a figure of {} is in use{}", numbers.year,
                            more == 0 ? "" : fmt::format(", with {} more of its source", more)),
                fmt::format("look for a newer edition of \"{}\"", source.title));
    if (numbers.has_figure)
      warning.notes.push_back(
          {"where the old one is meant, say why in the figure: why_old = \"...\"", {}});
    const int limit = proof_.site->settings.figures.max_age_years.value_or(0);
    warning.notes.push_back({fmt::format("pages say how old it is after {} (max_age_years)",
                                         counted(static_cast<std::size_t>(limit), "year")),
                             {}});
  }

  const Proof& proof_;
  std::vector<StaleNumbers> of_source_;
};

bool recommends(const Role& role, const Certification& certification, const Site& site) {
  return std::any_of(role.certifications.begin(), role.certifications.end(),
                     [&](const auto& other) { return &site[other] == &certification; });
}

// The roles that name the certification and none of its successors.
std::vector<const Role*> roles_left_behind(const Site& site, const Certification& old,
                                           const CertificationLinks& links) {
  std::vector<const Role*> left;
  for (const Id<Role> id : links.roles) {
    const bool is_prepared = std::any_of(
        old.replaced_by.begin(), old.replaced_by.end(),
        [&](const auto& successor) { return recommends(site[id], site[successor], site); });
    if (!is_prepared) left.push_back(&site[id]);
  }
  return left;
}

std::string successors_of(const Site& site, const Certification& old) {
  std::vector<std::string> names;
  for (const auto& successor : old.replaced_by) names.push_back(quoted(site[successor].id));
  return join(names, " or ");
}

// A role that sends readers to what they can no longer, or soon no longer, take.
void report_left_behind(const Site& site, const Certification& old, const Role& role,
                        std::string_view ends, Remarks& out) {
  const auto named = std::find_if(role.certifications.begin(), role.certifications.end(),
                                  [&](const auto& reference) { return &site[reference] == &old; });
  out.add(Advice::retirement, named->span,
          fmt::format("this role recommends \"{}\", which {}", old.id, ends),
          old.replaced_by.empty()
              ? "take it out, or name its successor in its own file with replaced_by"
              : fmt::format("write {} beside it or instead", successors_of(site, old)));
}

void review_certification(const Site& site, const Certification& certification,
                          const CertificationLinks& links, Remarks& out) {
  const Availability& now = links.availability;
  const bool is_over = now.status == CertificationStatus::retired;
  const bool ends_soon = now.status == CertificationStatus::retiring && now.days <= days_ahead;
  if (!is_over && !ends_soon) return;
  std::string ends = is_over ? "is retired" : "retires";
  if (certification.retires)
    ends =
        fmt::format("{} on {}", is_over ? "retired" : "retires", long_form(*certification.retires));
  if (ends_soon && certification.replaced_by.empty())
    out.add(Advice::retirement, certification.at("retires"),
            fmt::format("this certification {}, in {}", ends,
                        counted(static_cast<std::size_t>(*now.days), "day")),
            "write replaced_by = [\"its-successor\"], if there is one, and tell the readers of "
            "its page what to do");
  for (const Role* role : roles_left_behind(site, certification, links))
    report_left_behind(site, certification, *role, ends, out);
}

void review_article(const Article& article, Date as_of, Remarks& out) {
  constexpr std::string_view what_to_do =
      "read it again, mend what is no longer so, and write updated = {}";
  const std::optional<Date> last = std::max(article.date, article.updated);
  if (!last)
    out.add(Advice::overdue_review, article.place, "nothing says when this article was last read",
            fmt::format(what_to_do, iso(as_of)));
  else if (days_between(*last, as_of) > review_interval)
    out.add(Advice::overdue_review, article.at(last == article.updated ? "updated" : "date"),
            fmt::format("nobody has looked at this article since {}", long_form(*last)),
            fmt::format(what_to_do, iso(as_of)));
}

}  // namespace

void review_ages(const Proof& proof, Remarks& out) {
  const Site& site = proof.site;
  StaleFigures stale(proof);
  stale.find();
  stale.report(out);
  for (std::size_t i = 0; i < site->certifications.size(); ++i)
    review_certification(site, site->certifications[i], proof.derived.certifications[i], out);
  for (const Article& article : site->articles) review_article(article, proof.as_of, out);
}

}  // namespace waymark
