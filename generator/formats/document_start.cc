#include "formats/document_start.h"

#include "base/letters.h"

namespace waymark {

std::optional<std::uint32_t> first_text(const Document& document) {
  for (std::uint32_t block = 1; block < document.nodes.size(); block = document.nodes[block].end) {
    if (document.nodes[block].kind != NodeKind::paragraph) continue;
    for (std::uint32_t i = block + 1; i < document.nodes[block].end; ++i)
      if (document.nodes[i].kind == NodeKind::image)
        i = document.nodes[i].end - 1;
      else if (document.nodes[i].kind == NodeKind::text)
        return i;
  }
  return std::nullopt;
}

void drop_repeated_title(Document& document, const std::string& title) {
  std::vector<Node>& nodes = document.nodes;
  const bool begins_with_it = document.nodes.size() > 1 && nodes[1].kind == NodeKind::heading &&
                              folded(document.headings.front().text) == folded(title);
  if (!begins_with_it) return;
  const std::uint32_t dropped = nodes[1].end - 1;
  nodes.erase(nodes.begin() + 1, nodes.begin() + nodes[1].end);
  document.headings.erase(document.headings.begin());
  for (Node& node : nodes) {
    node.end -= dropped;
    if (node.kind == NodeKind::heading) --node.index;
  }
}

}  // namespace waymark
