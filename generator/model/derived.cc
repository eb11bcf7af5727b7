#include "model/derived.h"

namespace waymark {

Derived::Derived() = default;
Derived::Derived(const Derived&) = default;
Derived::Derived(Derived&&) noexcept = default;
Derived& Derived::operator=(const Derived&) = default;
Derived& Derived::operator=(Derived&&) noexcept = default;
Derived::~Derived() = default;

}  // namespace waymark
