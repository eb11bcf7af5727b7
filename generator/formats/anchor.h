// The names by which links reach headings: GitHub's rule.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace waymark {

// Lower case, spaces to hyphens; letters, marks and digits of any script, "_" and "-" stay and all
// else goes: "What's new?" -> "whats-new". May be empty. Holds no capital letter.
std::string anchor_of(std::string_view text);

// Hands out anchors that are unique in one document, in the order asked: "pay", "pay-1", "pay-2".
class Anchors {
 public:
  // A text without any letter gives "section".
  std::string unique(std::string_view text);
  // Keeps an anchor from being handed out.
  void take(const std::string& anchor) { repeats_.emplace(anchor, 1); }

 private:
  std::unordered_map<std::string, int> repeats_;
};

}  // namespace waymark
