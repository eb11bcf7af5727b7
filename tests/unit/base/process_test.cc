#include "base/process.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a program's output is all that it prints, without its complaints") {
  CHECK(output_of({"sh", "-c", "echo out; echo complaint >&2"}) == "out\n");
  CHECK(output_of({"head", "-c", "300000", "/dev/zero"}) == std::string(300000, '\0'));
  CHECK(output_of({"cat"}) == "");  // there is nothing to read
  CHECK(output_of({"echo", "$HOME"}) == "$HOME\n");
}

TEST_CASE("a program that fails, or is not there, has no output") {
  CHECK_FALSE(output_of({"sh", "-c", "echo out; exit 3"}));
  CHECK_FALSE(output_of({"sh", "-c", "kill -9 $$"}));
  CHECK_FALSE(output_of({"waymark-has-no-such-program"}));
}
