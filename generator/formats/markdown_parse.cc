#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "formats/anchor.h"
#include "formats/markdown.h"
#include "formats/markdown_places.h"

namespace waymark {
namespace {

struct Free {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::array<cmark_syntax_extension*, 4> extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  return {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
          cmark_find_syntax_extension("autolink"), cmark_find_syntax_extension("tasklist")};
}

Owned<cmark_node> parse(std::string_view text) {
  static const std::array<cmark_syntax_extension*, 4> attached = extensions();
  const Owned<cmark_parser> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8));
  for (cmark_syntax_extension* extension : attached) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  // The inline parser sets the extensions' special characters in a global table and clears them
  // when it ends, under the feet of other threads.
  static std::mutex special_characters;
  const std::lock_guard<std::mutex> turn(special_characters);
  return Owned<cmark_node>(cmark_parser_finish(parser.get()));
}

std::string_view view(const char* text) { return text == nullptr ? "" : text; }

// Extensions' node types have numbers only at run time, but fixed names.
NodeKind extension_kind(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return NodeKind::table;
  if (name == "table_header" || name == "table_row") return NodeKind::table_row;
  if (name == "table_cell") return NodeKind::table_cell;
  return NodeKind::strikethrough;
}

NodeKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::block_quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::footnote_definition;
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::line_break;
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::html_inline;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::footnote_reference;
    default:
      return extension_kind(node);
  }
}

bool is_leaf(NodeKind kind) {
  switch (kind) {
    case NodeKind::code_block:
    case NodeKind::html_block:
    case NodeKind::thematic_break:
    case NodeKind::text:
    case NodeKind::soft_break:
    case NodeKind::line_break:
    case NodeKind::code:
    case NodeKind::html_inline:
      return true;
    default:
      return false;
  }
}

Alignment alignment_of(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

// Turns cmark-gfm's tree into a Document in one walk, without recursion.
class Builder {
 public:
  Builder(const Sources& sources, Span span, RawHtml raw_html, Diagnostics& out)
      : source_(sources.text(span)),
        span_(span),
        raw_html_(raw_html),
        out_(out),
        places_(source_) {}

  Document build() {
    const Owned<cmark_node> root = parse(source_);
    const Owned<cmark_iter> iterator(cmark_iter_new(root.get()));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave();
      }
    }
    find_definitions();
    name_footnotes();
    if (document_.nodes.size() == 1) document_.nodes.clear();
    return std::move(document_);
  }

 private:
  Node& parent() { return document_.nodes[open_.back()]; }

  void enter(cmark_node* from) {
    const NodeKind kind = kind_of(from);
    const Span span = span_of(from);
    if (kind == NodeKind::html_block || kind == NodeKind::html_inline) {
      if (refuses_html(kind, view(cmark_node_get_literal(from)), span)) return;
    }
    if (kind == NodeKind::text && extends_text(from, span)) return;
    const auto index = static_cast<std::uint32_t>(document_.nodes.size());
    Node& node = document_.nodes.emplace_back();
    node.kind = kind;
    node.span = span;
    read(from, node);
    if (is_leaf(kind)) {
      node.end = index + 1;
    } else {
      open_.push_back(index);
    }
  }

  void leave() {
    Node& node = parent();
    node.end = static_cast<std::uint32_t>(document_.nodes.size());
    if (node.kind == NodeKind::link || node.kind == NodeKind::image) {
      find_destination(node);
    } else if (node.kind == NodeKind::heading) {
      Heading& heading = document_.headings[node.index];
      heading.text = plain_text(document_, open_.back());
      heading.anchor = anchors_.unique(heading.text);
    }
    open_.pop_back();
  }

  // What the kinds have of their own.
  void read(cmark_node* from, Node& node) {
    switch (node.kind) {
      case NodeKind::list:
        node.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
        node.tight = cmark_node_get_list_tight(from) != 0;
        node.start = cmark_node_get_list_start(from);
        break;
      case NodeKind::item:
        node.task = view(cmark_node_get_type_string(from)) == "tasklist";
        node.checked = cmark_gfm_extensions_get_tasklist_item_checked(from);
        break;
      case NodeKind::paragraph:
        node.tight =
            parent().kind == NodeKind::item && document_.nodes[open_[open_.size() - 2]].tight;
        enter_block(node.span);
        break;
      case NodeKind::heading:
        read_heading(from, node);
        break;
      case NodeKind::table:
      case NodeKind::table_row:
      case NodeKind::table_cell:
        read_table(from, node);
        break;
      case NodeKind::link:
      case NodeKind::image:
        node.index = static_cast<std::uint32_t>(document_.links.size());
        document_.links.push_back(
            {std::string(view(cmark_node_get_url(from))),
             std::string(view(cmark_node_get_title(from))), node.span,
             node.kind == NodeKind::image ? LinkForm::image : LinkForm::link});
        break;
      case NodeKind::footnote_definition:
      case NodeKind::footnote_reference:
        read_footnote(from, node);
        break;
      case NodeKind::code_block:
        add_text(view(cmark_node_get_fence_info(from)), node.info_begin, node.info_end);
        places_.exclude(local(node.span));
        [[fallthrough]];
      default:
        add_text(view(cmark_node_get_literal(from)), node.text_begin, node.text_end);
    }
  }

  void read_heading(cmark_node* from, Node& node) {
    node.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(from));
    node.index = static_cast<std::uint32_t>(document_.headings.size());
    document_.headings.push_back({node.level, {}, {}, node.span});
    enter_block(node.span);
  }

  void read_table(cmark_node* from, Node& node) {
    if (node.kind == NodeKind::table) {
      const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(from);
      alignments_.assign(letters, letters + cmark_gfm_extensions_get_table_columns(from));
    } else if (node.kind == NodeKind::table_row) {
      node.header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
      column_ = 0;
    } else {
      node.header = parent().header;
      if (column_ < alignments_.size()) node.alignment = alignment_of(alignments_[column_]);
      ++column_;
      enter_block(node.span);
    }
  }

  void read_footnote(cmark_node* from, Node& node) {
    if (node.kind == NodeKind::footnote_definition) {
      const std::string_view label =
          footnote_label(cmark_node_get_start_line(from), cmark_node_get_start_column(from));
      add_text(label, node.info_begin, node.info_end);
      footnotes_.emplace_back(node.info_begin, node.info_end);
      node.start = static_cast<std::int32_t>(footnotes_.size());
      return;
    }
    const std::string_view number = view(cmark_node_get_literal(from));
    std::from_chars(number.data(), number.data() + number.size(), node.start);
    const auto index = static_cast<std::size_t>(node.start);
    if (index >= references_.size()) references_.resize(index + 1, 0);
    node.index = references_[index]++;
  }

  // cmark-gfm does not tell it: `label` of "[^label]:", which stands before the note's content.
  std::string_view footnote_label(int line, int column) const {
    const std::string_view before =
        places_.line(line).substr(0, static_cast<std::size_t>(std::max(column, 1)) - 1);
    const std::size_t close = std::min(before.rfind("]:"), before.size());
    const std::size_t bracket = before.substr(0, close).find_last_of(" \t]");
    const std::size_t open = before.find("[^", bracket == before.npos ? 0 : bracket);
    if (open == before.npos || open > close) return {};
    return before.substr(open + 2, close - open - 2);
  }

  // References stand before the definitions, so they learn labels and counts at the end.
  void name_footnotes() {
    if (footnotes_.empty()) return;
    for (Node& node : document_.nodes) {
      const auto number = static_cast<std::size_t>(node.start);
      if (node.kind == NodeKind::footnote_definition) {
        node.index = number < references_.size() ? references_[number] : 0;
      } else if (node.kind == NodeKind::footnote_reference && number <= footnotes_.size()) {
        std::tie(node.info_begin, node.info_end) = footnotes_[number - 1];
      }
    }
  }

  bool refuses_html(NodeKind kind, std::string_view html, Span span) {
    if (kind == NodeKind::html_block) {
      places_.exclude(local(span));
    } else if (const auto place = places_.literal(html)) {
      span = global(*place);
    }
    if (raw_html_ == RawHtml::allowed) return false;
    // A closing tag was said with its opening one.
    if (html.starts_with("</") || is_comment(html)) return true;
    out_.warning(span, "raw HTML is not shown")
        .notes.push_back({"write it in Markdown, or between backquotes to show it as it is", {}});
    return true;
  }

  // cmark-gfm cuts text wherever something special might have begun.
  bool extends_text(cmark_node* from, Span span) {
    cmark_node* previous = cmark_node_previous(from);
    if (previous == nullptr || cmark_node_get_type(previous) != CMARK_NODE_TEXT) return false;
    Node& node = document_.nodes.back();
    document_.text += view(cmark_node_get_literal(from));
    node.text_end = static_cast<std::uint32_t>(document_.text.size());
    node.span.end = std::max(node.span.end, span.end);
    return true;
  }

  void find_destination(const Node& node) {
    Link& link = document_.links[node.index];
    std::string_view bare;  // what an autolink is written as
    const auto child = static_cast<std::size_t>(&node - document_.nodes.data()) + 1;
    if (node.end == child + 1 && document_.nodes[child].kind == NodeKind::text) {
      const std::string_view text = document_.literal(document_.nodes[child]);
      if (link.url.ends_with(text)) bare = text;
    }
    if (const auto place = places_.destination(link.url, bare)) {
      link.span = global(*place);
    } else {
      elsewhere_.push_back(node.index);
    }
  }

  void find_definitions() {
    for (const std::uint32_t index : elsewhere_) {
      Link& link = document_.links[index];
      if (const auto place = places_.definition(link.url)) link.span = global(*place);
    }
  }

  static bool is_comment(std::string_view html) {
    const std::size_t begin = html.find_first_not_of(" \t\r\n");
    if (begin == html.npos || !html.substr(begin).starts_with("<!--")) return false;
    const std::size_t end = html.find("-->", begin);
    return end == html.npos || html.find_first_not_of(" \t\r\n", end + 3) == html.npos;
  }

  void enter_block(Span span) { places_.enter_block(local(span)); }

  ByteRange local(Span span) const { return {span.begin - span_.begin, span.end - span_.begin}; }
  Span global(ByteRange range) const {
    return {span_.source, span_.begin + static_cast<std::uint32_t>(range.begin),
            span_.begin + static_cast<std::uint32_t>(range.end)};
  }

  // Where cmark-gfm puts the node; line breaks and the like have no place but their parent's.
  Span span_of(cmark_node* from) {
    const int line = cmark_node_get_start_line(from);
    if (line == 0) return open_.empty() ? span_ : parent().span;
    const std::size_t begin = places_.offset(line, cmark_node_get_start_column(from));
    const std::size_t end =
        places_.offset(cmark_node_get_end_line(from), cmark_node_get_end_column(from) + 1);
    return global({begin, std::max(begin, end)});
  }

  void add_text(std::string_view text, std::uint32_t& begin, std::uint32_t& end) {
    begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += text;
    end = static_cast<std::uint32_t>(document_.text.size());
  }

  std::string_view source_;
  Span span_;
  RawHtml raw_html_;
  Diagnostics& out_;
  MarkdownPlaces places_;
  Anchors anchors_;
  Document document_;
  std::vector<std::uint32_t> open_;        // the nodes around the current one
  std::vector<std::uint8_t> alignments_;   // of the current table's columns
  std::size_t column_ = 0;                 // of the next cell
  std::vector<std::uint32_t> elsewhere_;   // links whose destination is not written in them
  std::vector<std::uint32_t> references_;  // how many, by a footnote's number
  std::vector<std::pair<std::uint32_t, std::uint32_t>> footnotes_;  // labels, by number - 1
};

}  // namespace

Document parse_markdown(const Sources& sources, Span span, RawHtml raw_html, Diagnostics& out) {
  return Builder(sources, span, raw_html, out).build();
}

}  // namespace waymark
