#include "stages/pages/fees.h"

#include "stages/pages/format.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// A price holds on the day of its source: the first that the record names.
void set_fee(PageView& page, View at, std::string_view name, Id<Certification> id,
             const std::optional<Cost>& fee, std::string_view what) {
  if (!fee) return at.set_nothing(name);
  const Certification& certification = page.guide.site[id];
  View cost = at.object(name);
  cost.set("amount", money_text(fee->amount, fee->currency));
  cost.set("key", sort_key(fee->amount, fee->currency));
  set_text(cost, "note", fee->note);
  if (certification.sources.empty()) return cost.set_nothing("mark");
  page.cite(cost, "mark",
            {.source = certification.sources.front().id,
             .statistic = std::string(what),
             .period = certification.checked ? long_form(*certification.checked) : ""});
}

}  // namespace

void set_exam_fee(PageView& page, View at, Id<Certification> id) {
  set_fee(page, at, "cost", id, page.guide.site[id].cost, "exam fee");
}

void set_renewal_fee(PageView& page, View at, Id<Certification> id) {
  set_fee(page, at, "renewal_cost", id, page.guide.site[id].renewal_cost, "fee of a renewal");
}

void set_five_years(PageView& page, View at, Id<Certification> id) {
  const Certification& certification = page.guide.site[id];
  const Availability& availability = page.guide.derived.certifications[id.index].availability;
  set_text(at, "renewals",
           certification.validity ? std::to_string(availability.renewals) : std::string());
  std::optional<Cost> total;
  if (availability.five_year_cost)
    total = {*availability.five_year_cost, certification.cost->currency, {}};
  set_fee(page, at, "five_years", id, total, "exam fee and renewals in five years, added up here");
}

}  // namespace waymark
