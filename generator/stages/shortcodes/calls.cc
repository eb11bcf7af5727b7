#include "stages/shortcodes/calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "stages/shortcodes/pay.h"
#include "stages/shortcodes/youtube.h"

namespace waymark {

namespace {

// "title (required), note": for notes below a mistake.
std::string usage(const ShortcodeForm& form) {
  std::vector<std::string> names;
  for (const Parameter& parameter : form.parameters)
    names.push_back(parameter.name + (parameter.is_required ? " (required)" : ""));
  return names.empty() ? "it takes nothing" : "it takes " + join(names, ", ");
}

// One shortcode.
class CallChecker {
 public:
  CallChecker(const Shortcode& shortcode, const ShortcodeForm& form, const RecordFinder& records,
              Diagnostics& out)
      : shortcode_(shortcode), form_(form), records_(records), out_(out) {}

  // Nothing where something is wrong.
  std::optional<ShortcodeCall> check() {
    const std::size_t errors_before = out_.errors();
    call_.layout = "shortcodes/" + shortcode_.name;
    call_.is_inline = form_.is_inline;
    for (const Parameter& parameter : form_.parameters)
      call_.arguments.push_back({parameter.name, parameter.is_list, {}});
    if (!form_.is_inline && !shortcode_.is_block)
      error(shortcode_.span,
            fmt::format("the shortcode \"{}\" cannot stand in a sentence", shortcode_.name),
            "put it on a line of its own, with empty lines around it");
    for (const ShortcodeArgument& argument : shortcode_.arguments) take(argument);
    for (std::size_t i = 0; i < form_.parameters.size(); ++i) require(i);
    if (out_.errors() > errors_before) return std::nullopt;
    return std::move(call_);
  }

 private:
  void error(Span span, std::string message, std::string note) {
    out_.error(span, std::move(message)).notes.push_back({std::move(note), {}});
  }

  void take(const ShortcodeArgument& argument) {
    const auto place = argument.key.empty() ? next_place(argument) : place_of(argument);
    if (!place) return;
    const Parameter& parameter = form_.parameters[*place];
    std::vector<CallValue>& values = call_.arguments[*place].values;
    const bool goes_on = parameter.is_list && argument.key.empty();
    if (!values.empty() && !goes_on) {
      out_.error(argument.key.empty() ? argument.span : argument.key_span,
                 fmt::format("\"{}\" is given twice", parameter.name))
          .notes.push_back({"the first time is here", values.front().span});
      return;
    }
    if (parameter.is_list)
      add_list(parameter, argument, values);
    else
      add(parameter, {argument.value, argument.span, std::nullopt}, values);
  }

  // Where the next value without a key goes: a list keeps what follows.
  std::optional<std::size_t> next_place(const ShortcodeArgument& argument) {
    if (next_ == form_.parameters.size()) {
      error(argument.span, fmt::format("one value too many for \"{}\"", shortcode_.name),
            usage(form_));
      return std::nullopt;
    }
    return form_.parameters[next_].is_list ? next_ : next_++;
  }

  std::optional<std::size_t> place_of(const ShortcodeArgument& argument) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < form_.parameters.size(); ++i) {
      if (form_.parameters[i].name == argument.key) return i;
      known.push_back(form_.parameters[i].name);
    }
    Diagnostic& error = out_.error(argument.key_span, fmt::format("\"{}\" has no argument \"{}\"",
                                                                  shortcode_.name, argument.key));
    suggest(error, argument.key, known);
    if (error.notes.empty()) error.notes.push_back({usage(form_), {}});
    return std::nullopt;
  }

  // "a, b" is two values.
  void add_list(const Parameter& parameter, const ShortcodeArgument& argument,
                std::vector<CallValue>& values) {
    const std::string_view text = argument.value;
    const bool as_written = argument.span.end - argument.span.begin == text.size();
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      const std::string_view part = trim(text.substr(begin, end - begin));
      Span span = argument.span;
      if (as_written) {
        span.begin += static_cast<std::uint32_t>(part.data() - text.data());
        span.end = span.begin + static_cast<std::uint32_t>(part.size());
      }
      begin = end + 1;
      add(parameter, {std::string(part), span, std::nullopt}, values);
    }
  }

  void add(const Parameter& parameter, CallValue value, std::vector<CallValue>& values) {
    const auto same = [&](const CallValue& other) { return other.text == value.text; };
    if (value.text.empty()) {
      error(value.span, fmt::format("\"{}\" is empty", parameter.name), usage(form_));
    } else if (const auto first = std::find_if(values.begin(), values.end(), same);
               first != values.end()) {
      out_.error(value.span, fmt::format("\"{}\" is named twice", value.text))
          .notes.push_back({"the first time is here", first->span});
    } else if (fits(parameter, value)) {
      values.push_back(std::move(value));
    }
  }

  bool fits(const Parameter& parameter, CallValue& value) {
    switch (parameter.type) {
      case Parameter::Type::text:
        return true;
      case Parameter::Type::number:
        return fits_number(parameter, value);
      case Parameter::Type::youtube:
        return fits_youtube(value);
      case Parameter::Type::word:
        return fits_word(parameter, value);
      case Parameter::Type::record:
        value.record = records_(parameter.kind, value.text, value.span);
        return value.record.has_value();
    }
    return false;
  }

  bool fits_number(const Parameter& parameter, const CallValue& value) {
    const bool is_number = std::all_of(value.text.begin(), value.text.end(), is_digit);
    if (!is_number)
      error(value.span, fmt::format("\"{}\" must be a number", parameter.name),
            fmt::format("write {}=10", parameter.name));
    return is_number;
  }

  bool fits_youtube(CallValue& value) {
    const auto id = youtube_id(value.text);
    if (id)
      value.text = *id;
    else
      error(
          value.span, fmt::format("\"{}\" is no video of YouTube", value.text),
          "write its address, https://www.youtube.com/watch?v=..., or the 11 characters after v=");
    return id.has_value();
  }

  bool fits_word(const Parameter& parameter, const CallValue& value) {
    const auto& words = parameter.words;
    if (std::find(words.begin(), words.end(), value.text) != words.end()) return true;
    Diagnostic& error =
        out_.error(value.span, fmt::format("\"{}\" cannot be \"{}\"", parameter.name, value.text));
    suggest(error, value.text, words);
    if (error.notes.empty())
      error.notes.push_back({fmt::format("it is one of {}", fmt::join(words, ", ")), {}});
    return false;
  }

  void require(std::size_t place) {
    const Parameter& parameter = form_.parameters[place];
    if (!parameter.is_required || !call_.arguments[place].values.empty()) return;
    const bool was_given = std::any_of(
        shortcode_.arguments.begin(), shortcode_.arguments.end(),
        [&](const ShortcodeArgument& argument) { return argument.key == parameter.name; });
    if (was_given || next_ > place) return;  // it is wrong, and reported
    error(shortcode_.name_span, fmt::format("\"{}\" needs \"{}\"", shortcode_.name, parameter.name),
          usage(form_));
  }

  const Shortcode& shortcode_;
  const ShortcodeForm& form_;
  const RecordFinder& records_;
  Diagnostics& out_;
  ShortcodeCall call_;
  std::size_t next_ = 0;  // parameter for a value without a key
};

// Two to four records of one kind.
void check_compare(const Shortcode& shortcode, const ShortcodeCall& call, Diagnostics& out) {
  constexpr std::size_t most = 4;
  std::vector<const CallArgument*> given;
  for (const CallArgument& argument : call.arguments)
    if (argument.is_list && !argument.values.empty()) given.push_back(&argument);
  if (given.size() > 1) {
    out.error(given[1]->values.front().span, "only records of one kind can be compared")
        .notes.push_back({fmt::format("there are {} already", given[0]->name), {}});
  } else if (given.empty() || given[0]->values.size() < 2 || given[0]->values.size() > most) {
    out.error(shortcode.name_span, "a comparison needs two to four records")
        .notes.push_back({"write {{< compare ROLE ROLE >}}, or skills=\"SKILL, SKILL\"", {}});
  }
}

bool embeds_another_site(std::string_view name) {
  constexpr std::array<std::string_view, 7> hugos{"gist",           "instagram", "tweet", "twitter",
                                                  "twitter_simple", "vimeo",     "x"};
  return std::find(hugos.begin(), hugos.end(), name) != hugos.end();
}

// What the program itself knows of a shortcode of this name.
void check_meaning(const Catalog& catalog, const Shortcode& shortcode, ShortcodeCall& call,
                   Diagnostics& out) {
  if (shortcode.name == "compare") check_compare(shortcode, call, out);
  if (shortcode.name == "salary") choose_salary(catalog, shortcode, call, out);
  if (shortcode.name == "chart") choose_chart_rows(catalog, shortcode, call, out);
}

}  // namespace

void link_shortcodes(const ShortcodeForms& forms, const RecordFinder& records,
                     const Catalog& catalog, Body& body, Diagnostics& out) {
  for (const Shortcode& shortcode : body.document.shortcodes) {
    ShortcodeCall& to = body.shortcodes.emplace_back();
    if (!forms.has(shortcode.name) && embeds_another_site(shortcode.name)) {
      out.warning(shortcode.name_span,
                  fmt::format("Hugo's shortcode \"{}\" shows nothing here", shortcode.name))
          .notes.push_back({"pages load nothing from other sites: put a link in its place", {}});
      continue;
    }
    if (!forms.has(shortcode.name)) {
      Diagnostic& error =
          out.error(shortcode.name_span, fmt::format("unknown shortcode \"{}\"", shortcode.name));
      suggest(error, shortcode.name, forms.names());
      if (error.notes.empty())
        error.notes.push_back({fmt::format("there are {}; a new one is a template, "
                                           "templates/shortcodes/{}.html",
                                           fmt::join(forms.names(), ", "), shortcode.name),
                               {}});
      continue;
    }
    const ShortcodeForm* form = forms.find(shortcode.name);
    if (form == nullptr) continue;
    auto call = CallChecker(shortcode, *form, records, out).check();
    if (!call) continue;
    to = std::move(*call);
    check_meaning(catalog, shortcode, to, out);
  }
}

}  // namespace waymark
