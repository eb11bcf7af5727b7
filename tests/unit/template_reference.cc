#include "template_reference.h"

#include <algorithm>
#include <regex>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "formats/template_scan.h"
#include "stages/pages/format.h"
#include "stages/theme.h"

namespace waymark {
namespace {

using Token = TemplateToken;

const ValueShape no_values;

// The members that groups of one sort have in common.
struct Group {
  std::string name;                // "pay-row"
  std::vector<std::string> marks;  // who has these belongs to it
  ValueShape common;

  bool holds(const ValueShape& shape) const {
    return std::all_of(marks.begin(), marks.end(),
                       [&](const std::string& mark) { return shape.members.contains(mark); });
  }
};

bool is_section(const ValueShape& shape) {
  return shape.members.contains("items") && shape.members.contains("count");
}

void add_once(std::vector<std::string>& list, std::string_view name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.emplace_back(name);
}

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string codes(const std::vector<std::string>& names) {
  std::vector<std::string> marked;
  for (const std::string& name : names) marked.push_back(code(name));
  return join(marked, ", ");
}

// One line, short, and no column of its own.
std::string example_text(const std::string& example) {
  constexpr std::size_t limit = 60;
  if (example.empty()) return {};
  std::string line = cut(replace_all(example, "\n", " "), limit);
  return code(replace_all(replace_all(line, "`", "'"), "|", "\\|"));
}

// Leaves in `common` what both have; the first time, all.
void narrow(ValueShape& common, const ValueShape& found) {
  const bool is_first = common.members.empty();
  std::erase_if(common.members,
                [&](const auto& member) { return !found.members.contains(member.first); });
  for (const auto& [name, member] : found.members)
    if (is_first || common.members.contains(name)) common.members[name].merge(member);
}

class Tables {
 public:
  Tables(const TemplateValues& values, std::vector<Group> groups)
      : values_(values), groups_(std::move(groups)) {
    for (Group& group : groups_)
      for (const auto& [name, shape] : values_) collect(shape, group);
  }

  std::string of_members(const ValueShape& shape, const ValueShape& known) {
    add_members("", shape, known);
    return take_table();
  }

  std::string of_group(std::string_view name) {
    const auto group = std::find_if(groups_.begin(), groups_.end(),
                                    [&](const Group& one) { return one.name == name; });
    // Elsewhere "section of ..." says it.
    if (is_section(group->common)) add_row("items", group->common.members.at("items"));
    return of_members(group->common, no_values);
  }

  const Group* find_group(const ValueShape& shape) const {
    const Group* best = nullptr;
    for (const Group& group : groups_) {
      if (!group.holds(shape)) continue;
      if (!best || group.common.members.size() > best->common.members.size()) best = &group;
    }
    return best;
  }

 private:
  // Below the root: what a page is given as a whole is no group.
  void collect(const ValueShape& shape, Group& group) {
    const auto visit = [&](const ValueShape& inner) {
      if (group.holds(inner)) narrow(group.common, inner);
      collect(inner, group);
    };
    for (const auto& [name, member] : shape.members) visit(member);
    if (shape.element) visit(*shape.element);
  }

  std::string describe(const ValueShape& shape) const {
    if (shape.is_open) return "your own values";
    if (const Group* group = find_group(shape))
      return "[" + replace_all(group->name, "-", " ") + "](#" + group->name + ")";
    if (is_section(shape)) return "section" + describe_elements(shape.members.at("items"));
    if (shape.kinds.contains("list")) return "list" + describe_elements(shape);
    return join({shape.kinds.begin(), shape.kinds.end()}, " or ");
  }

  std::string describe_elements(const ValueShape& list) const {
    if (!list.element) return {};
    const std::string element = describe(*list.element);
    return element == "group" ? "" : " of " + element;
  }

  std::string take_table() {
    const std::vector<std::string> rows = std::exchange(rows_, {});
    return rows.empty() ? "" : "\n| value | is | for example |\n|---|---|---|\n" + join(rows, "");
  }

  void add_row(const std::string& path, const ValueShape& shape) {
    rows_.push_back("| " + code(path) + " | " + describe(shape) + " | " +
                    example_text(shape.example) + " |\n");
  }

  void add(const std::string& path, const ValueShape& shape) {
    add_row(path, shape);
    if (!shape.is_open) add_inside(path, shape);
  }

  void add_inside(const std::string& path, const ValueShape& shape) {
    const Group* group = find_group(shape);
    add_members(path + ".", shape, group ? group->common : no_values);
    if (shape.element) add_inside(path + "[]", *shape.element);
  }

  void add_members(const std::string& prefix, const ValueShape& shape, const ValueShape& known) {
    for (const auto& [name, member] : shape.members) {
      if (known.members.contains(name)) continue;
      if (!is_section(shape) || (name != "items" && name != "count"))
        add(prefix + name, member);
      else if (member.element)
        add_inside(prefix + name + "[]", *member.element);
    }
  }

  const TemplateValues& values_;
  std::vector<Group> groups_;
  std::vector<std::string> rows_;
};

// Not a shortcode, nor a card, "card.svg".
bool is_page(std::string_view name) { return name.find_first_of("/.") == std::string_view::npos; }

// What all pages are given, and the site's values, which are the same on all.
ValueShape common_values(const TemplateValues& values) {
  ValueShape common;
  for (const auto& [name, shape] : values)
    if (!name.empty() && is_page(name)) narrow(common, shape);
  common.merge(values.at(""));
  return common;
}

std::string sentence(std::string_view begin, const std::vector<std::string>& names) {
  return names.empty() ? "" : std::string(begin) + " " + codes(names) + ". ";
}

std::string facts_text(const TemplateFacts& facts) {
  std::string text;
  if (!facts.takes.empty()) text += "Takes " + code(facts.takes) + ". ";
  if (facts.extends_base) text += "Fills " + codes(facts.fills) + " of [base](#basehtml). ";
  text += sentence("Blocks of its own:", facts.blocks) + sentence("Calls", facts.calls);
  return text.empty() ? "" : std::string(trim(text)) + "\n";
}

std::string partials_table(const TemplateFactsByName& templates) {
  std::string table = "| partial | called by | blocks | reads |\n|---|---|---|---|\n";
  for (const auto& [name, facts] : templates) {
    if (!name.starts_with("partials/")) continue;
    std::vector<std::string> callers;
    for (const auto& [caller, theirs] : templates) {
      const std::vector<std::string>& calls = theirs.calls;
      const bool is_called = std::find(calls.begin(), calls.end(), name) != calls.end();
      if (is_called) callers.push_back(replace_all(caller, "partials/", "…/"));
    }
    table += "| " + code(name.substr(name.find('/') + 1)) + " | " + codes(callers) + " | " +
             codes(facts.blocks) + " | " + codes(facts.reads) + " |\n";
  }
  return table;
}

// The parent whose block an argument fills; "" for what is no argument.
std::string_view filled_by(const std::vector<Token>& tokens, std::size_t argument) {
  for (std::size_t i = argument; i-- > 0;)
    if (tokens[i].kind == Token::Kind::parent && tokens[i].partner > argument)
      return tokens[i].text;
  return {};
}

// "inline: figure figure required" of {{! inline: figure figure required }}
std::string first_comment(std::string_view text) {
  const std::size_t begin = text.find("{{!") + 3;
  return std::string(trim(text.substr(begin, text.find("}}") - begin)));
}

TemplateFacts facts_of(const std::vector<Token>& tokens) {
  TemplateFacts facts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& [kind, name] = std::pair(tokens[i].kind, tokens[i].text);
    const bool is_value =
        kind == Token::Kind::value || kind == Token::Kind::section || kind == Token::Kind::inverted;
    const bool is_call = kind == Token::Kind::partial || kind == Token::Kind::parent;
    if (is_value && name != ".") add_once(facts.reads, name);
    if (is_call && name != "base") add_once(facts.calls, name);
    if (is_call && name == "base") facts.extends_base = true;
    if (kind == Token::Kind::parameter) add_once(facts.blocks, name);
    if (kind == Token::Kind::argument && filled_by(tokens, i) == "base")
      add_once(facts.fills, name);
  }
  return facts;
}

std::vector<Group> groups_in(const std::string& document) {
  static const std::regex marker("<!-- group (\\S+): (.*) -->");
  std::vector<Group> groups;
  for (auto at = std::sregex_iterator(document.begin(), document.end(), marker);
       at != std::sregex_iterator(); ++at) {
    std::istringstream words((*at)[2]);
    Group group{(*at)[1], {}, {}};
    for (std::string word; words >> word;) group.marks.push_back(word);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

TemplateFactsByName read_templates() {
  Sources sources;
  add_theme(sources);
  TemplateFactsByName templates;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceId id{i};
    const std::string path(sources.path(id));
    const bool is_html = path.ends_with(".html");  // which is called without its extension
    const std::string name = path.substr(10, path.size() - 10 - (is_html ? 5 : 0));
    Diagnostics out;
    const Span whole{id, 0, static_cast<std::uint32_t>(sources.text(id).size())};
    templates[name] = facts_of(scan_template(whole, sources, out));
    if (name.starts_with("shortcodes/")) templates[name].takes = first_comment(sources.text(id));
  }
  return templates;
}

std::string reference_of(const std::string& document, const TemplateValues& values,
                         const TemplateFactsByName& templates) {
  Tables tables(values, groups_in(document));
  const ValueShape common = common_values(values);
  const auto text_at = [&](const std::string& kind, const std::string& name) -> std::string {
    if (kind == "every page") return tables.of_members(common, no_values);
    if (kind == "partials") return partials_table(templates);
    if (kind == "group") return tables.of_group(name);
    const auto facts = templates.find(name);
    const auto given = values.find(name);
    return (facts == templates.end() ? "" : facts_text(facts->second)) +
           (given == values.end()
                ? ""
                : tables.of_members(given->second, is_page(name) ? common : no_values));
  };

  static const std::regex marker("<!-- (every page|partials|template|group)(?: ([^ :]+))?.*-->");
  static const std::string end = "<!-- end -->";
  std::string written;
  std::istringstream lines(document);
  bool is_table = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == end) is_table = false;
    if (!is_table) written += line + "\n";
    std::smatch found;
    if (!std::regex_match(line, found, marker)) continue;
    is_table = true;
    written += text_at(found[1], found[2]);
  }
  return written;
}

}  // namespace waymark
