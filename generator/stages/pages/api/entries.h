// What the records with a page of their own have in common.
#pragma once

#include "model/urls.h"
#include "stages/pages/api/files.h"

namespace waymark {

template <class Item>
Shape<Item> linked_shape() {
  return {{"id", schema::text(), "", [](const Item& i) { return json_text(i.record.id); }},
          {"title", schema::text(), "", [](const Item& i) { return json_text(i.record.title); }},
          {"url", schema::text(), "Its place in the guide, from the site's root.",
           [](const Item& i) { return json_text(url_of(*i.api.site, any(i.id))); }}};
}

template <class Item>
Shape<Item> entry_shape() {
  return linked_shape<Item>() +
         Shape<Item>{
             {"summary", schema::text(), "",
              [](const Item& i) { return json_text(i.record.summary); }},
             {"aliases", schema::list(schema::text()), "Other names.",
              [](const Item& i) { return json_texts(i.record.aliases); }},
             {"date", schema::nullable(schema::date()), "Of publication.",
              [](const Item& i) { return json_date(i.record.date); }},
             {"updated", schema::nullable(schema::date()), "The last real change.",
              [](const Item& i) { return json_date(i.record.updated); }},
             {"sources", schema::list(schema::id_of("sources")), "Of the facts on its page.",
              [](const Item& i) { return json_ids(i.api, i.record.sources); }},
         };
}

}  // namespace waymark
