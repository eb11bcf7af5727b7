#include "formats/markdown.h"

namespace waymark {
namespace {

// One space for each run of white space, none at the start.
void append_words(std::string_view text, std::string& words) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
}

bool is_part_of_a_word(NodeKind kind) {
  return kind == NodeKind::emphasis || kind == NodeKind::strong ||
         kind == NodeKind::strikethrough || kind == NodeKind::link ||
         kind == NodeKind::footnote_reference || kind == NodeKind::shortcode;
}

}  // namespace

std::string_view bare_name(const Document& document, std::uint32_t node) {
  const Node& link = document.nodes[node];
  if (link.kind != NodeKind::link || link.end > node + 1) return {};
  const Link& to = document.links[link.index];
  return to.form == LinkForm::wiki ? std::string_view(to.url) : std::string_view();
}

std::string plain_text(const Document& document) {
  return document.nodes.empty() ? std::string() : plain_text(document, 0);
}

std::string plain_text(const Document& document, std::uint32_t node,
                       const std::vector<std::string>& shortcodes) {
  std::string words;
  for (std::uint32_t i = node; i < document.nodes[node].end;) {
    const Node& current = document.nodes[i];
    if (current.kind == NodeKind::text || current.kind == NodeKind::code) {
      append_words(document.literal(current), words);
    } else if (current.kind == NodeKind::link) {
      append_words(bare_name(document, i), words);
    } else if (current.kind == NodeKind::shortcode && !shortcodes.empty()) {
      append_words(shortcodes[current.index], words);
    } else if (!is_part_of_a_word(current.kind) && current.kind != NodeKind::image &&
               current.kind != NodeKind::html_inline) {
      append_words(" ", words);
    }
    i = current.kind == NodeKind::image ? current.end : i + 1;
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace waymark
