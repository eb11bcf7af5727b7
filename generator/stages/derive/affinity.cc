#include "stages/derive/affinity.h"

namespace waymark {

Affinities::Affinities(const Site& site) : site_(site), weights_(site->skills.size()) {}
std::optional<double> Affinities::between(Id<Role>, Id<Role>) const { return std::nullopt; }
std::vector<Neighbour> Affinities::nearest(Id<Role>, std::size_t) const { return {}; }

}  // namespace waymark
