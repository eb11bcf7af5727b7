#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace waymark {

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hash_hex(std::string_view bytes) { return fmt::format("{:016x}", hash64(bytes)); }

}  // namespace waymark
