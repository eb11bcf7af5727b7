#include "base/suggest.h"

#include "catch.h"

using waymark::nearest;

TEST_CASE("a swap of neighbours, a missing and a wrong letter are one edit each") {
  CHECK(nearest("pyhton", {"java", "python"}) == "python");
  CHECK(nearest("pythn", {"java", "python"}) == "python");
  CHECK(nearest("pithon", {"java", "python"}) == "python");
}

TEST_CASE("silence beats a silly guess: at most a third of the letters may differ") {
  CHECK(nearest("ab", {"cd"}).empty());
  CHECK(nearest("scala", {"julia"}).empty());
  CHECK(nearest("r", {"go"}).empty());
  CHECK(nearest("kubernets", {"kubernetes"}) == "kubernetes");
  CHECK(nearest("kbrnts", {"kubernetes"}).empty());
}

TEST_CASE("the nearest word wins, and on a tie the first by alphabet, in any order of the list") {
  CHECK(nearest("rolse", {"rules", "roles"}) == "roles");
  CHECK(nearest("bat", {"cat", "bar"}) == "bar");
  CHECK(nearest("bat", {"bar", "cat"}) == "bar");
}

TEST_CASE("nothing and very long words have no neighbour") {
  CHECK(nearest("", {"a"}).empty());
  CHECK(nearest(std::string(1000, 'a'), {std::string(64, 'a')}).empty());
}
