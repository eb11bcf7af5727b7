#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/html.h"
#include "formats/markdown.h"
#include "formats/markdown_escape.h"

namespace waymark {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view name(Alignment alignment) {
  switch (alignment) {
    case Alignment::left:
      return "left";
    case Alignment::center:
      return "center";
    case Alignment::right:
      return "right";
    case Alignment::none:
      break;
  }
  return {};
}

// Walks the nodes in order, with a stack of those that are open instead of recursion.
class Writer {
 public:
  Writer(const Document& document, const Resolved& resolved, const HtmlOptions& options,
         std::string& out)
      : document_(document),
        resolved_(resolved),
        site_(options.profile == HtmlProfile::site),
        heading_shift_(options.heading_shift),
        out_(out),
        begin_(out.size()) {}

  void write() {
    const auto count = static_cast<std::uint32_t>(document_.nodes.size());
    for (std::uint32_t i = 0; i < count;) {
      close_until(i);
      const Node& node = document_.nodes[i];
      open(node);
      if (node.kind == NodeKind::image) {
        i = node.end;
      } else {
        open_.push_back(i++);
      }
    }
    close_until(count);
  }

 private:
  void close_until(std::uint32_t index) {
    while (!open_.empty() && document_.nodes[open_.back()].end <= index) {
      const Node& node = document_.nodes[open_.back()];
      open_.pop_back();
      close(node);
    }
  }

  const Node& parent() const { return document_.nodes[open_.back()]; }

  // Begins a new line unless one has just begun.
  void line() {
    if (out_.size() > begin_ && out_.back() != '\n') out_ += '\n';
  }
  void on_new_line(std::string_view html) {
    line();
    out_ += html;
  }
  std::string_view void_end() const { return site_ ? ">" : " />"; }

  void open(const Node& node) {
    switch (node.kind) {
      case NodeKind::document:
        break;
      case NodeKind::block_quote:
        open_quotation(node);
        break;
      case NodeKind::alert:
        open_alert(node);
        break;
      case NodeKind::list:
        open_list(node);
        break;
      case NodeKind::item:
        open_item(node);
        break;
      case NodeKind::code_block:
        write_code_block(node);
        break;
      case NodeKind::html_block:
        line();
        append_filtered_html(document_.literal(node), out_);
        line();
        break;
      case NodeKind::paragraph:
        if (!node.tight) on_new_line("<p>");
        break;
      case NodeKind::heading:
        open_heading(node);
        break;
      case NodeKind::thematic_break:
        on_new_line("<hr");
        out_ += void_end();
        out_ += '\n';
        break;
      case NodeKind::table:
        on_new_line(site_ ? "<div class=\"table\" role=\"group\" aria-label=\"Table\" "
                            "tabindex=\"0\">\n<table>\n"
                          : "<table>\n");
        in_table_body_ = false;
        break;
      case NodeKind::table_row:
        open_row(node);
        break;
      case NodeKind::table_cell:
        open_cell(node);
        break;
      case NodeKind::footnote_definition:
        open_footnote(node);
        break;
      default:
        open_inline(node);
    }
  }

  void open_inline(const Node& node) {
    switch (node.kind) {
      case NodeKind::text:
        append_markdown_text(document_.literal(node), out_);
        break;
      case NodeKind::soft_break:
        out_ += '\n';
        break;
      case NodeKind::line_break:
        out_ += "<br";
        out_ += void_end();
        out_ += '\n';
        break;
      case NodeKind::code:
        out_ += "<code>";
        append_markdown_text(document_.literal(node), out_);
        out_ += "</code>";
        break;
      case NodeKind::html_inline:
        write_html_inline(document_.literal(node));
        break;
      case NodeKind::emphasis:
        out_ += "<em>";
        break;
      case NodeKind::strong:
        out_ += "<strong>";
        break;
      case NodeKind::strikethrough:
        out_ += "<del>";
        break;
      case NodeKind::link:
        open_link(node);
        break;
      case NodeKind::image:
        write_image(node);
        break;
      case NodeKind::shortcode:
        write_shortcode(node);
        break;
      case NodeKind::footnote_reference:
        write_footnote_reference(node);
        break;
      default:
        break;
    }
  }

  void close(const Node& node) {
    switch (node.kind) {
      case NodeKind::document:
        if (in_footnotes_) out_ += "</ol>\n</section>\n";
        break;
      case NodeKind::block_quote:
        close_quotation(node);
        break;
      case NodeKind::alert:
        on_new_line("</div>\n");
        break;
      case NodeKind::list:
        out_ += node.ordered ? "</ol>\n" : "</ul>\n";
        break;
      case NodeKind::item:
        out_ += "</li>\n";
        break;
      case NodeKind::paragraph:
        close_paragraph(node);
        break;
      case NodeKind::heading:
        out_ += "</h";
        out_ += level(node);
        out_ += ">\n";
        break;
      case NodeKind::table:
        if (in_table_body_) out_ += "</tbody>\n";
        out_ += site_ ? "</table>\n</div>\n" : "</table>\n";
        break;
      case NodeKind::table_row:
        on_new_line(node.header ? "</tr>\n</thead>\n" : "</tr>\n");
        break;
      case NodeKind::table_cell:
        out_ += is_header_cell(node) ? "</th>" : "</td>";
        break;
      case NodeKind::footnote_definition:
        if (write_back_references(node)) out_ += '\n';
        out_ += "</li>\n";
        break;
      case NodeKind::emphasis:
        out_ += "</em>";
        break;
      case NodeKind::strong:
        out_ += "</strong>";
        break;
      case NodeKind::strikethrough:
        out_ += "</del>";
        break;
      case NodeKind::link:
        if (leads_somewhere(node)) out_ += "</a>";
        break;
      default:
        break;
    }
  }

  void open_quotation(const Node& node) {
    const std::string_view id = document_.info(node);
    on_new_line("<blockquote");
    if (!id.empty()) out_.append(" id=\"^").append(id).append("\"");
    out_ += ">\n";
  }

  void close_quotation(const Node& node) {
    const std::string_view id = document_.info(node);
    if (!id.empty()) {
      on_new_line("<a class=\"block-link\" href=\"#^");
      out_.append(id).append("\" aria-label=\"Link to this quotation\">#</a>\n");
    }
    on_new_line("</blockquote>\n");
  }

  void open_alert(const Node& node) {
    constexpr std::array<std::string_view, 5> titles = {"Note", "Tip", "Important", "Warning",
                                                        "Caution"};
    const std::string_view title = titles[node.level];
    on_new_line("<div class=\"callout ");
    out_.append(ascii_lower(title)).append("\" role=\"note\" aria-label=\"").append(title);
    out_.append("\">\n<p class=\"callout-title\">").append(title).append("</p>\n");
  }

  void open_list(const Node& node) {
    if (!node.ordered) {
      on_new_line("<ul>\n");
    } else if (node.start == 1) {
      on_new_line("<ol>\n");
    } else {
      on_new_line("<ol start=\"");
      out_ += std::to_string(node.start) + "\">\n";
    }
  }

  void open_item(const Node& node) {
    on_new_line("<li>");
    if (!node.task) return;
    if (site_) {
      out_ += node.checked ? "<input type=\"checkbox\" checked disabled aria-label=\"Done\"> "
                           : "<input type=\"checkbox\" disabled aria-label=\"To do\"> ";
    } else {
      out_ += node.checked ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                           : "<input type=\"checkbox\" disabled=\"\" /> ";
    }
  }

  void write_code_block(const Node& node) {
    on_new_line("<pre><code");
    const std::string_view info = document_.info(node);
    if (!info.empty()) {
      out_ += " class=\"language-";
      append_markdown_text(
          info.substr(0, std::find_if(info.begin(), info.end(), is_space) - info.begin()), out_);
      out_ += '"';
    }
    out_ += '>';
    append_markdown_text(document_.literal(node), out_);
    out_ += "</code></pre>\n";
  }

  void close_paragraph(const Node& node) {
    if (node.tight) return;
    if (parent().kind == NodeKind::footnote_definition && parent().end == node.end) {
      out_ += ' ';
      write_back_references(parent());
    }
    out_ += "</p>\n";
  }

  char level(const Node& node) const {
    return static_cast<char>('0' + std::clamp(node.level + heading_shift_, 1, 6));
  }

  void open_heading(const Node& node) {
    on_new_line("<h");
    out_ += level(node);
    if (site_) out_ += " id=\"" + document_.headings[node.index].anchor + '"';
    out_ += '>';
  }

  void open_row(const Node& node) {
    if (node.header) {
      on_new_line("<thead>\n");
    } else if (!in_table_body_) {
      on_new_line("<tbody>\n");
      in_table_body_ = true;
    }
    on_new_line("<tr>");
  }

  // Screen readers trip over a header without a text; the specification's examples have one.
  bool is_header_cell(const Node& node) const {
    return node.header && !(site_ && node.end == index_of(node) + 1);
  }

  void open_cell(const Node& node) {
    on_new_line(is_header_cell(node) ? "<th" : "<td");
    if (site_ && is_header_cell(node)) out_ += " scope=\"col\"";
    if (node.alignment != Alignment::none) {
      out_ += site_ ? " class=\"" : " align=\"";
      out_ += name(node.alignment);
      out_ += '"';
    }
    out_ += '>';
  }

  void write_html_inline(std::string_view html) { append_filtered_html(html, out_); }

  std::string_view url_of(const Node& node) const {
    return resolved_.links.empty() ? document_.links[node.index].url : resolved_.links[node.index];
  }

  void write_url(const Node& node) {
    const std::string_view url = url_of(node);
    if (!site_ || is_safe_url(url)) append_markdown_url(url, out_);
  }

  // [text]() keeps its text from being made a link.
  bool leads_somewhere(const Node& link) const {
    return !site_ || (!url_of(link).empty() && is_safe_url(url_of(link)));
  }

  void open_link(const Node& node) {
    if (leads_somewhere(node)) {
      out_ += "<a href=\"";
      write_url(node);
      write_title(node);
      out_ += "\">";
    }
    append_markdown_text(bare_name(document_, index_of(node)), out_);
  }

  std::uint32_t index_of(const Node& node) const {
    return static_cast<std::uint32_t>(&node - document_.nodes.data());
  }

  void write_title(const Node& node) {
    const Link& link = document_.links[node.index];
    if (link.title.empty()) return;
    out_ += "\" title=\"";
    append_markdown_text(link.title, out_);
  }

  void write_shortcode(const Node& node) {
    if (resolved_.shortcodes.empty()) return;
    const std::string& html = resolved_.shortcodes[node.index];
    if (html.ends_with('\n')) line();  // a block
    out_ += html;
  }

  void write_image(const Node& image) {
    out_ += "<img src=\"";
    write_url(image);
    out_ += "\" alt=\"";
    for (std::uint32_t i = index_of(image) + 1; i < image.end; ++i) {
      const Node& node = document_.nodes[i];
      if (node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break) {
        out_ += ' ';
      } else {
        append_markdown_text(document_.literal(node), out_);
      }
    }
    write_title(image);
    out_ += '"';
    out_ += void_end();
  }

  // A footnote's id: cmark-gfm's by label, ours by number with a capital letter, which no heading's
  // anchor has.
  void write_footnote_id(const Node& node, std::string_view ours, std::string_view theirs) {
    out_ += site_ ? ours : theirs;
    if (site_) {
      out_ += std::to_string(node.start);
    } else {
      append_markdown_url(document_.info(node), out_);
    }
  }

  void write_reference_id(const Node& node, std::uint32_t index) {
    write_footnote_id(node, "Footnote-ref-", "fnref-");
    if (index > 0) out_ += '-' + std::to_string(index + 1);
  }

  void write_footnote_reference(const Node& node) {
    out_ += "<sup class=\"footnote-ref\"><a href=\"#";
    write_footnote_id(node, "Footnote-", "fn-");
    out_ += "\" id=\"";
    write_reference_id(node, node.index);
    out_ += site_ ? "\">" : "\" data-footnote-ref>";
    out_ += std::to_string(node.start);
    out_ += "</a></sup>";
  }

  void open_footnote(const Node& node) {
    if (!in_footnotes_) {
      out_ += site_ ? "<section class=\"footnotes\">\n<ol>\n"
                    : "<section class=\"footnotes\" data-footnotes>\n<ol>\n";
    }
    in_footnotes_ = true;
    back_references_written_ = false;
    out_ += "<li id=\"";
    write_footnote_id(node, "Footnote-", "fn-");
    out_ += "\">\n";
  }

  bool write_back_references(const Node& definition) {
    if (back_references_written_) return false;
    back_references_written_ = true;
    for (std::uint32_t i = 0; i < std::max(definition.index, 1U); ++i) {
      out_ += i > 0 ? " <a href=\"#" : "<a href=\"#";
      write_reference_id(definition, i);
      out_ += site_ ? "\" class=\"footnote-backref\" aria-label=\"Back to content\">↩"
                    : "\" class=\"footnote-backref\" data-footnote-backref "
                      "aria-label=\"Back to content\">↩";
      if (i > 0) out_ += "<sup class=\"footnote-ref\">" + std::to_string(i + 1) + "</sup>";
      out_ += "</a>";
    }
    return true;
  }

  const Document& document_;
  const Resolved& resolved_;
  bool site_;
  int heading_shift_;
  std::string& out_;
  std::size_t begin_;                // of our part of `out_`
  std::vector<std::uint32_t> open_;  // nodes that are not closed yet
  bool in_table_body_ = false;
  bool in_footnotes_ = false;
  bool back_references_written_ = false;  // of the current footnote
};

}  // namespace

void append_html(const Document& document, const Resolved& resolved, const HtmlOptions& options,
                 std::string& out) {
  Writer(document, resolved, options, out).write();
}

}  // namespace waymark
