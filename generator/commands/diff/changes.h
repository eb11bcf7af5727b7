// What differs between two guides, and how that is told.
#pragma once

#include <string>
#include <vector>

#include "commands/diff/guide.h"

namespace waymark {

struct MovedPage {
  std::string from, to;
  bool is_forwarded = false;  // the old address leads on; else links from outside break
};

struct ChangedNumber {
  std::string kind, name;
  std::string before, after;  // empty: not there
};

// Each list is sorted: pages by URL, numbers by kind and id.
struct GuideChanges {
  std::vector<std::string> added, removed, changed;  // URLs of pages
  std::vector<MovedPage> moved;
  std::vector<ChangedNumber> numbers;
};

// A page that is gone moved where its address leads on, or where one new page has its title.
GuideChanges changes_between(const ComparedGuide& before, const ComparedGuide& after);

std::string text_report(const GuideChanges& changes);
std::string markdown_report(const GuideChanges& changes);  // for a comment, at most 100 lines each
std::string json_report(const GuideChanges& changes);

}  // namespace waymark
