// A content hash, for file names and for telling changes; not for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

std::uint64_t hash64(std::string_view bytes);  // XXH3
std::string hash_hex(std::string_view bytes);  // 16 lower-case hex digits

}  // namespace waymark
