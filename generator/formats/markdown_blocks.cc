// What is ours in the blocks of a Document: alerts, anchors of headings, ids of quotations.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "formats/anchor.h"
#include "formats/markdown_builder.h"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 5> alert_names = {"note", "tip", "important", "warning",
                                                         "caution"};

bool is_anchor_letter(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_'; }

// The page's own ids begin with a capital letter.
bool is_anchor(std::string_view text) {
  return !text.empty() && (text[0] < 'A' || text[0] > 'Z') &&
         std::all_of(text.begin(), text.end(), is_anchor_letter);
}

// "NOTE" of "[!NOTE]", or nothing.
std::string_view alert_name(std::string_view text) {
  if (!text.starts_with("[!") || !text.ends_with("]") || text.size() < 4) return {};
  const std::string_view name = text.substr(2, text.size() - 3);
  return std::all_of(name.begin(), name.end(), is_ascii_letter) ? name : std::string_view();
}

// "^abc123", the last word of the text, or nothing.
std::string_view block_id_of(std::string_view text) {
  text = trim(text);
  const std::size_t caret = text.rfind('^');
  if (caret == text.npos || (caret > 0 && text[caret - 1] != ' ')) return {};
  const std::string_view id = text.substr(caret + 1);
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-';
  });
  return plain ? text.substr(caret) : std::string_view();
}

}  // namespace

// `[!NOTE]`, alone on the first line of a quotation; true where the line break behind it goes too.
bool DocumentBuilder::read_alert(std::uint32_t paragraph) {
  if (!ours_ || !after_text_ || paragraph == 0 || size() != paragraph + 2) return false;
  if (document_.nodes[paragraph].kind != NodeKind::paragraph ||
      document_.nodes[paragraph - 1].kind != NodeKind::block_quote) {
    return false;
  }
  const std::string_view text = document_.literal(document_.nodes.back());
  const std::string_view written = alert_name(text);
  if (written.empty()) return false;
  const auto place = places_.literal(text);
  if (!place) return false;  // behind a backslash
  const auto found = std::find(alert_names.begin(), alert_names.end(), ascii_lower(written));
  if (found == alert_names.end()) {
    out_.warning(global(*place), "no callout is called " + quoted(written))
        .notes.push_back({"write NOTE, TIP, IMPORTANT, WARNING or CAUTION", {}});
    return false;
  }
  Node& node = document_.nodes[paragraph - 1];
  node.kind = NodeKind::alert;
  node.level = static_cast<std::uint8_t>(found - alert_names.begin());
  document_.nodes.pop_back();
  after_text_ = false;
  return true;
}

void DocumentBuilder::close_paragraph(std::uint32_t index) {
  std::vector<Node>& nodes = document_.nodes;
  if (read_alert(index)) nodes.pop_back();  // it held the name of an alert, no more
  ends_in_text_ = after_text_;
  if (size() != index + 2) return;
  if (nodes.back().kind == NodeKind::shortcode) {
    // A shortcode that is all its paragraph holds takes the paragraph's place.
    Shortcode& shortcode = document_.shortcodes[nodes.back().index];
    shortcode.is_block = true;
    shortcode.tight = nodes[index].tight;
    nodes[index] = nodes.back();
    nodes.pop_back();
  } else if (after_text_ && is_after_quotation(index)) {
    const std::string_view text = document_.literal(nodes.back());
    if (block_id_of(text) == text && read_block_id(closed_, nodes[index].span)) nodes.resize(index);
  }
}

bool DocumentBuilder::is_after_quotation(std::uint32_t index) const {
  const Node& before = document_.nodes[closed_];
  return ours_ && before.kind == NodeKind::block_quote && before.end == index &&
         before.info_begin == before.info_end;
}

// ` ^abc123` at the end of the last paragraph, or by itself on the last line.
void DocumentBuilder::close_quotation(std::uint32_t index) {
  std::vector<Node>& nodes = document_.nodes;
  const bool ends_in_text = ends_in_text_ && closed_ < size() && nodes[closed_].end == size() &&
                            nodes[closed_].kind == NodeKind::paragraph;
  if (!ours_ || !ends_in_text || !read_block_id(index, nodes[index].span)) return;
  Node& text = nodes.back();
  const std::string_view left =
      document_.literal(text).substr(0, nodes[index].info_begin - 1 - text.text_begin);
  text.text_end = text.text_begin + static_cast<std::uint32_t>(left.find_last_not_of(' ') + 1);
  if (text.text_begin == text.text_end) nodes.pop_back();
  if (nodes.back().kind == NodeKind::soft_break) nodes.pop_back();
  if (size() == closed_ + 1) {
    nodes.pop_back();  // the paragraph held nothing else
  } else {
    nodes[closed_].end = size();
  }
}

// Whether the last text ends in an id, which then is the quotation's.
bool DocumentBuilder::read_block_id(std::uint32_t quotation, Span written) {
  const Node& text = document_.nodes.back();
  const std::string_view id = block_id_of(document_.literal(text));
  if (id.empty()) return false;
  const auto place = places_.last(local(written), id);
  if (!place) return false;
  const auto end = static_cast<std::uint32_t>(id.data() + id.size() - document_.text.data());
  document_.nodes[quotation].info_begin = end - static_cast<std::uint32_t>(id.size()) + 1;
  document_.nodes[quotation].info_end = end;
  document_.block_ids.emplace_back(id.substr(1));
  const auto [first, is_new] = block_ids_.emplace(id.substr(1), global(*place));
  if (!is_new) {
    out_.error(global(*place), "two quotations have the id " + quoted(id))
        .notes.push_back({"the first is here", first->second});
  }
  return true;
}

void DocumentBuilder::close_heading(std::uint32_t index) {
  Heading& heading = document_.headings[document_.nodes[index].index];
  if (ours_ && after_text_) read_anchor(heading);
  document_.nodes[index].end = size();
  heading.text = plain_text(document_, index);
}

// `{#anchor}` at the end.
void DocumentBuilder::read_anchor(Heading& heading) {
  Node& node = document_.nodes.back();
  const std::string_view text = document_.literal(node);
  const std::size_t open = text.rfind("{#");
  if (open == text.npos || !text.ends_with('}')) return;
  const auto place = places_.last(local(heading.span), text.substr(open));
  if (!place) return;  // behind a backslash
  const std::string_view anchor = text.substr(open + 2, text.size() - open - 3);
  if (!is_anchor(anchor)) {
    out_.error(global(*place), "no anchor can be " + quoted(anchor))
        .notes.push_back(
            {"write {#anchor}: letters, digits, hyphens and underscores, and no capital first",
             {}});
    return;
  }
  heading.anchor = anchor;
  const auto [first, is_new] = anchors_.emplace(heading.anchor, global(*place));
  if (!is_new) {
    out_.error(global(*place), "two headings have the anchor " + quoted(anchor))
        .notes.push_back({"the first is here", first->second});
  }
  node.text_end =
      node.text_begin + static_cast<std::uint32_t>(text.substr(0, open).find_last_not_of(' ') + 1);
  if (node.text_begin == node.text_end) document_.nodes.pop_back();
}

// The anchors that authors set come first, wherever they stand; the others give way.
void DocumentBuilder::name_headings() {
  Anchors anchors;
  for (const auto& [anchor, place] : anchors_) anchors.take(anchor);
  for (Heading& heading : document_.headings) {
    if (heading.anchor.empty()) heading.anchor = anchors.unique(heading.text);
  }
}

}  // namespace waymark
