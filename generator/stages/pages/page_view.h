// One page while it is filled: its values for the template, its links, its numbered sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/view.h"
#include "model/derived.h"
#include "stages/render.h"

namespace waymark {

// What every page is made from. Borrows; shared by all threads.
struct Guide {
  const Sources& sources;
  const Site& site;
  const Derived& derived;
  const RenderOptions& options;

  const Catalog& catalog() const { return *site.operator->(); }
};

enum class Links {
  relative,  // the same bytes work below any base
  absolute,  // 404.html: a server shows it at any depth
};

// What a numbered mark vouches for. Two figures with the same citation share a number.
struct Citation {
  Id<Source> source;
  std::string statistic = {};  // these are empty where the source is cited as a whole
  std::string period = {};
  std::string population = {};
  std::string note = {};
  bool verified = true;

  friend bool operator==(const Citation&, const Citation&) = default;
};

// Borrows the guide and the arena; `view` lives in the arena.
class PageView {
 public:
  PageView(const Guide& guide, std::string_view url, Links links, Arena& arena);

  const Guide& guide;
  View view;

  std::string link(std::string_view url) const;  // from this page to another of the guide

  // The heading, the <title>, the description: of pages whose words are not in their template.
  void set_head(std::string_view title, std::string_view description);
  void set_edit_link(const Record& record);

  // at.name = the mark that leads to the source's note at the end of the page.
  void cite(View at, std::string_view name, const Citation& citation);
  // Lists a source at the end, unless a mark cites it already.
  void list_source(Id<Source> source);
  // Writes the notes. Once, after the last mark.
  void set_notes();

 private:
  void set_navigation();
  void fill_note(View note, const Citation& citation) const;

  std::string_view url_;
  Links links_;
  std::vector<Citation> citations_;  // note n is citations_[n - 1]
  std::vector<Id<Source>> unmarked_;
};

}  // namespace waymark
