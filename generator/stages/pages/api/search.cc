// search.json
#include <algorithm>

#include "base/text.h"
#include "formats/markdown.h"
#include "model/urls.h"
#include "stages/pages/api/files.h"
#include "stages/pages/api/search_words.h"
#include "stages/pages/findable.h"
#include "stages/pages/shortcodes.h"

namespace waymark {
namespace {

// All pages share this many words, so that the compressed index of a thousand stays below 300 KB.
constexpr std::size_t all_words = 30'000;
constexpr std::size_t most_words = 200;  // of one page

struct Item {
  const ApiGuide& api;
  const Findable& page;
  const std::vector<std::string>& words;
};

std::vector<std::string> headings_of(const Findable& page) {
  std::vector<std::string> headings;
  if (page.body)
    for (const Heading& heading : page.body->document.headings) headings.push_back(heading.text);
  return headings;
}

std::string text_of(const Site& site, const Findable& page) {
  if (!page.body || page.body->document.empty()) return {};
  return plain_text(page.body->document, 0, shortcode_texts(site, *page.body));
}

// The words of its text that stand nowhere else in its item.
std::vector<std::string> further_words(const Site& site, const Findable& page) {
  std::string rest(page.title);
  rest.append(" ").append(page.summary);
  for (const std::string& alias : page.aliases) rest += " " + alias;
  for (const std::string& heading : headings_of(page)) rest += " " + heading;
  const std::vector<std::string> known = words_of(rest);
  const std::vector<std::string> words = words_of(text_of(site, page));
  std::vector<std::string> further;
  std::set_difference(words.begin(), words.end(), known.begin(), known.end(),
                      std::back_inserter(further));
  return further;
}

const Shape<Item>& shape() {
  using namespace schema;
  static const Shape<Item> all{
      {"id", text(), "Its kind and its id there: \"skill:python\".",
       [](const Item& i) {
         const RecordRef ref = i.page.record;
         return json_text(
             std::string(kind_name(ref.kind)).append(":").append(record(*i.api.site, ref).id));
       }},
      {"kind", text(), "\"role\", \"article\" ...",
       [](const Item& i) { return json_text(kind_name(i.page.record.kind)); }},
      {"title", text(), "", [](const Item& i) { return json_text(i.page.title); }},
      {"url", text(), "Its place in the guide, from the site's root.",
       [](const Item& i) { return json_text(url_of(*i.api.site, i.page.record)); }},
      {"aliases", list(text()), "Other names.",
       [](const Item& i) { return json_texts(i.page.aliases); }},
      {"summary", text(), "", [](const Item& i) { return json_text(i.page.summary); }},
      {"headings", list(text()), "Of its prose.",
       [](const Item& i) { return json_texts(headings_of(i.page)); }},
      {"words", text(),
       "Of its prose, those that the fewest pages have, and that stand nowhere above.",
       [](const Item& i) { return json_text(join(i.words, " ")); }},
  };
  return all;
}

std::vector<Json> items(const ApiGuide& api) {
  const std::vector<Findable> pages = findables(*api.site);
  std::vector<std::vector<std::string>> words;
  for (const Findable& page : pages) words.push_back(further_words(api.site, page));
  if (!pages.empty()) keep_rarest(words, std::min(most_words, all_words / pages.size()));
  std::vector<Json> all;
  for (std::size_t i = 0; i < pages.size(); ++i)
    all.push_back(make_object(shape(), Item{api, pages[i], words[i]}));
  return all;
}

}  // namespace

ApiFile search_file() {
  return {"search", "search_page", "What the search looks through: every page of a record.",
          schema_of(shape(), "A page, or a place on one, that can be found."), items};
}

}  // namespace waymark
