// The files of api/, one function for each kind of record.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/pages/api/shape.h"

namespace waymark {

struct ApiFile {
  std::string_view kind;  // "roles": the file's name, and its name in the schema
  std::string_view item;  // "role": the name of one item in the schema
  std::string_view help;
  Json item_schema;
  std::function<std::vector<Json>(const ApiGuide&)> items;
};

ApiFile roles_file();
ApiFile skills_file();
ApiFile certifications_file();
ApiFile articles_file();
ApiFile salaries_file();
ApiFile figures_file();
ApiFile disputes_file();
ApiFile sources_file();
ApiFile titles_file();
ApiFile comparisons_file();
ApiFile paths_file();
ApiFile taxonomies_file();
ApiFile search_file();

inline constexpr std::array<std::string_view, 7> taxonomy_names{
    "levels", "regions", "industries", "tags", "skill_kinds", "families", "education"};

Json term_schema();  // of one term of a taxonomy
// Objects inside the items, by their name in the schema.
Json::Members part_schemas();

// A record while its object is made.
template <class R, class L>
struct ItemOf {
  const ApiGuide& api;
  Id<R> id;
  const R& record;
  const L& links;
};
struct NoLinks {};

template <class R, class L>
std::vector<Json> make_items(const Shape<ItemOf<R, L>>& shape, const ApiGuide& api,
                             const std::vector<R>& records, const std::vector<L>& links) {
  std::vector<Json> items;
  for (std::uint32_t i = 0; i < records.size(); ++i)
    items.push_back(make_object(shape, {api, Id<R>{i}, records[i], links[i]}));
  return items;
}
template <class R>
std::vector<Json> make_items(const Shape<ItemOf<R, NoLinks>>& shape, const ApiGuide& api,
                             const std::vector<R>& records) {
  return make_items(shape, api, records, std::vector<NoLinks>(records.size()));
}

}  // namespace waymark
