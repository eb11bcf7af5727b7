#include "stages/load/imported.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace waymark {

namespace {

// Keys of a theme's looks, in lower case, as Hugo reads them, each between blanks.
constexpr std::string_view looks =
    " _build build cascade comments disablehljs disableshare editpost featured "
    "has_children headless hideauthor hidefooter hidemeta hidesummary iscjklanguage katex "
    "keywords layout linktitle markup math menu menus mermaid nav_order outputs parent pin "
    "render_with_liquid resources searchhidden showbreadcrumbs showcodecopybuttons "
    "showpostnavlinks showreadingtime showrssbuttoninsectiontermlist showsharebuttons "
    "showwordcount sitemap tocopen tocside translationkey type usehugotoc ";

constexpr std::string_view picture = "put the picture into the text: ![what it shows](file.png)";
constexpr std::string_view address =
    "the file's name is the address; former_paths = [...] names addresses that the page had";
constexpr std::string_view canonical = "each page names its own address as the canonical one";
constexpr std::string_view series = "link the articles of a series to each other in their text";

struct Lost {
  std::string_view key;
  std::string_view instead;
};
constexpr std::array<Lost, 15> lost{
    {{"banner", picture},
     {"canonical", canonical},
     {"canonical_url", canonical},
     {"canonicalurl", canonical},
     {"cover", picture},
     {"featured_image", picture},
     {"image", picture},
     {"images", picture},
     {"permalink", address},
     {"redirect_to", "write the address in content/redirects.toml, and remove this file"},
     {"robotsnoindex", "search engines may list every page; draft = true keeps one back"},
     {"series", series},
     {"slug", address},
     {"thumbnail", picture},
     {"url", address}}};

bool is_empty(const Value& value) {
  if (value.as<Null>() != nullptr) return true;
  if (const auto* text = value.as<std::string>()) return trim(*text).empty();
  if (const auto* list = value.as<Array>())
    return std::all_of(list->begin(), list->end(), is_empty);
  const auto says_nothing = [](const Member& member) {
    return member.value.as<bool>() != nullptr || is_empty(member.value);
  };
  const auto* table = value.as<Table>();
  return table != nullptr && std::all_of(table->begin(), table->end(), says_nothing);
}

// The texts of a list, or the one that stands alone.
Array listed(Value value) {
  if (auto* list = std::get_if<Array>(&value.data)) return std::move(*list);
  return {std::move(value)};
}

class Translation {
 public:
  Translation(const ContentFile& file, Table table) : file_(file), table_(std::move(table)) {}

  Table run() {
    std::erase_if(table_, [](const Member& member) { return is_empty(member.value); });
    translate_author();
    translate_dates();
    translate_tags();
    translate_addresses();
    drop_second_summary();
    std::erase_if(table_, [&](const Member& member) { return has_no_effect(member); });
    return std::move(table_);
  }

 private:
  Member* find(std::string_view key) {
    const auto found = std::find_if(table_.begin(), table_.end(), [&](const Member& member) {
      return ascii_lower(member.key) == key;
    });
    return found == table_.end() ? nullptr : &*found;
  }

  std::optional<Member> take(std::string_view key) {
    Member* found = find(key);
    if (found == nullptr) return std::nullopt;
    Member taken = std::move(*found);
    table_.erase(table_.begin() + (found - table_.data()));
    return taken;
  }

  // Appends to a list that may be there already; one that is written in another way stays.
  void append(std::string_view key, Member from) {
    Array more = listed(std::move(from.value));
    Member* to = find(key);
    if (to == nullptr) {
      table_.push_back({std::string(key), from.key_span, {std::move(more), from.value.span}});
    } else if (auto* list = std::get_if<Array>(&to->value.data)) {
      std::move(more.begin(), more.end(), std::back_inserter(*list));
    }
  }

  void warn(const Member& member, std::string message, std::string_view instead) {
    file_.out.warning(member.key_span, std::move(message))
        .notes.push_back({std::string(instead), {}});
  }

  void translate_author() {
    auto authors = take("author");
    auto more = take("authors");
    if (!authors) std::swap(authors, more);
    if (!authors) return;
    Array names = listed(authors->value);
    if (more)
      for (Value& name : listed(std::move(more->value))) names.push_back(std::move(name));
    const auto is_text = [](const Value& name) { return name.as<std::string>() != nullptr; };
    if (std::all_of(names.begin(), names.end(), is_text)) {
      std::vector<std::string> parts;
      for (const Value& name : names)
        if (std::find(parts.begin(), parts.end(), *name.as<std::string>()) == parts.end())
          parts.push_back(*name.as<std::string>());
      authors->value.data = join(parts, ", ");
    }
    authors->key = "author";
    table_.push_back(std::move(*authors));
  }

  // Hugo publishes on publishDate where it differs from the date; Jekyll says published: false.
  void translate_dates() {
    if (auto publish = take("publishdate")) {
      take("date");
      publish->key = "date";
      table_.push_back(std::move(*publish));
    }
    Member* published = find("published");
    if (published == nullptr || published->value.as<bool>() == nullptr) return;
    const bool is_draft = !*published->value.as<bool>();
    if (Member* draft = find("draft"); draft == nullptr) {
      published->key = "draft";
      published->value.data = is_draft;
    } else if (draft->value.as<bool>() != nullptr) {  // either keeps the page back
      draft->value.data = is_draft || *draft->value.as<bool>();
      take("published");
    }
  }

  // Categories are tags here, "Career Advice" is the tag career-advice, and Jekyll's "a b" are two.
  void translate_tags() {
    split_words("tags");
    split_words("categories");
    for (const std::string_view key : {"categories", "category"})
      if (auto more = take(key)) append("tags", std::move(*more));
    Member* tags = find("tags");
    Array* list = tags == nullptr ? nullptr : std::get_if<Array>(&tags->value.data);
    if (list == nullptr) return;
    std::vector<std::string> seen;
    std::erase_if(*list, [&](Value& tag) {
      auto* name = std::get_if<std::string>(&tag.data);
      if (name == nullptr) return false;
      if (std::string id = to_id(*name); !id.empty()) *name = std::move(id);
      const bool is_repeat = std::find(seen.begin(), seen.end(), *name) != seen.end();
      seen.push_back(*name);
      return is_repeat;
    });
  }

  void split_words(std::string_view key) {
    Member* member = find(key);
    const auto* text = member == nullptr ? nullptr : member->value.as<std::string>();
    if (text == nullptr) return;
    const char separator = text->find(',') == std::string::npos ? ' ' : ',';
    Array words;
    for (std::size_t begin = 0; begin < text->size();) {
      const std::size_t end = std::min(text->find(separator, begin), text->size());
      const std::string_view word = trim(std::string_view(*text).substr(begin, end - begin));
      if (!word.empty()) words.push_back({std::string(word), member->value.span});
      begin = end + 1;
    }
    member->value.data = std::move(words);
  }

  // In Hugo an alias is an address that the page had; here it is a name. A slash around it tells.
  void translate_addresses() {
    Member* from = find("redirect_from");
    if (from != nullptr && from->value.as<std::string>() != nullptr)
      from->value.data = listed(from->value);
    Member* aliases = find("aliases");
    auto* names = aliases == nullptr ? nullptr : std::get_if<Array>(&aliases->value.data);
    if (names != nullptr) {
      const auto is_name = [](const Value& alias) {
        const auto* text = alias.as<std::string>();
        return text == nullptr || !(text->starts_with('/') || text->ends_with('/'));
      };
      const auto first = std::stable_partition(names->begin(), names->end(), is_name);
      Array paths(std::make_move_iterator(first), std::make_move_iterator(names->end()));
      names->erase(first, names->end());
      if (!paths.empty())
        append(find("redirect_from") == nullptr ? "former_paths" : "redirect_from",
               {{}, aliases->key_span, {std::move(paths), aliases->value.span}});
    }
  }

  void drop_second_summary() {
    const Member* description = find("description");
    const Member* summary = find("summary") == nullptr ? find("excerpt") : find("summary");
    if (description == nullptr || summary == nullptr) return;
    const std::string key = ascii_lower(summary->key);
    warn(*summary, fmt::format("\"{}\" is not used beside \"description\"", summary->key),
         "a page has one summary: keep the one that is better");
    take(key);
  }

  bool has_no_effect(const Member& member) {
    const std::string key = ascii_lower(member.key);
    if (looks.find(" " + key + " ") != looks.npos) return true;
    const auto found =
        std::find_if(lost.begin(), lost.end(), [&](const Lost& other) { return other.key == key; });
    if (found == lost.end()) return false;
    warn(member, fmt::format("\"{}\" has no effect here", member.key), found->instead);
    return true;
  }

  const ContentFile& file_;
  Table table_;
};

}  // namespace

Table in_our_words(const ContentFile& file, Table table) {
  return Translation(file, std::move(table)).run();
}

}  // namespace waymark
