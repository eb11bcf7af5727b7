#include "base/diagnostic.h"

#include "catch.h"

using namespace waymark;

namespace {

std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics.all()) all.push_back(diagnostic.message);
  return all;
}

}  // namespace

TEST_CASE("diagnostics are sorted by path, offset and text, whoever found them first") {
  Sources sources;
  const SourceId b = sources.add("b.md", "0123456789");
  const SourceId a = sources.add("a.md", "0123456789");
  Diagnostics one;
  one.error({b, 1, 2}, "in b");
  one.error({a, 5, 6}, "later in a");
  Diagnostics two;
  two.warning({a, 0, 1}, "second word");
  two.error({a, 0, 1}, "first word");
  two.error_in_file("aa.md", "without a place");
  one.append(std::move(two));
  one.sort(sources);
  CHECK(messages(one) == std::vector<std::string>{"first word", "second word", "later in a",
                                                  "without a place", "in b"});
}

TEST_CASE("what is said twice of one place is printed once") {
  Sources sources;
  const SourceId id = sources.add("a.md", "0123456789");
  Diagnostics found;
  found.error({id, 0, 1}, "dead link");
  found.error({id, 4, 5}, "dead link");
  found.error({id, 0, 1}, "dead link");
  found.sort(sources);
  CHECK(messages(found) == std::vector<std::string>{"dead link", "dead link"});
}

TEST_CASE("errors and warnings are counted apart") {
  Diagnostics found;
  found.error({}, "e");
  found.warning({}, "w");
  found.warning({}, "w");
  CHECK(found.errors() == 1);
  CHECK(found.warnings() == 2);
  CHECK(found.has_errors());
}

TEST_CASE("a suggestion is added only where a word is near") {
  Diagnostics found;
  Diagnostic& near = found.error({}, "unknown skill \"kuberentes\"");
  suggest(near, "kuberentes", {"docker", "kubernetes"});
  REQUIRE(near.notes.size() == 1);
  CHECK(near.notes[0].text == "did you mean \"kubernetes\"?");
  Diagnostic& far = found.error({}, "unknown skill \"cooking\"");
  suggest(far, "cooking", {"docker", "kubernetes"});
  CHECK(far.notes.empty());
}
