// A Markdown text as plain data: a tree of nodes, its links and its headings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace waymark {

enum class NodeKind : std::uint8_t {
  document,
  block_quote,
  alert,  // a block quote that begins with [!NOTE] or the like
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  table,
  table_row,
  table_cell,
  footnote_definition,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
  shortcode,  // inline; or a block, where it is all that its paragraph holds
};

enum class Alignment : std::uint8_t { none, left, center, right };

// Nodes stand in document order, each before its children: the first child of node i is i + 1, and
// its next sibling is nodes[i].end. Footnote definitions are the last children of the document, in
// the order of their numbers, wherever they were written.
struct Node {
  NodeKind kind = NodeKind::document;
  std::uint8_t level = 0;  // heading: 1 to 6; alert: an AlertKind
  bool ordered = false;    // list
  bool tight = false;      // list; and paragraph: it stands in a tight list, so has no <p>
  bool header = false;     // table_row, table_cell
  bool task = false;       // item: has a check box
  bool checked = false;    // item: the box is ticked
  Alignment alignment = Alignment::none;  // table_cell
  std::int32_t start = 1;                 // ordered list: first number; footnote: its number
  std::uint32_t end = 0;                  // one past the last node of this subtree
  std::uint32_t index = 0;  // link, image: in links; heading: in headings; shortcode: in
                            // shortcodes; footnote reference: how
                            // many came before it to the same note; footnote definition: how many
                            // references it has
  std::uint32_t text_begin = 0;  // literal text, code, code block's content: a range of
  std::uint32_t text_end = 0;    // Document::text, in bytes
  std::uint32_t info_begin = 0;  // code block: info string; footnote: its label; quotation: its id
  std::uint32_t info_end = 0;
  Span span;  // where it stands in the file; for inlines as near as cmark-gfm tells
};

enum class AlertKind : std::uint8_t { note, tip, important, warning, caution };

enum class LinkForm : std::uint8_t {
  link,   // [text](url), <url>, [text][reference]
  image,  // ![text](url)
  wiki,   // [[name]], [[name|text]]: the node has no child where no text is
          // given, until link knows the title
};

struct Link {
  std::string url;  // as cmark-gfm cleaned it: unescaped, not yet percent-encoded for HTML; of a
                    // wiki link the name as written: "role:data-scientist#pay"
  std::string title;
  Span span;  // the destination as written, else the link
  LinkForm form = LinkForm::link;
};

// {{< name value key="value" >}}
struct ShortcodeArgument {
  std::string key;  // empty: by its place
  std::string value;
  Span key_span;
  Span span;  // the value, without quotes
};

struct Shortcode {
  std::string name;
  std::vector<ShortcodeArgument> arguments;
  Span name_span;
  Span span;
  bool is_block = false;
  bool tight = false;  // a block in a tight list, whose text has no <p>
};

struct Heading {
  int level = 1;
  std::string text;    // without markup
  std::string anchor;  // unique in the document: GitHub's rule
  Span span;
};

// Owns its text; refers to Sources by span only.
struct Document {
  std::vector<Node> nodes;  // nodes[0] is the document; empty for an empty text
  std::string text;
  std::vector<Link> links;             // in document order
  std::vector<Heading> headings;       // in document order
  std::vector<Shortcode> shortcodes;   // in document order
  std::vector<std::string> block_ids;  // of quotations, which "#^id" leads to

  bool empty() const { return nodes.size() <= 1; }
  std::string_view literal(const Node& node) const {
    return std::string_view(text).substr(node.text_begin, node.text_end - node.text_begin);
  }
  std::string_view info(const Node& node) const {
    return std::string_view(text).substr(node.info_begin, node.info_end - node.info_begin);
  }
};

}  // namespace waymark
