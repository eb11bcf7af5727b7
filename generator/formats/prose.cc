#include "formats/prose.h"

#include <algorithm>

#include "formats/markdown.h"

namespace waymark {

namespace {

constexpr char opaque = '\x1F';

bool is_inline_container(NodeKind kind) {
  return kind == NodeKind::emphasis || kind == NodeKind::strong || kind == NodeKind::strikethrough;
}

// Copies the nodes of a document, with links around some of its text.
class Inserter {
 public:
  Inserter(Document& document, const std::vector<NewLink>& links)
      : document_(document), links_(links) {}

  void run() {
    const std::vector<Node>& old = document_.nodes;
    nodes_.reserve(old.size() + 3 * links_.size());
    while (next_ < links_.size()) {
      if (!is_open_) copy_until(links_[next_].begin.node);
      split(old[at_], at_);
      ++at_;
    }
    copy_until(static_cast<std::uint32_t>(old.size()));
    for (const std::uint32_t node : wide_) nodes_[node].end += shift_of(nodes_[node].end);
    document_.nodes = std::move(nodes_);
  }

 private:
  // From the old place `begin` on, nodes have moved by so much.
  struct Shift {
    std::uint32_t begin = 0;
    std::uint32_t by = 0;
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  void copy_until(std::uint32_t to) {
    const std::vector<Node>& old = document_.nodes;
    const std::uint32_t shift = size() - at_;
    shifts_.push_back({at_, shift});
    nodes_.insert(nodes_.end(), old.begin() + at_, old.begin() + to);
    for (; at_ < to; ++at_) {
      if (old[at_].end <= to)
        nodes_[at_ + shift].end += shift;
      else
        wide_.push_back(at_ + shift);
    }
  }
  std::uint32_t shift_of(std::uint32_t old) const {
    const auto after =
        std::upper_bound(shifts_.begin(), shifts_.end(), old,
                         [](std::uint32_t place, const Shift& s) { return place < s.begin; });
    return (after - 1)->by;
  }

  // Text or a soft break, with all links that begin or end in it.
  void split(const Node& node, std::uint32_t index) {
    const std::uint32_t length = node.text_end - node.text_begin;
    std::uint32_t at = 0;
    const auto copy_until = [&](std::uint32_t to) {
      add_text(node, at, to);
      at = to;
    };
    while (is_open_ || (next_ < links_.size() && links_[next_].begin.node == index)) {
      if (!is_open_) {
        copy_until(links_[next_].begin.offset);
        open();
      }
      const TextPlace end = links_[next_].end;
      if (end.node != index) break;
      copy_until(end.offset);
      close();
    }
    if (node.kind == NodeKind::text)
      copy_until(length);
    else
      add(node);
  }

  void add(Node node) {
    node.end = size() + 1;
    nodes_.push_back(node);
  }
  void add_text(Node node, std::uint32_t from, std::uint32_t to) {
    if (from == to) return;
    node.text_end = node.text_begin + to;
    node.text_begin += from;
    add(node);
  }

  void open() {
    is_open_ = true;
    open_ = size();
    Node link;
    link.kind = NodeKind::link;
    link.index = static_cast<std::uint32_t>(document_.links.size());
    link.span = links_[next_].link.span;
    nodes_.push_back(link);
    document_.links.push_back(links_[next_].link);
  }
  void close() {
    is_open_ = false;
    nodes_[open_].end = size();
    ++next_;
  }

  Document& document_;
  const std::vector<NewLink>& links_;
  std::size_t next_ = 0;  // the first link that is not closed
  bool is_open_ = false;
  std::uint32_t open_ = 0;  // its node
  std::uint32_t at_ = 0;    // the old node to copy next
  std::vector<Node> nodes_;
  std::vector<Shift> shifts_;
  std::vector<std::uint32_t> wide_;  // copied nodes whose `end` is still an old place
};

}  // namespace

void Prose::read(const Document& document, std::uint32_t block) {
  text_.clear();
  pieces_.clear();
  std::vector<std::uint32_t> open;  // where the emphasis around the node ends
  std::uint32_t siblings = 0;
  for (std::uint32_t i = block + 1; i < document.nodes[block].end;) {
    for (; !open.empty() && open.back() <= i; open.pop_back()) ++siblings;
    const Node& node = document.nodes[i];
    if (is_inline_container(node.kind)) {
      open.push_back(node.end);
      ++siblings;
      ++i;
      continue;
    }
    pieces_.push_back({i, siblings, text_.size()});
    if (node.kind == NodeKind::text)
      text_ += document.literal(node);
    else
      text_ += node.kind == NodeKind::soft_break ? ' ' : opaque;
    i = node.end;
  }
}

const Prose::Piece& Prose::piece_at(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t x, const Piece& p) { return x < p.begin; });
  return *(after - 1);
}

bool Prose::can_be_link(std::size_t begin, std::size_t end) const {
  const std::string_view words = std::string_view(text_).substr(begin, end - begin);
  return piece_at(begin).siblings == piece_at(end - 1).siblings &&
         words.find(opaque) == std::string_view::npos;
}

TextPlace Prose::first(std::size_t begin) const {
  const Piece& piece = piece_at(begin);
  return {piece.node, static_cast<std::uint32_t>(begin - piece.begin)};
}

TextPlace Prose::last(std::size_t end) const {
  const Piece& piece = piece_at(end - 1);
  return {piece.node, static_cast<std::uint32_t>(end - piece.begin)};
}

std::vector<std::uint32_t> prose_blocks(const Document& document) {
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t i = 0; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    if (node.kind == NodeKind::paragraph || (node.kind == NodeKind::table_cell && !node.header))
      blocks.push_back(i);
  }
  return blocks;
}

void fill_links(Document& document, const std::vector<std::string>& texts) {
  const std::vector<Node> old = std::move(document.nodes);
  std::vector<Node>& nodes = document.nodes;
  nodes.clear();
  std::vector<std::uint32_t> moved;  // from the old place to the new one
  for (const Node& node : old) {
    moved.push_back(static_cast<std::uint32_t>(nodes.size()));
    nodes.push_back(node);
    const bool is_empty = node.kind == NodeKind::link && node.end == moved.size();
    if (!is_empty || texts[node.index].empty()) continue;
    Node text;
    text.kind = NodeKind::text;
    text.span = node.span;
    text.text_begin = static_cast<std::uint32_t>(document.text.size());
    document.text += texts[node.index];
    text.text_end = static_cast<std::uint32_t>(document.text.size());
    text.end = static_cast<std::uint32_t>(nodes.size()) + 1;
    nodes.push_back(text);
  }
  moved.push_back(static_cast<std::uint32_t>(nodes.size()));
  for (std::size_t i = 0; i < old.size(); ++i) nodes[moved[i]].end = moved[old[i].end];
  for (std::uint32_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].kind == NodeKind::heading)
      document.headings[nodes[i].index].text = plain_text(document, i);
}

void insert_links(Document& document, const std::vector<NewLink>& links) {
  if (!links.empty()) Inserter(document, links).run();
}

}  // namespace waymark
