#include "model/ids.h"

#include <array>

namespace waymark {

namespace {

struct KindWords {
  std::string_view name;
  std::string_view folder;
};

// In the order of Kind.
constexpr std::array<KindWords, 17> words{{
    {"article", "articles"},
    {"role", "roles"},
    {"skill", "skills"},
    {"certification", "certifications"},
    {"page", ""},
    {"salary", "salaries"},
    {"figure", "figures"},
    {"dispute", "disputes"},
    {"source", "sources"},
    {"title", "titles"},
    {"level", ""},
    {"region", ""},
    {"industry", ""},
    {"tag", ""},
    {"skill kind", ""},
    {"family", ""},
    {"education level", ""},
}};

}  // namespace

std::string_view kind_name(Kind kind) { return words[static_cast<std::size_t>(kind)].name; }
std::string_view kind_folder(Kind kind) { return words[static_cast<std::size_t>(kind)].folder; }
bool has_page(Kind kind) { return kind <= Kind::page; }

}  // namespace waymark
