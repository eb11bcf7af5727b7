#include "stages/shortcodes/pay.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace waymark {

namespace {

using Rows = std::vector<Id<Salary>>;

const CallValue* value_of(const ShortcodeCall& call, std::string_view name) {
  const CallArgument* argument = call.find(name);
  return argument == nullptr || argument->values.empty() ? nullptr : &argument->values.front();
}

std::string text_of(const ShortcodeCall& call, std::string_view name) {
  const CallValue* value = value_of(call, name);
  return value == nullptr ? std::string() : value->text;
}

enum class Levels { one, each };

std::string describe(const Salary& row) {
  return fmt::format("region {}, {}, year {}, source {}", row.region.name,
                     row.level.name.empty() ? "all levels" : "level " + row.level.name, row.year,
                     row.source.name);
}

class PayFinder {
 public:
  PayFinder(const Catalog& catalog, const ShortcodeCall& call, Diagnostics& out)
      : rows_(catalog.salaries),
        region_(text_of(call, "region")),
        level_(text_of(call, "level")),
        year_(text_of(call, "year")),
        source_(text_of(call, "source")),
        out_(out) {}

  // The rows of `subject`, each of a level of its own; nothing where the choice is open.
  Rows find(std::string_view kind, const CallValue& subject, Levels levels) const {
    Rows all;
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      if ((kind == "role" ? rows_[i].role.name : rows_[i].occupation) == subject.text)
        all.push_back({i});
    Rows found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](Id<Salary> id) { return fits(at(id), levels); });
    if (found.empty()) {
      report_none(kind, subject, all);
      return {};
    }
    keep_newest(found);
    if (is_open(found)) {
      report_open(kind, subject, found);
      return {};
    }
    return found;
  }

  const Salary& at(Id<Salary> id) const { return rows_[id.index]; }

 private:
  bool fits(const Salary& row, Levels levels) const {
    const bool fits_level =
        levels == Levels::each ? !row.level.name.empty() : row.level.name == level_;
    return fits_level && (region_.empty() || row.region.name == region_) &&
           (year_.empty() || std::to_string(row.year) == year_) &&
           (source_.empty() || row.source.name == source_);
  }

  void keep_newest(Rows& rows) const {
    int newest = 0;
    for (const Id<Salary> id : rows) newest = std::max(newest, at(id).year);
    std::erase_if(rows, [&](Id<Salary> id) { return at(id).year != newest; });
  }

  // Whether two rows are of one level.
  bool is_open(const Rows& rows) const {
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (at(rows[i]).level.name == at(rows[j]).level.name) return true;
    return false;
  }

  void report_none(std::string_view kind, const CallValue& subject, const Rows& others) const {
    constexpr std::size_t most = 5;
    Diagnostic& error = out_.error(
        subject.span, fmt::format("no such row of pay for {} \"{}\"", kind, subject.text));
    for (std::size_t i = 0; i < std::min(others.size(), most); ++i)
      error.notes.push_back({"there is: " + describe(at(others[i])), at(others[i]).place});
    if (others.size() > most)
      error.notes.push_back({fmt::format("and {} more", others.size() - most), {}});
    if (others.empty()) error.notes.push_back({"there is none at all", {}});
  }

  void report_open(std::string_view kind, const CallValue& subject, const Rows& rows) const {
    Diagnostic& error = out_.error(
        subject.span, fmt::format("several rows of pay fit {} \"{}\"", kind, subject.text));
    for (const Id<Salary> id : rows)
      error.notes.push_back({"one is: " + describe(at(id)), at(id).place});
    error.notes.push_back({"say which: region=..., level=..., year=... or source=...", {}});
  }

  const std::vector<Salary>& rows_;
  std::string region_;
  std::string level_;
  std::string year_;
  std::string source_;
  Diagnostics& out_;
};

// Reports the first thing in which the rows differ that no chart may mix.
void check_comparable(const PayFinder& finder, const Rows& rows, Span place, Diagnostics& out) {
  const auto differ = [&](std::string_view what, auto of) {
    const Salary& first = finder.at(rows.front());
    const auto other = std::find_if(rows.begin(), rows.end(),
                                    [&](Id<Salary> id) { return of(finder.at(id)) != of(first); });
    if (other == rows.end()) return false;
    const Salary& row = finder.at(*other);
    Diagnostic& error =
        out.error(place, fmt::format("rows of pay that differ in their {} share no chart", what));
    error.notes.push_back({"one is: " + describe(first), first.place});
    error.notes.push_back({"another is: " + describe(row), row.place});
    return true;
  };
  differ("source", [](const Salary& row) { return row.source.name; }) ||
      differ("year", [](const Salary& row) { return row.year; }) ||
      differ("region", [](const Salary& row) { return row.region.name; }) ||
      differ("currency", [](const Salary& row) { return row.currency; }) ||
      differ("period", [](const Salary& row) { return row.period; });
}

void check_has_range(const Salary& row, Span place, Diagnostics& out) {
  if (row.p25 && row.median && row.p75) return;
  out.error(place, "a row of a chart needs p25, median and p75")
      .notes.push_back({"this one has not: " + describe(row), row.place});
}

struct Subjects {
  std::string_view kind;
  const CallArgument* list = nullptr;
};

// What a chart is of; nothing where that is not clear.
std::optional<Subjects> subjects_of(const Shortcode& shortcode, const ShortcodeCall& call,
                                    Diagnostics& out) {
  const CallArgument* roles = call.find("roles");
  const CallArgument* occupations = call.find("occupations");
  const bool has_roles = roles != nullptr && !roles->values.empty();
  const bool has_occupations = occupations != nullptr && !occupations->values.empty();
  if (has_roles != has_occupations)
    return has_roles ? Subjects{"role", roles} : Subjects{"occupation", occupations};
  out.error(shortcode.name_span, "a chart is of roles or of occupations")
      .notes.push_back({"write {{< chart ROLE ROLE >}} or occupations=\"15-1252, 15-2051\"", {}});
  return std::nullopt;
}

}  // namespace

void choose_salary(const Catalog& catalog, const Shortcode& shortcode, ShortcodeCall& call,
                   Diagnostics& out) {
  const CallValue* role = value_of(call, "role");
  const CallValue* occupation = value_of(call, "occupation");
  if ((role == nullptr) == (occupation == nullptr)) {
    out.error(shortcode.name_span, "a salary is of a role or of an occupation")
        .notes.push_back({"write role=\"ID\" or occupation=\"15-1252\"", {}});
    return;
  }
  const PayFinder finder(catalog, call, out);
  call.pay = role != nullptr ? finder.find("role", *role, Levels::one)
                             : finder.find("occupation", *occupation, Levels::one);
  if (call.pay.empty()) return;
  const Salary& row = finder.at(call.pay.front());
  const CallValue* statistic = value_of(call, "statistic");
  const std::string_view name = statistic == nullptr ? "median" : std::string_view(statistic->text);
  if (amount_of(row, name)) return;
  out.error(statistic == nullptr ? shortcode.name_span : statistic->span,
            fmt::format("this row of pay has no {}", name))
      .notes.push_back({"it is: " + describe(row), row.place});
}

void choose_chart_rows(const Catalog& catalog, const Shortcode& shortcode, ShortcodeCall& call,
                       Diagnostics& out) {
  const auto subjects = subjects_of(shortcode, call, out);
  if (!subjects) return;
  const std::size_t errors_before = out.errors();
  const PayFinder finder(catalog, call, out);
  const bool by_level = subjects->list->values.size() == 1 && value_of(call, "level") == nullptr;
  for (const CallValue& subject : subjects->list->values) {
    const Rows rows = finder.find(subjects->kind, subject, by_level ? Levels::each : Levels::one);
    for (const Id<Salary> id : rows) check_has_range(finder.at(id), subject.span, out);
    call.pay.insert(call.pay.end(), rows.begin(), rows.end());
  }
  if (out.errors() > errors_before) return;
  if (call.pay.size() < 2) {
    out.error(shortcode.name_span, "a chart of one row shows nothing")
        .notes.push_back({"name a second role, or use {{< salary ... >}}", {}});
    return;
  }
  check_comparable(finder, call.pay, shortcode.name_span, out);
  if (by_level)
    std::sort(call.pay.begin(), call.pay.end(), [&](Id<Salary> a, Id<Salary> b) {
      return finder.at(a).level.id < finder.at(b).level.id;
    });
}

}  // namespace waymark
