// How what derive allocates grows with the roles. In a program of its own: it counts in its own
// operator new.
#include <cstdlib>
#include <new>

#include "catch.h"
#include "stages/derive.h"
#include "stages/derive/many_roles.h"

namespace {

struct Count {
  double allocations = 0;
  double bytes = 0;
};
Count total;

}  // namespace

void* operator new(std::size_t size) {
  total.allocations += 1;
  total.bytes += static_cast<double>(size);
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  total.allocations += 1;
  total.bytes += static_cast<double>(size);
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace waymark;

TEST_CASE("twice the roles cost derive about twice the memory, freed or kept") {
  const auto cost_of = [](std::uint32_t roles) {
    const Site site = many_roles(
        {.roles = roles, .skills = roles, .skills_of_a_role = 25, .seed = 1, .field = 60});
    total = {};
    const Derived derived = derive(site, {2026, 11, 21});
    const Count cost = total;
    CHECK(derived.comparisons.size() > 4 * roles);
    return cost;
  };
  Count half = cost_of(250);
  for (const std::uint32_t roles : {500u, 1000u}) {
    const Count cost = cost_of(roles);
    INFO(roles << " roles: " << cost.allocations << " allocations, " << cost.bytes << " bytes");
    CHECK(cost.allocations / half.allocations < 2.3);
    CHECK(cost.bytes / half.bytes < 2.3);
    half = cost;
  }
}
