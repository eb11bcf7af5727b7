#include "stages/pages/card.h"

#include "base/hash.h"
#include "base/text.h"
#include "formats/picture.h"
#include "formats/picture_text.h"
#include "formats/xml.h"
#include "stages/pages/format.h"
#include "stages/pages/parts.h"

namespace waymark {
namespace {

// A text of the template: its lines are this wide, in sizes of its letters.
struct Block {
  double width;
  std::size_t lines;
};
constexpr Block large_title{14.4, 2};   // 1040 pixels in letters of 72
constexpr Block small_title{18.5, 3};   // of 56
constexpr Block summary{41, 2};         // of 30, and of a narrower face
constexpr std::size_t line_limit = 70;  // of label and source, in characters

void set_lines(View at, std::string_view name, const std::vector<std::string>& lines) {
  ViewList list = at.list(name);
  for (const std::string& line : lines) list.add(line);
}

void set_title(View view, std::string_view title) {
  std::vector<std::string> lines = picture_lines(title, large_title.width, large_title.lines + 1);
  const bool is_long = lines.size() > large_title.lines;
  if (is_long) lines = picture_lines(title, small_title.width, small_title.lines);
  view.set("is_long", is_long);
  set_lines(view, "title_lines", lines);
}

}  // namespace

bool has_cards(const Guide& guide) { return guide.site->settings.cards && can_draw(); }

Page make_card(PageView& page, std::string_view title) {
  const Card& card = page.card;
  View view = page.new_view();
  set_text(view, "kind", cut(card.kind, line_limit));
  set_title(view, title);
  set_text(view, "value", card.value);
  set_text(view, "label", cut(card.label, line_limit));
  set_text(view, "source", cut(card.source, line_limit));
  const std::string& about =
      page.title().empty() ? page.guide.site->settings.description : page.description();
  set_lines(view, "summary_lines",
            card.value.empty() ? picture_lines(about, summary.width, summary.lines)
                               : std::vector<std::string>{});
  std::string svg = only_xml(page.render(card_template, view));
  std::string path = std::string(card_folder) + hash_hex(svg) + ".png";
  return {.path = std::move(path), .bytes = std::move(svg), .is_drawn = true};
}

std::string card_in_words(const Card& card, std::string_view title) {
  std::string words(title);
  for (const std::string* part : {&card.kind, &card.value, &card.label, &card.source})
    if (!part->empty()) words.append(", ").append(*part);
  return words;
}

}  // namespace waymark
