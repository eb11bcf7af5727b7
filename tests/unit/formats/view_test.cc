#include "formats/view.h"

#include <cstring>

#include "catch.h"
#include "formats/template_support.h"

using namespace waymark;

TEST_CASE("a view keeps no pointer to the texts it was given") {
  CHECK(site("{{name}}{{#list}}{{.}}{{/list}}{{html}}", [](View view) {
          std::string name = "name";
          std::string text = "text";
          std::string html = "<i>";
          view.set(name, text);
          ViewList list = view.list("list");
          list.add(text);
          list.add(Markup{html});
          view.set("html", Markup{html});
          name = text = html = "gone!!";
        }) == "texttext<i><i>");
}

TEST_CASE("a handle stays good while its parent grows") {
  CHECK(site("{{object.name}} {{#list}}{{n}}{{/list}}", [](View view) {
          View object = view.object("object");
          ViewList list = view.list("list");
          for (int i = 0; i < 100; ++i) view.set("filler" + std::to_string(i), i);
          object.set("name", "Joe");
          View first = list.add();
          list.add().set("n", 2);
          first.set("n", 1);
        }) == "Joe 12");
}

TEST_CASE("numbers of every kind are written in full") {
  CHECK(site("{{a}} {{b}} {{c}} {{d}} {{e}}", [](View view) {
          view.set("a", std::int64_t{-9'000'000'000});
          view.set("b", std::size_t{7});
          view.set("c", 0.1);
          view.set("d", 201730.0);
          view.set("e", 0);
        }) == "-9000000000 7 0.1 201730 0");
}

TEST_CASE("zero is a number, not nothing") {
  CHECK(site("{{#a}}{{.}}{{/a}}{{^a}}none{{/a}}", [](View view) { view.set("a", 0); }) == "0");
}

TEST_CASE("an arena hands out the same memory after a reset, and large pieces too") {
  Arena arena;
  void* const first = arena.allocate(100);
  const std::string large(1'000'000, 'x');
  CHECK(arena.copy(large) == large);
  void* const second = arena.allocate(100);
  CHECK(first != second);
  arena.reset();
  CHECK(arena.allocate(100) == first);
  CHECK(arena.copy(large) == large);
  CHECK(arena.allocate(100) == second);
}
