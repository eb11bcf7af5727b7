#include "stages/shortcodes/forms.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace waymark {

namespace {

constexpr std::string_view folder = "templates/shortcodes/";
constexpr std::string_view extension = ".html";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trim(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::optional<Kind> kind_named(std::string_view word) {
  constexpr auto count = static_cast<int>(Kind::education) + 1;
  for (int i = 0; i < count; ++i)
    if (kind_name(static_cast<Kind>(i)) == word) return static_cast<Kind>(i);
  return std::nullopt;
}

// One template's declaration.
class FormReader {
 public:
  FormReader(const Sources& sources, SourceId source, Diagnostics& out)
      : text_(sources.text(source)), source_(source), out_(out) {}

  std::optional<ShortcodeForm> read() {
    constexpr std::string_view open = "{{!";
    const std::size_t end = text_.find("}}");
    const std::string_view comment = text_.starts_with(open) && end != text_.npos
                                         ? text_.substr(open.size(), end - open.size())
                                         : std::string_view();
    const std::size_t colon = std::min(comment.find(':'), comment.size());
    const std::string_view place = trim(comment.substr(0, colon));
    if (place != "inline" && place != "block") {
      out_.error({source_, 0, 0}, "the template of a shortcode must say first what it takes")
          .notes.push_back(
              {"begin it with {{! inline: NAME, ... }} or {{! block: NAME, ... }}", {}});
      return std::nullopt;
    }
    form_.is_inline = place == "inline";
    const std::string_view list = comment.substr(std::min(colon + 1, comment.size()));
    if (!trim(list).empty())
      for (const std::string_view declaration : split(list, ',')) read_parameter(declaration);
    if (is_wrong_) return std::nullopt;
    return std::move(form_);
  }

 private:
  void read_parameter(std::string_view declaration) {
    const std::vector<std::string_view> words = words_of(declaration);
    if (words.empty()) {
      out_.error(span_of(declaration), "the name of an argument is missing here");
      is_wrong_ = true;
      return;
    }
    check_name(words.front());
    Parameter parameter;
    parameter.name = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) read_word(words[i], parameter);
    form_.parameters.push_back(std::move(parameter));
  }

  void check_name(std::string_view name) {
    const auto is_part = [](char c) {
      return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-';
    };
    const bool is_taken =
        name == "call" || std::any_of(form_.parameters.begin(), form_.parameters.end(),
                                      [&](const Parameter& other) { return other.name == name; });
    if (!is_taken && std::all_of(name.begin(), name.end(), is_part)) return;
    is_wrong_ = true;
    out_.error(span_of(name), is_taken ? fmt::format("the name \"{}\" is taken", name)
                                       : fmt::format("\"{}\" is no name of an argument", name));
  }

  void read_word(std::string_view word, Parameter& parameter) {
    if (word == "list") {
      parameter.is_list = true;
    } else if (word == "required") {
      parameter.is_required = true;
    } else if (word == "text") {
      parameter.type = Parameter::Type::text;
    } else if (word == "number") {
      parameter.type = Parameter::Type::number;
    } else if (word == "youtube") {
      parameter.type = Parameter::Type::youtube;
    } else if (word.find('|') != word.npos) {
      parameter.type = Parameter::Type::word;
      parameter.words = split(word, '|');
    } else if (const auto kind = kind_named(word)) {
      parameter.type = Parameter::Type::record;
      parameter.kind = *kind;
    } else {
      is_wrong_ = true;
      Diagnostic& error =
          out_.error(span_of(word), fmt::format("\"{}\" is nothing that an argument can be", word));
      suggest(error, word,
              {"required", "list", "text", "number", "youtube", "article", "role", "skill",
               "certification", "figure", "source", "level", "region"});
    }
  }

  Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {source_, begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  std::string_view text_;
  SourceId source_;
  Diagnostics& out_;
  ShortcodeForm form_;
  bool is_wrong_ = false;
};

}  // namespace

ShortcodeForms::ShortcodeForms(const Sources& sources, Diagnostics& out) {
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    std::string_view name = sources.path(SourceId{i});
    if (!name.starts_with(folder) || !name.ends_with(extension)) continue;
    name.remove_prefix(folder.size());
    name.remove_suffix(extension.size());
    forms_.emplace(name, FormReader(sources, SourceId{i}, out).read());
  }
}

const ShortcodeForm* ShortcodeForms::find(std::string_view name) const {
  const auto found = forms_.find(name);
  return found == forms_.end() || !found->second ? nullptr : &*found->second;
}

std::vector<std::string_view> ShortcodeForms::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, form] : forms_) names.push_back(name);
  return names;
}

}  // namespace waymark
