// One page while it is filled: its values for the template, its links, its numbered sources.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/template.h"
#include "formats/view.h"
#include "model/derived.h"
#include "stages/pages/asset_names.h"
#include "stages/render.h"

namespace waymark {

// What every page is made from. Borrows; shared by all threads.
struct Guide {
  const Sources& sources;
  const Site& site;
  const Derived& derived;
  const RenderOptions& options;
  AssetNames asset_names = {};  // without: every asset keeps its name

  const Catalog& catalog() const { return *site.operator->(); }
};

enum class Links {
  relative,  // the same bytes work below any base
  absolute,  // 404.html: a server shows it at any depth
};

// What a mark vouches for. The mark bears the number of its source and leads to the line below it
// that has the same statistic, period and population.
struct Citation {
  Id<Source> source;
  std::string statistic;
  std::string period = {};
  std::string population = {};
  std::string note = {};
  bool verified = true;

  friend bool operator==(const Citation&, const Citation&) = default;
};

// What the picture of a shared link shows besides the title: facts that stand on the page. Each may
// be empty.
struct Card {
  std::string kind = {};    // "Role"
  std::string value = {};   // the number that stands for the page: "$201,730"
  std::string label = {};   // what it is: "Median pay, 2024, United States"
  std::string source = {};  // who says so
};

// What one thread writes pages with, one after the other. Borrows.
struct Press {
  Renderer& renderer;
  View site;  // what is the same on every page
  Arena& arena;
  Diagnostics& out;
};

// Borrows the guide and the press; `view` lives in its arena.
class PageView {
 public:
  PageView(const Guide& guide, std::string_view url, Links links, const Press& press);

  const Guide& guide;
  View view;
  Card card;

  std::string link(std::string_view url) const;        // from this page to another of the guide
  std::string asset_url(std::string_view name) const;  // to a style or script: "site.js"

  // The HTML of a template: of this page, or of a part of it that is ready before the rest.
  std::string render(std::string_view layout, View values);
  View new_view() const { return View(press_.arena); }

  // Says who wrote a link that the page will hold: for those that are no template's.
  void note_link(std::string_view url, Span place);
  // The place of a link of the rendered page, each once; unknown where a template wrote it.
  Span take_place(std::string_view url);

  // The heading, the <title>, the description: of pages whose words are not in their template.
  void set_head(std::string_view title, std::string_view description);
  const std::string& title() const { return title_; }  // empty where it is in the template
  const std::string& description() const { return description_; }  // likewise
  // Where the site's repository lets a reader edit the record, if there are both.
  void set_edit_link(const Record* record);

  // at.name = the mark of a figure, which leads to the notes at the end of the page.
  void cite(View at, std::string_view name, const Citation& citation);
  // The mark of a sentence: to the source as a whole.
  void cite(View at, std::string_view name, Id<Source> source);
  // Lists a source at the end, unless a mark cites it already.
  void list_source(Id<Source> source);
  // Sets the notes. Once, after the last mark.
  void set_notes();

  // The page will hold a video that a reader can start. Without one it may frame nothing.
  void add_player() { has_player_ = true; }
  // Sets has_player. Once, after the prose.
  void set_player();

 private:
  struct Note {
    Id<Source> source;
    std::vector<Citation> citations;
  };

  void set_icon();    // in the page itself, so that a browser need not ask for it
  void set_search();  // nothing where MiniSearch was not installed: the form leads to the index
  void set_navigation();
  std::size_t note_of(Id<Source> source);  // its index in notes_, new or old
  void fill_note(View at, std::size_t number, const Note& note) const;

  std::string_view url_;
  std::string title_;
  std::string description_;
  Links links_;
  Press press_;
  std::multimap<std::string, Span, std::less<>> link_places_;
  std::vector<Note> notes_;  // by number, which begins at 1
  std::vector<Id<Source>> unmarked_;
  bool has_player_ = false;
};

}  // namespace waymark
