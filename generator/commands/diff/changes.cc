#include "commands/diff/changes.h"

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

void compare_numbers(const ComparedGuide& before, const ComparedGuide& after, GuideChanges& to) {
  for (const auto& [key, number] : before.numbers) {
    const auto now = after.numbers.find(key);
    const std::string value = now == after.numbers.end() ? "" : now->second.value;
    if (value != number.value)
      to.numbers.push_back({number.kind, number.name, number.value, value});
  }
  for (const auto& [key, number] : after.numbers)
    if (!before.numbers.contains(key))
      to.numbers.push_back({number.kind, number.name, "", number.value});
}

}  // namespace

GuideChanges changes_between(const ComparedGuide& before, const ComparedGuide& after) {
  GuideChanges changes;
  compare_pages(before, after, changes);
  compare_numbers(before, after, changes);
  return changes;
}

}  // namespace waymark
