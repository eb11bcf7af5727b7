#include "model/records.h"

namespace waymark {

Span Record::at(std::string_view key) const {
  for (const auto& [name, span] : values)
    if (name == key) return span;
  return place;
}

}  // namespace waymark
