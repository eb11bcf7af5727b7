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

#include "formats/markdown.h"
#include "formats/markdown_builder.h"

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

// Tells a DocumentBuilder cmark-gfm's tree in one walk, without recursion.
class Walk {
 public:
  Walk(std::string_view text, Span span, RawHtml raw_html, Dialect dialect, Diagnostics& out)
      : raw_html_(raw_html), out_(out), builder_(text, span, dialect, out) {}

  Document run() {
    const Owned<cmark_node> root = parse(builder_.text());
    const Owned<cmark_iter> iterator(cmark_iter_new(root.get()));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        builder_.close();
      }
    }
    name_footnotes();
    return builder_.finish();
  }

 private:
  void enter(cmark_node* from) {
    const NodeKind kind = kind_of(from);
    const Span span = span_of(from);
    switch (kind) {
      case NodeKind::text:
        builder_.add_text(view(cmark_node_get_literal(from)), span);
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break:
        builder_.add_break(kind, span);
        break;
      case NodeKind::html_block:
      case NodeKind::html_inline:
        read_html(from, kind, span);
        break;
      case NodeKind::code_block:
        builder_.places().exclude(builder_.local(span));
        [[fallthrough]];
      case NodeKind::code:
      case NodeKind::thematic_break:
        read_literal(from, builder_.add_leaf(kind, span));
        break;
      case NodeKind::link:
      case NodeKind::image:
        builder_.open_link(kind, span, view(cmark_node_get_url(from)),
                           view(cmark_node_get_title(from)));
        break;
      case NodeKind::heading:
        builder_.open_heading(cmark_node_get_heading_level(from), span);
        break;
      default:
        read_container(from, builder_.open(kind, span));
    }
  }

  void read_literal(cmark_node* from, Node& node) {
    if (node.kind == NodeKind::code_block) {
      builder_.store(view(cmark_node_get_fence_info(from)), node.info_begin, node.info_end);
    }
    builder_.store(view(cmark_node_get_literal(from)), node.text_begin, node.text_end);
  }

  // What the kinds have of their own.
  void read_container(cmark_node* from, Node& node) {
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
        node.tight = builder_.around(1).kind == NodeKind::item && builder_.around(2).tight;
        break;
      case NodeKind::table:
      case NodeKind::table_row:
      case NodeKind::table_cell:
        read_table(from, node);
        break;
      case NodeKind::footnote_definition:
      case NodeKind::footnote_reference:
        read_footnote(from, node);
        break;
      default:
        break;
    }
  }

  void read_table(cmark_node* from, Node& node) {
    if (node.kind == NodeKind::table) {
      const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(from);
      alignments_.assign(letters, letters + cmark_gfm_extensions_get_table_columns(from));
    } else if (node.kind == NodeKind::table_row) {
      node.header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
      column_ = 0;
    } else {
      node.header = builder_.around(1).header;
      if (column_ < alignments_.size()) node.alignment = alignment_of(alignments_[column_]);
      ++column_;
    }
  }

  void read_footnote(cmark_node* from, Node& node) {
    if (node.kind == NodeKind::footnote_definition) {
      const std::string_view label =
          footnote_label(cmark_node_get_start_line(from), cmark_node_get_start_column(from));
      builder_.store(label, node.info_begin, node.info_end);
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
  std::string_view footnote_label(int line, int column) {
    const std::string_view before =
        builder_.places().line(line).substr(0, static_cast<std::size_t>(std::max(column, 1)) - 1);
    const std::size_t close = std::min(before.rfind("]:"), before.size());
    const std::size_t bracket = before.substr(0, close).find_last_of(" \t]");
    const std::size_t open = before.find("[^", bracket == before.npos ? 0 : bracket);
    if (open == before.npos || open > close) return {};
    return before.substr(open + 2, close - open - 2);
  }

  // References stand before the definitions, so they learn labels and counts at the end.
  void name_footnotes() {
    if (footnotes_.empty()) return;
    for (Node& node : builder_.nodes()) {
      const auto number = static_cast<std::size_t>(node.start);
      if (node.kind == NodeKind::footnote_definition) {
        node.index = number < references_.size() ? references_[number] : 0;
      } else if (node.kind == NodeKind::footnote_reference && number <= footnotes_.size()) {
        std::tie(node.info_begin, node.info_end) = footnotes_[number - 1];
      }
    }
  }

  void read_html(cmark_node* from, NodeKind kind, Span span) {
    const std::string_view html = view(cmark_node_get_literal(from));
    if (kind == NodeKind::html_block) {
      builder_.places().exclude(builder_.local(span));
    } else if (const auto place = builder_.places().literal(html)) {
      span = builder_.global(*place);
    }
    if (raw_html_ == RawHtml::allowed) {
      read_literal(from, builder_.add_leaf(kind, span));
      return;
    }
    builder_.end_text();
    // A closing tag was said with its opening one.
    if (html.starts_with("</") || is_comment(html)) return;
    out_.warning(span, "raw HTML is not shown")
        .notes.push_back({"write it in Markdown, or between backquotes to show it as it is", {}});
  }

  static bool is_comment(std::string_view html) {
    const std::size_t begin = html.find_first_not_of(" \t\r\n");
    if (begin == html.npos || !html.substr(begin).starts_with("<!--")) return false;
    const std::size_t end = html.find("-->", begin);
    return end == html.npos || html.find_first_not_of(" \t\r\n", end + 3) == html.npos;
  }

  // Where cmark-gfm puts the node; line breaks and the like have no place but their parent's.
  Span span_of(cmark_node* from) {
    const int line = cmark_node_get_start_line(from);
    if (line == 0) return builder_.place();
    const std::size_t begin = builder_.places().offset(line, cmark_node_get_start_column(from));
    const std::size_t end = builder_.places().offset(cmark_node_get_end_line(from),
                                                     cmark_node_get_end_column(from) + 1);
    return builder_.global({begin, std::max(begin, end)});
  }

  RawHtml raw_html_;
  Diagnostics& out_;
  DocumentBuilder builder_;
  std::vector<std::uint8_t> alignments_;   // of the current table's columns
  std::size_t column_ = 0;                 // of the next cell
  std::vector<std::uint32_t> references_;  // how many, by a footnote's number
  std::vector<std::pair<std::uint32_t, std::uint32_t>> footnotes_;  // labels, by number - 1
};

}  // namespace

Document parse_markdown(const Sources& sources, Span span, RawHtml raw_html, Diagnostics& out,
                        Dialect dialect) {
  return Walk(sources.text(span), span, raw_html, dialect, out).run();
}

}  // namespace waymark
