#include "stages/derive/availability.h"

#include "catch.h"

using namespace waymark;

namespace {

// Opens on 1 March, last day 30 September 2026.
Certification dated(CertificationStatus written) {
  Certification certification;
  certification.status = written;
  certification.available = Date{2026, 3, 1};
  certification.retires = Date{2026, 9, 30};
  return certification;
}

Cost usd(double amount) { return {.amount = amount, .currency = "USD", .note = {}}; }

Certification costing(double fee, std::optional<Cost> renewal, std::optional<int> months) {
  Certification certification;
  certification.cost = usd(fee);
  certification.renewal_cost = std::move(renewal);
  certification.validity = months;
  return certification;
}

std::optional<double> five_years_of(const Certification& certification) {
  return availability(certification, {2026, 11, 21}).five_year_cost;
}

}  // namespace

TEST_CASE("dates say on each of five days whether a certification can be taken") {
  using enum CertificationStatus;
  // Whatever the author wrote; to the day by hand: February 2026 has 28 days.
  for (const CertificationStatus written : {announced, active, retiring, retired, unverified}) {
    const Certification certification = dated(written);
    const Availability before = availability(certification, {2026, 2, 20});
    CHECK(before.status == announced);
    CHECK(before.days == 9);
    const Availability first_day = availability(certification, {2026, 3, 1});
    CHECK(first_day.status == retiring);
    CHECK(first_day.days == 213);
    const Availability near_the_end = availability(certification, {2026, 9, 1});
    CHECK(near_the_end.status == retiring);
    CHECK(near_the_end.days == 29);
    const Availability last_day = availability(certification, {2026, 9, 30});
    CHECK(last_day.status == retiring);
    CHECK(last_day.days == 0);
    const Availability after = availability(certification, {2026, 10, 1});
    CHECK(after.status == retired);
    CHECK_FALSE(after.days);
  }
}

TEST_CASE("without a last day the author's word holds once a certification is open") {
  using enum CertificationStatus;
  const auto status_on = [](CertificationStatus written, Date as_of) {
    Certification certification;
    certification.status = written;
    certification.available = Date{2026, 3, 1};
    return availability(certification, as_of).status;
  };
  const Date before{2026, 2, 28};
  const Date after{2026, 3, 1};
  CHECK(status_on(announced, before) == announced);
  CHECK(status_on(announced, after) == active);
  CHECK(status_on(beta, before) == beta);
  CHECK(status_on(beta, after) == beta);
  CHECK(status_on(active, before) == announced);
  CHECK(status_on(unverified, after) == unverified);
  CHECK(status_on(retired, before) == retired);
}

TEST_CASE("without dates the author's word is all there is") {
  using enum CertificationStatus;
  for (const CertificationStatus written :
       {announced, beta, active, retiring, retired, unverified}) {
    Certification certification;
    certification.status = written;
    const Availability found = availability(certification, {2026, 11, 21});
    CHECK(found.status == written);
    CHECK_FALSE(found.days);
  }
}

TEST_CASE("five years cost the fee and each renewal that falls into them") {
  CHECK(five_years_of(costing(200, usd(100), 24)) == 400);  // renewed after 2 and 4 years
  CHECK(five_years_of(costing(100, usd(50), 36)) == 150);   // after 3
  CHECK(five_years_of(costing(165, usd(0), 12)) == 165);    // four times, free
  CHECK(availability(costing(165, usd(0), 12), {2026, 11, 21}).renewals == 4);
  CHECK(five_years_of(costing(300, usd(99), 60)) == 300);  // runs out when the five years do
  CHECK(five_years_of(costing(300, usd(99), 59)) == 399);
  CHECK(five_years_of(costing(99, {}, 0)) == 99);  // does not run out
}

TEST_CASE("a cost that rests on an unknown is none") {
  CHECK_FALSE(five_years_of(costing(125, {}, 24)));        // what a renewal costs
  CHECK_FALSE(five_years_of(costing(125, usd(125), {})));  // when it runs out
  CHECK_FALSE(five_years_of(costing(125, Cost{99, "EUR", ""}, 24)));
  Certification no_fee = costing(0, usd(200), 36);
  no_fee.cost.reset();
  CHECK_FALSE(five_years_of(no_fee));
  Certification gone = costing(99, {}, 0);
  gone.status = CertificationStatus::retired;
  CHECK_FALSE(five_years_of(gone));
}

TEST_CASE("a number is old when more years have passed than the guide allows") {
  Catalog catalog;
  CHECK_FALSE(is_old(Site(catalog), 1990, {2026, 11, 21}));
  catalog.settings.figures.max_age_years = 3;
  const Site site(std::move(catalog));
  CHECK_FALSE(is_old(site, 2023, {2026, 11, 21}));
  CHECK(is_old(site, 2022, {2026, 11, 21}));
  CHECK_FALSE(is_old(site, 2030, {2026, 11, 21}));
}
