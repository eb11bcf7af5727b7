#include "stages/pages/course.h"

#include <fmt/format.h>

#include <map>

#include "formats/chart_graph.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

void fill_lesson(const PageView& page, View at, const Lesson& lesson) {
  fill_entry(page, at, any(lesson.skill));
  lesson.importance > 0 ? at.set("importance", lesson.importance) : at.set_nothing("importance");
  set_text(at, "level", lesson.level ? word(*lesson.level) : "");
  set_text(at, "known", lesson.known ? word(*lesson.known) : "");
}

// Steps from top to bottom, and a line from each skill to those that name it as a prerequisite.
LayeredGraph graph_of(const PageView& page, const Course& course) {
  const Site& site = page.guide.site;
  LayeredGraph graph;
  std::map<Id<Skill>, std::size_t> nodes;
  for (std::size_t step = 0; step < course.size(); ++step) {
    graph.layers.push_back(fmt::format("Step {}", step + 1));
    for (const Lesson& lesson : course[step]) {
      const Skill& skill = site[lesson.skill];
      nodes.emplace(lesson.skill, graph.nodes.size());
      graph.nodes.push_back(
          {.label = skill.title, .url = page.link(url_of(Kind::skill, skill.id)), .layer = step});
    }
  }
  for (const auto& [skill, node] : nodes)
    for (const Ref<Skill>& before : site[skill].prerequisites)
      if (const auto found = nodes.find(before.id); found != nodes.end())
        graph.edges.push_back({found->second, node});
  return graph;
}

}  // namespace

void set_course(const PageView& page, View at, std::string_view name, const Course& course) {
  std::size_t number = 0;
  set_section(at, name, course, [&](View item, const std::vector<Lesson>& step) {
    item.set("number", ++number);
    set_section(item, "lessons", step,
                [&](View entry, const Lesson& lesson) { fill_lesson(page, entry, lesson); });
  });
}

void set_roadmap(const PageView& page, View at, Id<Role> role) {
  const Course& course = page.guide.derived.roles[role.index].roadmap;
  if (course.empty()) return at.set_nothing("roadmap");
  View roadmap = at.object("roadmap");
  set_course(page, roadmap, "course", course);

  LayeredGraph graph = graph_of(page, course);
  graph.id = "Roadmap-picture";
  graph.title = fmt::format("Roadmap of the role {}", page.guide.site[role].title);
  graph.description =
      "A line leads from each skill to those that rest on it. The list of steps that follows has "
      "the same skills.";
  if (graph.edges.empty()) return roadmap.set_nothing("picture");
  std::string picture;
  append_graph(graph, picture);
  roadmap.set("picture", Markup{picture});
}

}  // namespace waymark
