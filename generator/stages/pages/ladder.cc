#include "stages/pages/ladder.h"

#include <fmt/format.h>

#include "formats/chart_graph.h"
#include "model/urls.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

std::string path_link(const PageView& page, Id<Role> from, Id<Role> to) {
  const Site& site = page.guide.site;
  return page.link(path_url(site[from].id, site[to].id));
}

GraphNode node_of(const PageView& page, Id<Role> id, std::size_t layer) {
  const Role& role = page.guide.site[id];
  return {.label = role.title, .url = page.link(url_of(Kind::role, role.id)), .layer = layer};
}

void set_picture(View at, const LayeredGraph& graph) {
  std::string picture;
  append_graph(graph, picture);
  at.set("picture", Markup{picture});
}

// Levels at which no role begins are left out.
LayeredGraph whole_ladder(const PageView& page) {
  const Site& site = page.guide.site;
  LayeredGraph graph{.id = "Ladder-picture",
                     .title = "Career ladder",
                     .description =
                         "Roles by the level that they begin at. A line leads from each role to "
                         "its usual next ones; the list that follows says the same.",
                     .layers = {},
                     .nodes = {},
                     .edges = {}};
  std::vector<std::size_t> nodes(site->roles.size());
  const auto& levels = page.guide.derived.ladder;
  for (std::size_t level = 0; level < levels.size(); ++level) {
    if (levels[level].empty()) continue;
    for (const Id<Role> role : levels[level]) {
      nodes[role.index] = graph.nodes.size();
      graph.nodes.push_back(node_of(page, role, graph.layers.size()));
    }
    graph.layers.push_back(site->taxonomies.levels[level].title);
  }
  for (std::uint32_t from = 0; from < site->roles.size(); ++from)
    for (const Ref<Role>& to : site->roles[from].leads_to)
      graph.edges.push_back({nodes[from], nodes[to.id.index]});
  return graph;
}

// The roles that lead here, this one, and those that it leads to.
LayeredGraph ladder_around(const PageView& page, Id<Role> id) {
  const Role& role = page.guide.site[id];
  LayeredGraph graph{.id = "Moves-picture",
                     .title = fmt::format("Before and after the role {}", role.title),
                     .description =
                         "A line leads from each role to a usual next one; the lists that follow "
                         "say the same.",
                     .layers = {"Before", "This role", "After"},
                     .nodes = {},
                     .edges = {}};
  GraphNode self = node_of(page, id, 1);
  self.url.clear();
  self.is_marked = true;
  graph.nodes.push_back(std::move(self));
  for (const Id<Role> from : page.guide.derived.roles[id.index].comes_from) {
    graph.edges.push_back({graph.nodes.size(), 0});
    graph.nodes.push_back(node_of(page, from, 0));
  }
  for (const Ref<Role>& to : role.leads_to) {
    graph.edges.push_back({0, graph.nodes.size()});
    graph.nodes.push_back(node_of(page, to.id, 2));
  }
  return graph;
}

enum class Ways { usual, near };

// Where the paths end that begin at a role.
void set_ways(const PageView& page, View at, std::string_view name, Id<Role> from, Ways ways) {
  const Derived& derived = page.guide.derived;
  std::vector<Id<Role>> ends;
  for (const std::size_t path : derived.roles[from.index].paths)
    if (derived.paths[path].is_usual == (ways == Ways::usual))
      ends.push_back(derived.paths[path].to);
  set_section(at, name, ends, [&](View item, Id<Role> to) {
    item.set("title", page.guide.site[to].title);
    item.set("url", path_link(page, from, to));
  });
}

}  // namespace

void set_ladder(const PageView& page, View at) {
  const auto& terms = page.guide.catalog().taxonomies.levels;
  const auto& levels = page.guide.derived.ladder;
  const LayeredGraph graph = whole_ladder(page);
  graph.edges.empty() ? at.set_nothing("picture") : set_picture(at, graph);
  ViewList list = at.list("levels");
  for (std::size_t level = 0; level < levels.size(); ++level) {
    if (levels[level].empty()) continue;
    View item = list.add();
    item.set("title", terms[level].title);
    set_text(item, "summary", terms[level].summary);
    set_section(item, "roles", levels[level], [&](View entry, Id<Role> role) {
      fill_link(page, entry, any(role));
      set_ways(page, entry, "usual", role, Ways::usual);
      set_ways(page, entry, "near", role, Ways::near);
    });
  }
}

void set_moves(const PageView& page, View at, Id<Role> role) {
  View moves = at.object("moves");
  const LayeredGraph graph = ladder_around(page, role);
  graph.edges.empty() ? moves.set_nothing("picture") : set_picture(moves, graph);
  set_section(moves, "comes_from", page.guide.derived.roles[role.index].comes_from,
              [&](View item, Id<Role> from) {
                fill_entry(page, item, any(from));
                item.set("path_url", path_link(page, from, role));
              });
  set_section(moves, "leads_to", page.guide.site[role].leads_to,
              [&](View item, const Ref<Role>& to) {
                fill_entry(page, item, any(to.id));
                item.set("path_url", path_link(page, role, to.id));
              });
  set_ways(page, moves, "near", role, Ways::near);
}

}  // namespace waymark
