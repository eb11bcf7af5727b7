#include "commands/diff/changes.h"

#include <utility>

namespace waymark {
namespace {

bool is_page(const ComparedGuide& guide, const std::string& url) {
  const auto page = guide.pages.find(url);
  return page != guide.pages.end() && page->second.forwards_to.empty();
}

std::vector<std::string> added_pages(const ComparedGuide& before, const ComparedGuide& after) {
  std::vector<std::string> added;
  for (const auto& [url, page] : after.pages)
    if (is_page(after, url) && !is_page(before, url)) added.push_back(url);
  return added;
}

// The one new page with this title, or empty.
std::string page_called(const std::string& title, const ComparedGuide& guide,
                        const std::vector<std::string>& urls) {
  std::string found;
  for (const std::string& url : urls) {
    if (guide.pages.at(url).title != title) continue;
    if (!found.empty()) return {};
    found = url;
  }
  return found;
}

void compare_pages(const ComparedGuide& before, const ComparedGuide& after, GuideChanges& to) {
  to.added = added_pages(before, after);
  const std::vector<std::string> candidates = to.added;
  for (const auto& [url, page] : before.pages) {
    if (!page.forwards_to.empty()) continue;
    const auto now = after.pages.find(url);
    if (now != after.pages.end() && now->second.forwards_to.empty()) {
      const bool is_same = now->second.hash == page.hash && now->second.title == page.title;
      if (!is_same) to.changed.push_back(url);
      continue;
    }
    const bool is_forwarded = now != after.pages.end();
    const std::string heir =
        is_forwarded ? now->second.forwards_to : page_called(page.title, after, candidates);
    if (heir.empty()) {
      to.removed.push_back(url);
    } else {
      std::erase(to.added, heir);
      to.moved.push_back({url, heir, is_forwarded});
    }
  }
}

std::string value_of(const ComparedGuide& guide, const std::string& key) {
  const auto number = guide.numbers.find(key);
  return number == guide.numbers.end() ? std::string() : number->second.value;
}

void compare_numbers(const ComparedGuide& before, const ComparedGuide& after, GuideChanges& to) {
  std::map<std::string, ComparedNumber> all = after.numbers;
  all.insert(before.numbers.begin(), before.numbers.end());
  for (const auto& [key, number] : all) {
    std::string old_value = value_of(before, key);
    std::string new_value = value_of(after, key);
    if (old_value != new_value)
      to.numbers.push_back({number.kind, number.name, std::move(old_value), std::move(new_value)});
  }
}

}  // namespace

GuideChanges changes_between(const ComparedGuide& before, const ComparedGuide& after) {
  GuideChanges changes;
  compare_pages(before, after, changes);
  compare_numbers(before, after, changes);
  return changes;
}

}  // namespace waymark
