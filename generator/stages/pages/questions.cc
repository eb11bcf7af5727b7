#include "stages/pages/questions.h"

#include "formats/markdown.h"
#include "stages/pages/shortcodes.h"

namespace waymark {
namespace {

constexpr std::size_t fewest = 2;

// The text of the blocks behind a heading.
std::string answer_of(const Document& document, const std::vector<std::string>& shortcodes,
                      std::uint32_t heading) {
  std::string answer;
  for (std::uint32_t i = document.nodes[heading].end; i < document.nodes[0].end;
       i = document.nodes[i].end) {
    const Node& block = document.nodes[i];
    const bool is_next =
        block.kind == NodeKind::heading && block.level <= document.nodes[heading].level;
    if (is_next || block.kind == NodeKind::footnote_definition) break;
    const std::string text = plain_text(document, i, shortcodes);
    if (!answer.empty() && !text.empty()) answer += ' ';
    answer += text;
  }
  return answer;
}

}  // namespace

std::vector<Question> questions(const Site& site, const Body& body) {
  const Document& document = body.document;
  if (document.empty()) return {};
  const std::vector<std::string> shortcodes = shortcode_texts(site, body);
  std::vector<Question> found;
  for (std::uint32_t i = 1; i < document.nodes[0].end; i = document.nodes[i].end) {
    const Node& block = document.nodes[i];
    if (block.kind != NodeKind::heading) continue;
    const std::string& text = document.headings[block.index].text;
    if (!text.ends_with('?')) continue;
    std::string answer = answer_of(document, shortcodes, i);
    if (!answer.empty()) found.push_back({text, std::move(answer)});
  }
  if (found.size() < fewest) found.clear();
  return found;
}

}  // namespace waymark
