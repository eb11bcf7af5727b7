#include "stages/derive/availability.h"

namespace waymark {
namespace {

constexpr int five_years = 60;  // months

int days_between(Date from, Date to) {
  return static_cast<int>(days_since_epoch(to) - days_since_epoch(from));
}

void set_status(const Certification& certification, Date as_of, Availability& to) {
  using enum CertificationStatus;
  const CertificationStatus written = certification.status;
  const std::optional<Date>& opens = certification.available;
  const std::optional<Date>& retires = certification.retires;
  to.status = written;
  if (retires ? *retires < as_of : written == retired) {
    to.status = retired;
  } else if (opens && *opens > as_of) {
    to.status = written == beta ? beta : announced;
    to.days = days_between(as_of, *opens);
  } else if (retires) {
    to.status = retiring;
    to.days = days_between(as_of, *retires);
  } else if (written == announced && opens) {
    to.status = active;
  }
}

void set_cost(const Certification& certification, Availability& to) {
  const std::optional<Cost>& cost = certification.cost;
  const std::optional<Cost>& renewal = certification.renewal_cost;
  if (!certification.validity) return;
  const int months = *certification.validity;
  to.renewals = months == 0 ? 0 : (five_years + months - 1) / months - 1;
  if (!cost) return;
  if (to.renewals == 0) {
    to.five_year_cost = cost->amount;
  } else if (renewal && renewal->currency == cost->currency) {
    to.five_year_cost = cost->amount + to.renewals * renewal->amount;
  }
}

}  // namespace

Availability availability(const Certification& certification, Date as_of) {
  Availability result;
  set_status(certification, as_of, result);
  if (result.status != CertificationStatus::retired) set_cost(certification, result);
  return result;
}

bool is_old(const Site& site, int year, Date as_of) {
  const std::optional<int>& limit = site->settings.figures.max_age_years;
  return limit && as_of.year - year > *limit;
}

}  // namespace waymark
