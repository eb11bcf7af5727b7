#include "stages/field_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "formats/url.h"

namespace waymark {

namespace {

std::string print(double number) { return fmt::format("{}", number); }

// "from 1 to 5", "at least 0"
std::string range(const Field& field) {
  return std::isfinite(field.max) ? "from " + print(field.min) + " to " + print(field.max)
                                  : "at least " + print(field.min);
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> as_number(const Value& value) {
  if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* real = value.as<double>()) return *real;
  return std::nullopt;
}

}  // namespace

bool ValueReader::mismatch(const Value& value, const Field& field, std::string_view wanted) {
  Diagnostic& error = out_.error(
      value.span, fmt::format("\"{}\" must be {}, not {}", field.name, wanted, type_name(value)));
  const auto* written = value.as<std::string>();
  if (written != nullptr && wanted == "a list") {
    error.notes.push_back({fmt::format("write [\"{}\"]", *written), {}});
  } else if (written != nullptr &&
             (parse_number(*written) || *written == "true" || *written == "false")) {
    error.notes.push_back({fmt::format("write {} without quotes", *written), {}});
  } else if (wanted == "a text" && (as_number(value) || value.as<bool>() || value.as<Date>())) {
    error.notes.push_back({fmt::format("write \"{}\", in quotes", sources_.text(value.span)), {}});
  }
  return false;
}

bool ValueReader::in_range(const Value& value, const Field& field, double number) {
  if (number >= field.min && number <= field.max) return true;
  out_.error(value.span,
             fmt::format("\"{}\" must be {}, not {}", field.name, range(field), print(number)));
  return false;
}

bool ValueReader::text(const Value& value, const Field& field, std::string& to) {
  const auto* written = value.as<std::string>();
  if (written == nullptr) return mismatch(value, field, "a text");
  if (trim(*written).empty()) {
    out_.error(value.span, fmt::format("\"{}\" is empty", field.name))
        .notes.push_back({fmt::format("{}: {}", field.name, field.help), {}});
    return false;
  }
  if (field.is_url && !is_web_url(*written)) {
    out_.error(value.span, fmt::format("\"{}\" is no web address", field.name))
        .notes.push_back({"write it with https:// before it: https://example.org/guide/", {}});
    return false;
  }
  to = *written;
  return true;
}

bool ValueReader::boolean(const Value& value, const Field& field, bool& to) {
  const auto* written = value.as<bool>();
  if (written == nullptr) return mismatch(value, field, "true or false");
  to = *written;
  return true;
}

bool ValueReader::integer(const Value& value, const Field& field, int& to) {
  const auto* written = value.as<std::int64_t>();
  if (written == nullptr) return mismatch(value, field, "a whole number");
  constexpr std::int64_t largest = std::numeric_limits<int>::max();
  if (*written < -largest || *written > largest) {
    out_.error(value.span, fmt::format("\"{}\" is too large a number", field.name));
    return false;
  }
  if (!in_range(value, field, static_cast<double>(*written))) return false;
  to = static_cast<int>(*written);
  return true;
}

bool ValueReader::number(const Value& value, const Field& field, double& to) {
  const auto written = as_number(value);
  if (!written || !std::isfinite(*written)) return mismatch(value, field, "a number");
  if (!in_range(value, field, *written)) return false;
  to = *written;
  return true;
}

bool ValueReader::date(const Value& value, const Field& field, Date& to) {
  std::optional<Date> date;
  if (const auto* written = value.as<Date>()) date = *written;
  if (const auto* written = value.as<std::string>()) date = parse_date(*written);
  if (!date) {
    out_.error(value.span, fmt::format("\"{}\" is no date", field.name))
        .notes.push_back({"write year-month-day: 2026-11-21", {}});
    return false;
  }
  to = *date;
  return true;
}

bool ValueReader::amount(const Value& value, const Field& field, Amount& to) {
  if (const auto* written = value.as<std::string>()) {
    std::string_view floor = trim(*written);
    if (floor.starts_with(">=")) {
      floor.remove_prefix(2);
      const auto parsed = parse_number(trim(floor));
      if (parsed && in_range(value, field, *parsed)) to = {*parsed, true};
      if (parsed) return true;
    }
    Diagnostic& error = out_.error(value.span, fmt::format("\"{}\" is no amount", field.name));
    error.notes.push_back(
        {"write a number, 125000, or where the source gives a floor, \">= 239200\"", {}});
    return false;
  }
  to.at_least = false;
  return number(value, field, to.value);
}

bool ValueReader::id(const Value& value, const Field& field, std::string& to) {
  if (!text(value, field, to)) return false;
  if (is_id(to)) return true;
  Diagnostic& error = out_.error(inner(value), fmt::format("\"{}\" is no id", to));
  error.notes.push_back({"an id is made of lower-case letters, digits and hyphens", {}});
  if (const std::string better = to_id(to); !better.empty())
    error.notes.push_back({"write \"" + better + '"', {}});
  return false;
}

std::optional<std::size_t> ValueReader::word(const Value& value, const Field& field,
                                             const std::string_view* words, std::size_t count) {
  std::string written;
  if (!text(value, field, written)) return std::nullopt;
  const std::vector<std::string_view> known(words, words + count);
  const auto found = std::find(known.begin(), known.end(), written);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  Diagnostic& error =
      out_.error(inner(value), fmt::format("\"{}\" is no word for \"{}\"", written, field.name));
  suggest(error, written, known);
  error.notes.push_back({fmt::format("one of: {}", fmt::join(known, ", ")), {}});
  return std::nullopt;
}

const Array* ValueReader::list(const Value& value, const Field& field) {
  const auto* found = value.as<Array>();
  if (found == nullptr) {
    mismatch(value, field, "a list");
  } else if (found->empty() && field.required) {
    out_.error(value.span, fmt::format("\"{}\" is empty", field.name))
        .notes.push_back({fmt::format("{}: {}", field.name, field.help), {}});
    return nullptr;
  }
  return found;
}

const Table* ValueReader::table(const Value& value, const Field& field) {
  const auto* found = value.as<Table>();
  if (found == nullptr) mismatch(value, field, "a table");
  return found;
}

Span ValueReader::inner(const Value& value) const {
  Span span = value.span;
  const std::string_view written = sources_.text(span);
  if (written.size() >= 2 && (written.front() == '"' || written.front() == '\'') &&
      written.front() == written.back()) {
    ++span.begin;
    --span.end;
  }
  return span;
}

void ValueReader::unknown_key(const Member& member, const std::vector<std::string_view>& known,
                              std::string_view owner) {
  Diagnostic& error =
      out_.error(member.key_span, fmt::format("unknown key \"{}\" in {}", member.key, owner));
  suggest(error, member.key, known);
}

void ValueReader::missing_key(const Field& field, Span place, std::string_view owner) {
  out_.error(place, fmt::format("{} has no \"{}\"", owner, field.name))
      .notes.push_back({fmt::format("{}: {}", field.name, field.help), {}});
}

void ValueReader::said_twice(const Member& first, const Member& second) {
  out_.error(second.key_span, fmt::format("\"{}\" and \"{}\" are two words for the same: keep one",
                                          first.key, second.key))
      .notes.push_back({"the other one is here", first.key_span});
}

}  // namespace waymark
