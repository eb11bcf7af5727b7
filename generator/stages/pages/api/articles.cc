// articles.json
#include "stages/pages/api/entries.h"
#include "stages/pages/format.h"

namespace waymark {
namespace {

using Item = ItemOf<Article, NoLinks>;

const Shape<Item>& shape() {
  using namespace schema;
  static const Shape<Item> own{
      {"author", nullable(text()), "",
       [](const Item& i) { return json_text_or_null(i.record.author); }},
      {"minutes", whole_number(), "To read it.",
       [](const Item& i) { return json_whole(reading_minutes(i.record.body.document)); }},
      {"tags", list(id_of("tags")), "",
       [](const Item& i) { return json_ids(i.api, i.record.tags); }},
      {"roles", list(id_of("roles")), "It is about.",
       [](const Item& i) { return json_ids(i.api, i.record.roles); }},
      {"skills", list(id_of("skills")), "It is about.",
       [](const Item& i) { return json_ids(i.api, i.record.skills); }},
      {"certifications", list(id_of("certifications")), "It is about.",
       [](const Item& i) { return json_ids(i.api, i.record.certifications); }},
  };
  static const Shape<Item> all = entry_shape<Item>() + own;
  return all;
}

}  // namespace

ApiFile articles_file() {
  return {"articles", "article", "Articles: what they are about; their text is in their pages.",
          schema_of(shape(), "An article."),
          [](const ApiGuide& api) { return make_items(shape(), api, api.site->articles); }};
}

}  // namespace waymark
