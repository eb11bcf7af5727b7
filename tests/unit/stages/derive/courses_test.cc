#include "stages/derive/courses.h"

#include <map>
#include <set>

#include "catch.h"
#include "stages/derive/many_roles.h"
#include "stages/small_site.h"

using namespace waymark;

namespace {

// "calculus(0) git(3 basic) | python(5 expert, working known) | ...": the steps.
std::string told(const Site& site, const Course& course) {
  const char* const names[] = {"basic", "working", "advanced", "expert"};
  std::string text;
  for (const std::vector<Lesson>& step : course) {
    if (!text.empty()) text += " |";
    for (const Lesson& lesson : step) {
      text += (text.empty() ? "" : " ") + site[lesson.skill].id + "(" +
              std::to_string(lesson.importance);
      if (lesson.level) text += std::string(" ") + names[static_cast<int>(*lesson.level)];
      if (lesson.known)
        text += std::string(", ") + names[static_cast<int>(*lesson.known)] + " known";
      text += ")";
    }
  }
  return text;
}

std::string requires_(const std::string& id) { return "requires = [\"" + id + "\"]\n"; }

// arithmetic <- algebra <- calculus <- physics; algebra <- coding; drawing
std::optional<Site> school(SmallSite& files) {
  auto site = files.link();
  CHECK(files.messages() == "");
  return site;
}
SmallSite school_files(const std::string& from, const std::string& to) {
  return SmallSite({site_settings(), taxonomies(), skill("arithmetic"),
                    skill("algebra", requires_("arithmetic")),
                    skill("calculus", requires_("algebra")),
                    skill("physics", requires_("calculus")), skill("coding", requires_("algebra")),
                    skill("drawing"), role("from", from), role("to", to)});
}
constexpr Id<Role> from{0}, to{1};

}  // namespace

TEST_CASE("a roadmap puts each skill behind its prerequisites and adds those that are missing") {
  SmallSite files = school_files("",
                                 "skills = [{ id = \"physics\", importance = 5 },\n"
                                 "{ id = \"drawing\", importance = 2, level = \"basic\" },\n"
                                 "{ id = \"coding\", importance = 4 }]\n");
  const auto site = school(files);
  REQUIRE(site);
  Courses courses(*site);
  CHECK(told(*site, courses.roadmap((*site)[to])) ==
        "drawing(2 basic) arithmetic(0) | algebra(0) | coding(4) calculus(0) | physics(5)");
  CHECK(courses.roadmap((*site)[from]).empty());
}

TEST_CASE("in a step the most important skill comes first, then by title") {
  SmallSite files(
      {site_settings(), taxonomies(), skill("a"), skill("b"), skill("c"), role("from"),
       role("to",
            "skills = [{ id = \"b\", importance = 2 }, { id = \"a\", importance = 2 },\n"
            "{ id = \"c\", importance = 3 }]\n")});
  const auto site = school(files);
  REQUIRE(site);
  CHECK(told(*site, Courses(*site).roadmap((*site)[to])) == "c(3) a(2) b(2)");
}

TEST_CASE("a skill stands behind a lesson that it needs through skills that are none") {
  SmallSite files = school_files("", "");
  const auto site = school(files);
  REQUIRE(site);
  // By id: algebra 0, arithmetic 1, calculus 2, coding 3, drawing 4, physics 5.
  Courses courses(*site);
  CHECK(told(*site, courses.in_steps({{{5}, 1, {}, {}}, {{1}, 1, {}, {}}, {{4}, 1, {}, {}}})) ==
        "arithmetic(1) drawing(1) | physics(1)");
  CHECK(courses.in_steps({}).empty());
}

TEST_CASE(
    "what is missing: skills that are not listed, or at a lower level, and their groundwork") {
  SmallSite files = school_files(
      "skills = [{ id = \"algebra\", importance = 3, level = \"basic\" },\n"
      "{ id = \"coding\", importance = 2, level = \"expert\" }]\n",
      "skills = [{ id = \"algebra\", importance = 4, level = \"working\" },\n"
      "{ id = \"coding\", importance = 5, level = \"working\" },\n"
      "{ id = \"physics\", importance = 5, level = \"basic\" }]\n");
  const auto site = school(files);
  REQUIRE(site);
  Courses courses(*site);
  // Arithmetic is what algebra rests on, which is known; calculus is groundwork for physics.
  CHECK(told(*site, courses.missing((*site)[from], (*site)[to])) ==
        "algebra(4 working, basic known) | calculus(0) | physics(5 basic)");
  CHECK(told(*site, courses.missing((*site)[to], (*site)[from])) ==
        "coding(2 expert, working known)");
  CHECK(courses.missing((*site)[to], (*site)[to]).empty());
}

TEST_CASE("a skill without a level on either side is not said to be lower") {
  SmallSite files = school_files(
      "skills = [{ id = \"coding\", importance = 2 }, { id = \"algebra\", importance = 1, level = "
      "\"basic\" }]\n",
      "skills = [{ id = \"coding\", importance = 5, level = \"expert\" },\n"
      "{ id = \"algebra\", importance = 5 }]\n");
  const auto site = school(files);
  REQUIRE(site);
  CHECK(Courses(*site).missing((*site)[from], (*site)[to]).empty());
}

TEST_CASE("a skill that a role lists is missing even where the other one's skills rest on it") {
  SmallSite files = school_files("skills = [{ id = \"calculus\", importance = 5 }]\n",
                                 "skills = [{ id = \"algebra\", importance = 5 }]\n");
  const auto site = school(files);
  REQUIRE(site);
  CHECK(told(*site, Courses(*site).missing((*site)[from], (*site)[to])) == "algebra(5)");
}

TEST_CASE("a course respects every prerequisite and holds each lesson once") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    const Site site = many_roles({.roles = 12, .skills = 60, .skills_of_a_role = 10, .seed = seed});
    // All that a skill rests on, with no regard to what is a lesson.
    std::vector<std::set<std::uint32_t>> below(site->skills.size());
    for (std::uint32_t i = 0; i < below.size(); ++i)
      for (const Ref<Skill>& before : site->skills[i].prerequisites) {
        below[i].insert(before.id.index);
        below[i].insert(below[before.id.index].begin(), below[before.id.index].end());
      }
    Courses courses(site);
    const auto check = [&](const Course& course) {
      std::map<std::uint32_t, std::size_t> step_of;
      for (std::size_t step = 0; step < course.size(); ++step) {
        CHECK_FALSE(course[step].empty());
        for (const Lesson& lesson : course[step])
          CHECK(step_of.emplace(lesson.skill.index, step).second);
      }
      for (const auto& [skill, step] : step_of) {
        std::size_t earliest = 0;
        for (const std::uint32_t before : below[skill])
          if (const auto found = step_of.find(before); found != step_of.end())
            earliest = std::max(earliest, found->second + 1);
        CHECK(step == earliest);
      }
    };
    for (std::uint32_t i = 0; i < 12; ++i) {
      const Role& role = site->roles[i];
      check(courses.roadmap(role));
      const Course course = courses.missing(site->roles[(i + 1) % 12], role);
      check(course);
      check(courses.in_steps({{{59}, 1, {}, {}}, {{30}, 1, {}, {}}, {{3}, 1, {}, {}}}));
    }
  }
}
