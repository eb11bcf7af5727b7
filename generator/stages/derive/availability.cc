#include "stages/derive/availability.h"

namespace waymark {

Availability availability(const Certification& certification, Date) {
  return {.status = certification.status, .days = {}, .five_year_cost = {}};
}
bool is_old(const Site&, int, Date) { return false; }

}  // namespace waymark
