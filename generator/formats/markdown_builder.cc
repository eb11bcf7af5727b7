#include "formats/markdown_builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/anchor.h"
#include "formats/markdown_foreign.h"

namespace waymark {

DocumentBuilder::DocumentBuilder(std::string_view text, Span span, Dialect dialect,
                                 Diagnostics& out)
    : span_(span),
      ours_(dialect == Dialect::site),
      out_(out),
      marks_(text, span, dialect),
      places_(marks_.hidden()) {}

const Node& DocumentBuilder::around(std::size_t outwards) const {
  return document_.nodes[open_[open_.size() - 1 - outwards]];
}

Node& DocumentBuilder::open(NodeKind kind, Span span) {
  open_.push_back(size());
  if (kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell) {
    places_.enter_block(local(span));
  }
  return add_leaf(kind, span);
}

Node& DocumentBuilder::add_leaf(NodeKind kind, Span span) {
  after_text_ = false;
  Node& node = document_.nodes.emplace_back();
  node.kind = kind;
  node.span = span;
  node.end = size();
  return node;
}

void DocumentBuilder::store(std::string_view text, std::uint32_t& begin, std::uint32_t& end) {
  begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += marks_.shown(text);
  end = static_cast<std::uint32_t>(document_.text.size());
}

void DocumentBuilder::open_link(NodeKind kind, Span span, std::string_view url,
                                std::string_view title) {
  ++links_open_;
  if (kind == NodeKind::image) ++images_open_;
  open(kind, span).index = static_cast<std::uint32_t>(document_.links.size());
  document_.links.push_back({std::string(url), marks_.shown(title), span,
                             kind == NodeKind::image ? LinkForm::image : LinkForm::link});
}

void DocumentBuilder::open_heading(int level, Span span) {
  Node& node = open(NodeKind::heading, span);
  node.level = static_cast<std::uint8_t>(level);
  node.index = static_cast<std::uint32_t>(document_.headings.size());
  document_.headings.push_back({level, {}, {}, span});
}

void DocumentBuilder::add_break(NodeKind kind, Span span) {
  if (!read_alert(open_.back())) add_leaf(kind, span);
}

// The parser cuts text wherever something special might have begun: here it is one again, but for
// our own marks.
void DocumentBuilder::add_text(std::string_view text, Span span) {
  std::size_t begin = 0;
  for (auto place = marks_.find(text, 0); place; place = marks_.find(text, begin)) {
    const Span mark = sub_span(span_, place->mark->begin, place->mark->end);
    append_text(text.substr(begin, place->begin - begin),
                {span.source, std::min(span.begin, mark.begin), mark.begin});
    add_mark(*place->mark);
    span.begin = mark.end;
    span.end = std::max(span.end, mark.end);
    begin = place->end;
  }
  append_text(text.substr(begin), span);
}

void DocumentBuilder::append_text(std::string_view text, Span span) {
  if (text.empty()) return;
  if (!after_text_) {
    Node& node = add_leaf(NodeKind::text, span);
    node.text_begin = static_cast<std::uint32_t>(document_.text.size());
  }
  after_text_ = true;
  Node& node = document_.nodes.back();
  document_.text += text;
  node.text_end = static_cast<std::uint32_t>(document_.text.size());
  node.span.end = std::max(node.span.end, span.end);
}

void DocumentBuilder::add_mark(const Mark& mark) {
  const Span span = sub_span(span_, mark.begin, mark.end);
  if (mark.kind == MarkKind::broken) {
    Diagnostic& error = out_.error(mark.message_span, mark.message);
    if (!mark.note.empty()) error.notes.push_back({mark.note, {}});
    append_text(marks_.written(mark), span);
  } else if (mark.kind == MarkKind::liquid) {
    out_.warning(span, "Liquid is not read here: this is shown as it stands")
        .notes.push_back({"write it in Markdown, or between backquotes where it is meant", {}});
    append_text(marks_.written(mark), span);
  } else if (mark.kind == MarkKind::literal) {
    append_text(mark.text, span);
  } else if (mark.kind == MarkKind::shortcode) {
    add_shortcode(mark);
  } else if (links_open_ > 0) {
    append_text(marks_.written(mark), span);
  } else {
    add_wiki_link(mark);
  }
}

void DocumentBuilder::add_shortcode(const Mark& mark) {
  if (images_open_ > 0) {
    out_.error(mark.shortcode.span, "an image's text cannot hold a shortcode");
    return;
  }
  if (add_figure(mark.shortcode)) return;
  add_leaf(NodeKind::shortcode, mark.shortcode.span).index =
      static_cast<std::uint32_t>(document_.shortcodes.size());
  document_.shortcodes.push_back(mark.shortcode);
}

// Hugo's figure is an image, and its caption the line below it.
bool DocumentBuilder::add_figure(const Shortcode& shortcode) {
  const ShortcodeArgument* source = argument(shortcode, "src");
  if (shortcode.name != "figure" || source == nullptr) return false;
  const ShortcodeArgument* caption = argument(shortcode, "caption");
  if (caption == nullptr) caption = argument(shortcode, "title");
  const ShortcodeArgument* shown = argument(shortcode, "alt");
  if (shown == nullptr) shown = caption;
  document_.links.push_back({source->value, {}, source->span, LinkForm::image});
  add_around_text(NodeKind::image, shown == nullptr ? "" : shown->value, shortcode.span).index =
      static_cast<std::uint32_t>(document_.links.size() - 1);
  if (caption == nullptr) return true;
  add_leaf(NodeKind::line_break, shortcode.span);
  add_around_text(NodeKind::emphasis, caption->value, shortcode.span);
  return true;
}

Node& DocumentBuilder::add_around_text(NodeKind kind, std::string_view text, Span span) {
  add_leaf(kind, span);
  const std::size_t at = document_.nodes.size() - 1;
  append_text(text, span);
  after_text_ = false;
  document_.nodes[at].end = size();
  return document_.nodes[at];
}

void DocumentBuilder::add_wiki_link(const Mark& mark) {
  document_.links.push_back({mark.name, {}, mark.name_span, LinkForm::wiki});
  add_around_text(NodeKind::link, mark.text, sub_span(span_, mark.begin, mark.end)).index =
      static_cast<std::uint32_t>(document_.links.size() - 1);
}

void DocumentBuilder::close() {
  const std::uint32_t index = open_.back();
  open_.pop_back();
  document_.nodes[index].end = size();
  switch (document_.nodes[index].kind) {
    case NodeKind::link:
    case NodeKind::image:
      close_link(index);
      break;
    case NodeKind::heading:
      close_heading(index);
      break;
    case NodeKind::paragraph:
      close_paragraph(index);
      break;
    case NodeKind::block_quote:
      close_quotation(index);
      break;
    default:
      break;
  }
  if (index < size()) document_.nodes[index].end = size();
  after_text_ = false;
  closed_ = index;
}

void DocumentBuilder::close_link(std::uint32_t index) {
  const Node& node = document_.nodes[index];
  --links_open_;
  if (node.kind == NodeKind::image) --images_open_;
  Link& link = document_.links[node.index];
  std::string_view bare;  // what an autolink is written as
  if (node.end == index + 2 && document_.nodes[index + 1].kind == NodeKind::text) {
    const std::string_view text = document_.literal(document_.nodes[index + 1]);
    if (link.url.ends_with(text)) bare = text;
  }
  if (const auto place = places_.destination(link.url, bare)) {
    link.span = global(*place);
  } else {
    elsewhere_.push_back(node.index);
  }
}

Document DocumentBuilder::finish() {
  for (const std::uint32_t index : elsewhere_) {
    Link& link = document_.links[index];
    if (const auto place = places_.definition(link.url)) link.span = global(*place);
  }
  for (Link& link : document_.links) link.url = without_ref(marks_.shown(link.url));
  name_headings();
  if (document_.nodes.size() == 1) document_.nodes.clear();
  return std::move(document_);
}

}  // namespace waymark
