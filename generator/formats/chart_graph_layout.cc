#include "formats/chart_graph_layout.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "base/text.h"
#include "formats/chart_text.h"

namespace waymark {

namespace {

constexpr std::size_t most_in_row = 5;
constexpr std::size_t line_length = 19;  // characters that fit into a box
constexpr double letter_width = 8;       // of the names of layers
constexpr double padding = 8;            // above and below the text of a box
constexpr double gap = 20;               // between boxes
constexpr double lane_width = 14;        // what an edge takes that passes a row
constexpr double row_gap = 46;
constexpr double margin = 2;  // so that the strokes at the rim are whole
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// Which nodes stand in which row, from the top.
class RowMaker {
 public:
  explicit RowMaker(const LayeredGraph& graph)
      : graph_(graph), after_(graph.nodes.size()), before_(graph.nodes.size()) {
    for (const GraphEdge& edge : graph.edges)
      if (layer(edge.from) == layer(edge.to) && edge.from != edge.to)
        after_[edge.from].push_back(edge.to);
    leave_circles();
  }

  std::vector<std::vector<std::size_t>> make() {
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < graph_.layers.size(); ++i) {
      std::vector<std::size_t> waiting;
      for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
        if (layer(node) == i) waiting.push_back(node);
      while (!waiting.empty()) rows.push_back(take_row(waiting));
    }
    return rows;
  }

 private:
  enum class Visit { no, open, done };

  std::size_t layer(std::size_t node) const { return graph_.nodes[node].layer; }

  // Sets before_ from after_, without the edges that close a circle.
  void leave_circles() {
    visits_.resize(graph_.nodes.size(), Visit::no);
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) visit(node);
  }

  void visit(std::size_t node) {
    if (visits_[node] != Visit::no) return;
    visits_[node] = Visit::open;
    for (const std::size_t next : after_[node]) {
      if (visits_[next] == Visit::open) continue;
      before_[next].push_back(node);
      visit(next);
    }
    visits_[node] = Visit::done;
  }

  // The first ones that wait for nobody who waits.
  std::vector<std::size_t> take_row(std::vector<std::size_t>& waiting) const {
    std::vector<std::size_t> row;
    std::vector<std::size_t> rest;
    for (const std::size_t node : waiting) {
      const bool is_free =
          std::none_of(before_[node].begin(), before_[node].end(), [&](auto other) {
            return std::find(waiting.begin(), waiting.end(), other) != waiting.end();
          });
      (is_free && row.size() < most_in_row ? row : rest).push_back(node);
    }
    waiting = std::move(rest);
    return row;
  }

  const LayeredGraph& graph_;
  std::vector<std::vector<std::size_t>> after_, before_;  // within a layer
  std::vector<Visit> visits_;
};

// A node in its row, or the lane of an edge that passes the row.
struct Slot {
  std::size_t node = none;
  std::size_t row = 0;
  std::vector<std::size_t> up, down;  // slots of the rows next to it
  double width = lane_width;
  double x = 0;  // of its middle
};

// All edges between two nodes, in whichever direction, as slots from the top to the bottom.
struct Chain {
  std::vector<std::size_t> slots;
  bool arrow_up = false;
  bool arrow_down = false;
};

using Neighbours = std::vector<std::size_t> Slot::*;

// Counts numbers that come before smaller ones, a number at a time (a Fenwick tree).
class CrossingCount {
 public:
  explicit CrossingCount(std::size_t size) : counts_(size + 1) {}

  std::size_t add(std::size_t number) {
    std::size_t not_greater = 0;
    for (std::size_t i = number + 1; i > 0; i &= i - 1) not_greater += counts_[i];
    for (std::size_t i = number + 1; i < counts_.size(); i += i & (~i + 1)) ++counts_[i];
    return added_++ - not_greater;
  }

 private:
  std::vector<std::size_t> counts_;
  std::size_t added_ = 0;
};

class Layout {
 public:
  explicit Layout(const LayeredGraph& graph) : graph_(graph), rows_(RowMaker(graph).make()) {
    slots_.resize(graph.nodes.size());
    for (std::size_t row = 0; row < rows_.size(); ++row)
      for (const std::size_t node : rows_[row])
        slots_[node] = {.node = node, .row = row, .up = {}, .down = {}, .width = graph_box_width};
    for (const GraphEdge& edge : graph.edges) add_edge(edge);
  }

  GraphPlaces place() {
    order_rows();
    move_to_neighbours();
    set_boxes();
    set_lines();
    return std::move(places_);
  }

 private:
  void add_edge(const GraphEdge& edge) {
    if (edge.from == edge.to) return;
    const bool leads_down = slots_[edge.from].row < slots_[edge.to].row;
    const std::pair ends =
        leads_down ? std::pair(edge.from, edge.to) : std::pair(edge.to, edge.from);
    const auto [known, is_new] = chain_of_.emplace(ends, chains_.size());
    if (is_new) chains_.push_back({.slots = chain(ends.first, ends.second)});
    Chain& chain = chains_[known->second];
    (leads_down ? chain.arrow_down : chain.arrow_up) = true;
  }

  std::vector<std::size_t> chain(std::size_t top, std::size_t bottom) {
    std::vector<std::size_t> result{top};
    for (std::size_t row = slots_[top].row + 1; row < slots_[bottom].row; ++row) {
      result.push_back(slots_.size());
      rows_[row].push_back(slots_.size());
      slots_.push_back({.row = row, .up = {}, .down = {}});
    }
    result.push_back(bottom);
    for (std::size_t i = 1; i < result.size(); ++i) {
      slots_[result[i - 1]].down.push_back(result[i]);
      slots_[result[i]].up.push_back(result[i - 1]);
    }
    return result;
  }

  std::vector<std::size_t> positions() const {
    std::vector<std::size_t> result(slots_.size());
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) result[row[i]] = i;
    return result;
  }

  std::size_t crossings() const {
    const std::vector<std::size_t> position = positions();
    std::size_t sum = 0;
    for (std::size_t row = 0; row + 1 < rows_.size(); ++row) {
      CrossingCount count(rows_[row + 1].size());
      for (const std::size_t slot : rows_[row]) {
        std::vector<std::size_t> ends;
        for (const std::size_t end : slots_[slot].down) ends.push_back(position[end]);
        std::sort(ends.begin(), ends.end());
        for (const std::size_t end : ends) sum += count.add(end);
      }
    }
    return sum;
  }

  void order_rows() {
    constexpr int sweeps = 12;
    auto best = rows_;
    std::size_t fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
      for_each_row(sweep % 2 == 0, [&](auto& row, Neighbours side) { order_row(row, side); });
      const std::size_t now = crossings();
      if (now >= fewest) continue;
      fewest = now;
      best = rows_;
    }
    rows_ = std::move(best);
  }

  // Downwards each row sees the row above it, upwards the one below.
  template <class Act>
  void for_each_row(bool downwards, Act act) {
    if (downwards)
      for (auto row = rows_.begin(); row != rows_.end(); ++row) act(*row, &Slot::up);
    else
      for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) act(*row, &Slot::down);
  }

  void order_row(std::vector<std::size_t>& row, Neighbours side) {
    const std::vector<std::size_t> position = positions();
    const auto key = [&](std::size_t slot) {
      const std::vector<std::size_t>& others = slots_[slot].*side;
      if (others.empty()) return static_cast<double>(position[slot]);
      double sum = 0;
      for (const std::size_t other : others) sum += static_cast<double>(position[other]);
      return sum / static_cast<double>(others.size());
    };
    std::stable_sort(row.begin(), row.end(), [&](auto a, auto b) { return key(a) < key(b); });
  }

  void move_to_neighbours() {
    constexpr int sweeps = 12;
    for (const auto& row : rows_) spread(row, [](const Slot&) { return 0.0; });
    for (int sweep = 0; sweep < sweeps; ++sweep)
      for_each_row(sweep % 2 == 0, [&](const auto& row, Neighbours) {
        spread(row, [&](const Slot& slot) { return middle_of_neighbours(slot); });
      });
  }

  double middle_of_neighbours(const Slot& slot) const {
    if (slot.up.empty() && slot.down.empty()) return slot.x;
    double sum = 0;
    for (const Neighbours side : {&Slot::up, &Slot::down})
      for (const std::size_t other : slot.*side) sum += slots_[other].x;
    return sum / static_cast<double>(slot.up.size() + slot.down.size());
  }

  // How much a slot wants to be where it wants to be: lanes most of all, so that edges are
  // straight.
  static double weight(const Slot& slot) { return slot.node == none ? 4 : 1; }

  // Puts the slots of a row, which keep their order and distance, as near as can be to where they
  // want to be: least squares, by pooling neighbours that push each other.
  template <class Wish>
  void spread(const std::vector<std::size_t>& row, Wish wish) {
    struct Pool {
      double sum, weight;
      std::size_t size;
      double mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    std::vector<double> offsets;  // from the first slot, if all stood as near as they may
    double offset = 0;
    for (const std::size_t i : row) {
      const Slot& slot = slots_[i];
      offset += slot.width / 2;
      offsets.push_back(offset);
      pools.push_back({(wish(slot) - offset) * weight(slot), weight(slot), 1});
      offset += slot.width / 2 + (slot.node == none ? 0 : gap);
      while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
        const Pool last = pools.back();
        pools.pop_back();
        pools.back().sum += last.sum;
        pools.back().weight += last.weight;
        pools.back().size += last.size;
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools)
      for (std::size_t end = i + pool.size; i < end; ++i)
        slots_[row[i]].x = pool.mean() + offsets[i];
  }

  void set_boxes() {
    shift_to_margin();
    places_.boxes.resize(graph_.nodes.size());
    double top = margin;
    std::size_t layer = none;
    for (const auto& row : rows_) {
      double height = 0;
      std::size_t row_layer = layer;
      for (const std::size_t slot : row) {
        if (slots_[slot].node == none) continue;
        GraphBox& box = places_.boxes[slot];
        box.lines = wrapped(graph_.nodes[slot].label, line_length);
        box.height = graph_line_height * static_cast<double>(box.lines.size()) + 2 * padding;
        height = std::max(height, box.height);
        row_layer = graph_.nodes[slot].layer;
      }
      for (const std::size_t slot : row)
        if (slots_[slot].node != none)
          places_.boxes[slot].at = {slots_[slot].x - graph_box_width / 2,
                                    top + (height - places_.boxes[slot].height) / 2};
      if (row_layer != layer)
        places_.bands.push_back({row_layer, top - row_gap / 2, top + height / 2});
      layer = row_layer;
      tops_.push_back(top);
      bottoms_.push_back(top + height);
      top += height + row_gap;
    }
    places_.height = bottoms_.back() + margin;
  }

  // Leaves room at the left for the names of the layers.
  void shift_to_margin() {
    std::size_t longest = 0;
    for (const std::string& name : graph_.layers)
      longest = std::max(longest, count_code_points(name));
    const double left = margin + static_cast<double>(longest) * letter_width + (longest ? gap : 0);
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    for (const Slot& slot : slots_) {
      least = std::min(least, slot.x - slot.width / 2);
      most = std::max(most, slot.x + slot.width / 2);
    }
    for (Slot& slot : slots_) slot.x += left - least;
    places_.width = left + most - least + margin;
  }

  void set_lines() {
    for (const Chain& chain : chains_) {
      const std::vector<std::size_t>& slots = chain.slots;
      const GraphBox& first = places_.boxes[slots.front()];
      GraphLine line{{}, chain.arrow_up, chain.arrow_down};
      line.points.push_back(
          {port(slots.front(), slots[1], &Slot::down), first.at.y + first.height});
      for (std::size_t i = 1; i + 1 < slots.size(); ++i) {
        const Slot& lane = slots_[slots[i]];
        line.points.push_back({lane.x, tops_[lane.row]});
        line.points.push_back({lane.x, bottoms_[lane.row]});
      }
      line.points.push_back({port(slots.back(), slots[slots.size() - 2], &Slot::up),
                             places_.boxes[slots.back()].at.y});
      places_.lines.push_back(std::move(line));
    }
  }

  // Where an edge meets a box: side by side with the box's other edges, in the order in which these
  // come, so that they do not cross at the box.
  double port(std::size_t node, std::size_t neighbour, Neighbours side) const {
    constexpr double widest = 18;
    const std::vector<std::size_t>& others = slots_[node].*side;
    const auto is_left = [&](std::size_t a, std::size_t b) { return slots_[a].x < slots_[b].x; };
    const auto rank = std::count_if(others.begin(), others.end(),
                                    [&](std::size_t other) { return is_left(other, neighbour); });
    const double step =
        std::min(widest, (graph_box_width - gap) / static_cast<double>(others.size()));
    return slots_[node].x +
           step * (static_cast<double>(rank) - (static_cast<double>(others.size()) - 1) / 2);
  }

  const LayeredGraph& graph_;
  std::vector<std::vector<std::size_t>> rows_;  // of slots, from the left
  std::vector<Slot> slots_;                     // first those of the nodes
  std::vector<Chain> chains_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> chain_of_;  // by the upper, lower node
  std::vector<double> tops_, bottoms_;                                   // of the rows
  GraphPlaces places_;
};

}  // namespace

GraphPlaces place_graph(const LayeredGraph& graph) { return Layout(graph).place(); }

}  // namespace waymark
