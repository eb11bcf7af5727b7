// Questions that an article asks in its headings, with their answers.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"

namespace waymark {

struct Question {
  std::string text;
  std::string answer;
};

// Each heading that ends in "?" with the text up to the next heading of its level or above. A text
// with one such heading asks it for style: none then.
std::vector<Question> questions(const Site& site, const Body& body);

}  // namespace waymark
