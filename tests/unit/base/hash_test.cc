#include "base/hash.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a content hash is XXH3, so that file names do not change between releases") {
  CHECK(hash64("") == 0x2D06800538D394C2u);
  CHECK(hash_hex("") == "2d06800538d394c2");
}

TEST_CASE("a content hash in hex has 16 digits, and one byte more changes it") {
  CHECK(hash_hex("guide") != hash_hex("guide."));
  for (int i = 0; i < 100; ++i) CHECK(hash_hex(std::to_string(i)).size() == 16);
}
