// Puts a Document together from what the Markdown parser tells, node by node, and reads in it what
// is ours: shortcodes, wiki links, alerts, anchors of headings, ids of quotations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "formats/document.h"
#include "formats/markdown.h"
#include "formats/markdown_marks.h"
#include "formats/markdown_places.h"

namespace waymark {

class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view text, Span span, Dialect dialect, Diagnostics& out);

  // What the parser is to read, and where things are written in it.
  std::string_view text() const { return marks_.hidden(); }
  MarkdownPlaces& places() { return places_; }
  Span global(ByteRange range) const { return sub_span(span_, range.begin, range.end); }
  ByteRange local(Span span) const { return {span.begin - span_.begin, span.end - span_.begin}; }

  // Everything added until `close` stands inside. References hold until the next call.
  Node& open(NodeKind kind, Span span);
  void open_link(NodeKind kind, Span span, std::string_view url, std::string_view title);
  void open_heading(int level, Span span);
  void close();
  Node& add_leaf(NodeKind kind, Span span);
  void add_break(NodeKind kind, Span span);
  void add_text(std::string_view text, Span span);
  // What is added next is no part of the text before it.
  void end_text() { after_text_ = false; }

  // Keeps a text in the Document: its range there.
  void store(std::string_view text, std::uint32_t& begin, std::uint32_t& end);

  std::vector<Node>& nodes() { return document_.nodes; }
  // The node around what is added next; 1 is the one around that.
  const Node& around(std::size_t outwards = 0) const;
  Span place() const { return open_.empty() ? span_ : around().span; }

  Document finish();

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.nodes.size()); }
  void append_text(std::string_view text, Span span);
  void add_mark(const Mark& mark);
  void add_shortcode(const Mark& mark);
  bool add_figure(const Shortcode& shortcode);
  void add_wiki_link(const Mark& mark);
  Node& add_around_text(NodeKind kind, std::string_view text, Span span);

  void close_link(std::uint32_t index);
  void close_heading(std::uint32_t index);
  void close_paragraph(std::uint32_t index);
  void close_quotation(std::uint32_t index);
  bool read_alert(std::uint32_t paragraph);
  bool is_after_quotation(std::uint32_t index) const;
  bool read_block_id(std::uint32_t quotation, Span written);
  void read_anchor(Heading& heading);
  void name_headings();

  Span span_;
  bool ours_;  // the dialect
  Diagnostics& out_;
  MarkdownMarks marks_;
  MarkdownPlaces places_;
  Document document_;
  std::vector<std::uint32_t> open_;       // the nodes around the current one
  std::vector<std::uint32_t> elsewhere_;  // links whose destination is not written in them
  int links_open_ = 0;                    // images too
  int images_open_ = 0;
  bool after_text_ = false;    // the last thing added is a text, in the same node
  bool ends_in_text_ = false;  // the paragraph closed last
  std::uint32_t closed_ = 0;   // the node closed last
  std::unordered_map<std::string, Span> anchors_;    // of headings that set their own
  std::unordered_map<std::string, Span> block_ids_;  // of quotations
};

}  // namespace waymark
