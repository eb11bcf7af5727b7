// What each shortcode takes, as its template declares it. Private to link.
//
// The template of a shortcode begins with a comment:
//   {{! inline: figure figure required }}
//   {{! block: roles role list, level level, statistic median|mean, year number, note }}
// inline may stand in a sentence, block stands alone. Then the arguments in the order in which
// values without a key fill them: a name, then in any order what it holds (text without a word, a
// number, a youtube video, one of several words, or the id of a record of a kind), `list` for one
// or more of it, `required`. The template finds each under its name, and under `call` what is not
// from the author.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/ids.h"

namespace waymark {

struct Parameter {
  enum class Type { text, number, youtube, word, record };

  std::string name;
  Type type = Type::text;
  Kind kind = Kind::article;            // of a record
  std::vector<std::string_view> words;  // to choose from
  bool is_list = false;
  bool is_required = false;
};

struct ShortcodeForm {
  bool is_inline = false;
  std::vector<Parameter> parameters;
};

// Borrows: the sources.
class ShortcodeForms {
 public:
  // Reads the first comment of every template in templates/shortcodes/, and reports what it does
  // not understand there.
  ShortcodeForms(const Sources& sources, Diagnostics& out);

  bool has(std::string_view name) const { return forms_.contains(name); }
  // Nothing where the declaration has a mistake: its calls are not judged by it.
  const ShortcodeForm* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

 private:
  std::map<std::string_view, std::optional<ShortcodeForm>> forms_;
};

}  // namespace waymark
