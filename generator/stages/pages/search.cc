// The search page: an A–Z index of what a reader can look for, which needs no script.
#include <map>

#include "base/letters.h"
#include "base/text.h"
#include "model/urls.h"
#include "stages/pages/findable.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// Where it stands in the index: "A"; "0" for what begins with no letter.
std::string letter_of(std::string_view title) {
  std::size_t at = 0;
  const std::string name = folded(title);
  const char32_t first = name.empty() ? U'0' : next_code_point(name, at);
  if (first < 0x80) return is_ascii_letter(name[0]) ? std::string(1, name[0] - 32) : "0";
  return is_word_character(first) ? name.substr(0, at) : "0";
}

void fill_item(const PageView& page, View item, const Findable& found) {
  fill_link(page, item, found.record);
  const Kind kind = found.record.kind;
  item.set("kind", kind == Kind::title ? "job title" : kind_name(kind));
  set_section(item, "aliases", found.aliases,
              [](View alias, const std::string& name) { alias.set("title", name); });
}

void fill(PageView& page) {
  std::map<std::string, std::vector<Findable>> letters;
  for (const Findable& found : findables(page.guide.catalog()))
    letters[letter_of(found.title)].push_back(found);
  ViewList list = page.view.list("letters");
  for (const auto& [letter, entries] : letters) {
    View section = list.add();
    section.set("id", "Letter-" + letter);
    section.set("letter", letter == "0" ? "0–9" : letter);
    ViewList items = section.list("items");
    for (const Findable& found : entries) fill_item(page, items.add(), found);
  }
}

}  // namespace

void plan_search(const Guide&, Plan& plan) {
  plan.push_back({.url = "search/", .layout = "search", .fill = fill});
}

}  // namespace waymark
