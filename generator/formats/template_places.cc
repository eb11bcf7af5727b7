#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "formats/html_place.h"
#include "formats/template_instructions.h"

namespace waymark {
namespace {

using Op = TemplateOp;
using Place = HtmlPlace;

struct Refusal {
  std::string why;
  std::string instead;
};

Refusal refuse_in_attribute(const HtmlReader& html) {
  const std::string name = quoted(html.attribute_name());
  switch (html.attribute()) {
    case HtmlAttribute::event:
      return {fmt::format("a value cannot be written into {}: it would run as a program", name),
              "put it into a data- attribute, which a script file may read"};
    case HtmlAttribute::style:
      return {"a value cannot be written into \"style\": it could restyle the page",
              "choose a class, in a section"};
    default:
      return {"a value cannot be written into \"srcdoc\": it would be read as a page",
              "link to a page with \"src\""};
  }
}

Refusal refuse_in_element(const std::string& element) {
  if (element == "script") {
    return {"a value cannot be written into <script>: no escape is safe there",
            "put it into a data- attribute, or as markup into <script "
            "type=\"application/ld+json\">"};
  }
  return {fmt::format("a value cannot be written into <{}>: no escape is safe there", element),
          element == "style" ? "choose a class, in a section" : "write it outside"};
}

// Follows the HTML through all templates. Each begins and ends in text, so each is read once; a
// replacement for a block is read where its parent has the block.
class Placer {
 public:
  Placer(TemplateSet::Compiled& set, Diagnostics& out)
      : set_(set), out_(out), templates_(set.templates.size()) {}

  void place() {
    for (std::uint32_t id = 0; id < templates_.size(); ++id) read_template(id, {});
  }

 private:
  struct Block {
    std::uint32_t name;
    HtmlReader html;
    Span span;
  };
  struct Template {
    enum class Progress { unread, reading, read } progress = Progress::unread;
    std::vector<Block> blocks;  // its own, and those of the templates it calls
  };
  struct Begun {
    std::uint32_t at;
    HtmlReader html;
  };

  void read_template(std::uint32_t id, Span caller);
  HtmlReader read_code(std::uint32_t begin, HtmlReader html);
  void read_text(std::uint32_t at, HtmlReader& html);
  void read_value(std::uint32_t at, HtmlReader& html);
  void read_call(std::uint32_t at, HtmlReader& html);
  void read_argument(const TemplateCall& call, const TemplateArgument& argument);
  void end_section(const Begun& begun, HtmlReader& html);
  void report_crossing(Span span, std::string_view what, const HtmlReader& begin,
                       const HtmlReader& end);
  void add_block(const Block& block);
  std::optional<Refusal> choose_escape(const HtmlReader& html, Escape& escape) const;

  TemplateSet::Compiled& set_;
  Diagnostics& out_;
  std::vector<Template> templates_;
  std::uint32_t current_ = 0;  // the template that is read
};

void Placer::read_template(std::uint32_t id, Span caller) {
  Template& one = templates_[id];
  if (one.progress == Template::Progress::read) return;
  if (one.progress == Template::Progress::reading) {
    if (caller.known()) {
      out_.error(caller, fmt::format("{} inherits from itself", quoted(set_.templates[id].name)));
    }
    return;
  }
  one.progress = Template::Progress::reading;
  const std::uint32_t outer = std::exchange(current_, id);
  const HtmlReader end = read_code(set_.templates[id].begin, {});
  current_ = outer;
  one.progress = Template::Progress::read;
  if (end.place() != Place::text) {
    const Span source = set_.templates[id].source;
    out_.error({source.source, source.end, source.end},
               fmt::format("the template ends in {}", end.describe()))
        .notes.push_back({"a template begins and ends in text, outside tags and comments", {}});
  }
}

// Up to the end of the template or the argument.
HtmlReader Placer::read_code(std::uint32_t begin, HtmlReader html) {
  std::vector<Begun> begun;
  for (std::uint32_t at = begin;; ++at) {
    const TemplateInstruction& instruction = set_.code[at];
    switch (instruction.op) {
      case Op::text:
        read_text(at, html);
        break;
      case Op::value:
        read_value(at, html);
        break;
      case Op::section:
      case Op::inverted:
      case Op::parameter:
        html.cut();
        if (instruction.op == Op::parameter) {
          add_block({set_.blocks[instruction.operand].name, html, set_.spans[at]});
        }
        begun.push_back({at, html});
        break;
      case Op::section_end:
      case Op::inverted_end:
      case Op::parameter_end:
        html.cut();
        end_section(begun.back(), html);
        begun.pop_back();
        break;
      case Op::call:
        read_call(at, html);
        at = set_.calls[instruction.operand].next - 1;
        break;
      case Op::done:
        return html;
    }
  }
}

void Placer::read_text(std::uint32_t at, HtmlReader& html) {
  if (!html.read(set_.text(set_.code[at]))) {
    out_.error(set_.spans[at], "a name in a tag goes on after a section or block")
        .notes.push_back({"write whole attributes, with white space before each", {}});
  }
}

void Placer::read_value(std::uint32_t at, HtmlReader& html) {
  const std::optional<Refusal> refusal = choose_escape(html, set_.code[at].escape);
  if (refusal && !html.is_broken()) {  // which was reported
    out_.error(set_.spans[at], refusal->why).notes.push_back({refusal->instead, {}});
  }
  html.read_value();
}

std::optional<Refusal> Placer::choose_escape(const HtmlReader& html, Escape& escape) const {
  switch (html.place()) {
    case Place::text:
      escape = Escape::text;
      return {};
    case Place::escapable_text:
    case Place::comment:
    case Place::declaration:
      escape = Escape::attribute;
      return {};
    case Place::quoted:
      if (html.attribute() == HtmlAttribute::plain || html.attribute() == HtmlAttribute::url) {
        const bool plain = html.attribute() == HtmlAttribute::plain || html.url_is_settled();
        escape = plain ? Escape::attribute : Escape::url;
        return {};
      }
      return refuse_in_attribute(html);
    case Place::raw_text:
      if (!html.is_linked_data()) return refuse_in_element(html.element());
      escape = Escape::markup_only;
      return {};
    case Place::before_value:
    case Place::unquoted:
      return Refusal{fmt::format("the value of {} needs quotes", quoted(html.attribute_name())),
                     fmt::format("for example {}=\"{{{{name}}}}\"", html.attribute_name())};
    case Place::tag_open:
    case Place::tag_name:
      return Refusal{"a value cannot be the name of a tag", "write each tag out, in a section"};
    default:
      return Refusal{"a value cannot be an attribute, or the name of one",
                     "write the attribute out, in a section where it is optional"};
  }
}

void Placer::end_section(const Begun& begun, HtmlReader& html) {
  if (html.same_place(begun.html)) {
    html.join(begun.html);
    return;
  }
  const bool block = set_.code[begun.at].op == Op::parameter;
  report_crossing(set_.spans[begun.at], block ? "block" : "section", begun.html, html);
  html = begun.html;
}

void Placer::report_crossing(Span span, std::string_view what, const HtmlReader& begin,
                             const HtmlReader& end) {
  out_.error(span, fmt::format("this {} begins in {} and ends in {}", what, begin.describe(),
                               end.describe()))
      .notes.push_back(
          {"open and close a tag, an attribute or a comment on the same side of it", {}});
}

void Placer::read_call(std::uint32_t at, HtmlReader& html) {
  const TemplateCall& call = set_.calls[set_.code[at].operand];
  html.cut();
  if (html.place() != Place::text) {
    out_.error(set_.spans[at], fmt::format("a template cannot be called in {}", html.describe()))
        .notes.push_back({"write it out here, or make this a block", {}});
  }
  if (call.callee != TemplateCall::none) {
    const Span span = set_.spans[at];
    read_template(call.callee, call.parent ? span : Span{});
    if (call.callee != current_) {
      for (const Block& block : templates_[call.callee].blocks) {
        add_block({block.name, block.html, span});
      }
    }
  }
  for (const TemplateArgument& argument : call.arguments) read_argument(call, argument);
}

void Placer::read_argument(const TemplateCall& call, const TemplateArgument& argument) {
  if (call.path != TemplateCall::none) {
    out_.error(argument.span, "a parent whose name is a value takes no blocks")
        .notes.push_back({"the place of the block would be unknown, and so its escapes", {}});
    return;
  }
  if (call.callee == TemplateCall::none) return;  // which was reported
  const std::vector<Block>& blocks = templates_[call.callee].blocks;
  const auto same = [&](const Block& block) { return block.name == argument.name; };
  const auto block = std::find_if(blocks.begin(), blocks.end(), same);
  if (block == blocks.end()) {
    std::vector<std::string_view> known;
    for (const Block& other : blocks) known.push_back(set_.block_names[other.name]);
    const std::string_view name = set_.block_names[argument.name];
    const std::string& parent = set_.templates[call.callee].name;
    suggest(
        out_.error(argument.span, fmt::format("no block {} in {}", quoted(name), quoted(parent))),
        name, known);
    return;
  }
  const HtmlReader begin = block->html;
  HtmlReader end = read_code(argument.begin, begin);
  end.cut();
  if (!end.same_place(begin)) report_crossing(argument.span, "block", begin, end);
}

void Placer::add_block(const Block& block) {
  std::vector<Block>& blocks = templates_[current_].blocks;
  const auto same = [&](const Block& other) { return other.name == block.name; };
  const auto first = std::find_if(blocks.begin(), blocks.end(), same);
  if (first == blocks.end()) {
    blocks.push_back(block);
  } else if (first->html.same_escape(block.html)) {
    first->html.join(block.html);
  } else {
    out_.error(block.span, fmt::format("block {} is in {} here",
                                       quoted(set_.block_names[block.name]), block.html.describe()))
        .notes.push_back({fmt::format("and in {} here", first->html.describe()), first->span});
  }
}

}  // namespace

void place_values(TemplateSet::Compiled& set, Diagnostics& out) { Placer(set, out).place(); }

}  // namespace waymark
