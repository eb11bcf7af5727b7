#include "commands/diff/guide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "formats/json.h"
#include "formats/url.h"
#include "stages/read.h"

namespace waymark {
namespace {

constexpr std::string_view page_extension = ".html";

bool has_numbers(std::string_view path) {
  return path == "api/figures.json" || path == "api/salaries.json" ||
         path == "api/certifications.json";
}

std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + begin.size());
  return text.substr(0, text.find(end));
}

std::string_view url_of_file(std::string_view path) {
  constexpr std::string_view index = "index.html";
  if (path == index || path.ends_with("/index.html")) path.remove_suffix(index.size());
  return path;
}

ComparedPage read_page(std::string_view path, std::string_view html) {
  const std::string_view main = between(html, "<main", "</main>");
  ComparedPage page{std::string(between(html, "<title>", "</title>")), {}, hash64(main)};
  const std::string_view refresh = between(html, "http-equiv=\"refresh\"", ">");
  if (refresh.empty()) return page;
  const std::string_view target = split_url(between(refresh, "url=", "\"")).path;
  const std::string_view folder = path.substr(0, path.rfind('/') + 1);
  page.forwards_to = resolve_path(folder, percent_decoded(target)).value_or(std::string(target));
  if (page.forwards_to.empty()) page.forwards_to = "./";
  return page;
}

std::string text(const Json& value) {
  const auto* text = value.as<std::string>();
  return text == nullptr ? std::string() : *text;
}

// 64000.5 -> "64,000.5"; empty for what is no number.
std::string amount_text(const Json& value) {
  if (const auto* whole = value.as<std::int64_t>()) return with_thousands(*whole);
  const auto* number = value.as<double>();
  constexpr double most = 1e15;  // beyond it {} writes an exponent
  if (number == nullptr || std::abs(*number) >= most) return {};
  const std::string plain = fmt::format("{}", *number);
  return with_thousands(static_cast<std::int64_t>(*number)) +
         plain.substr(std::min(plain.find('.'), plain.size()));
}

class NumberReader {
 public:
  explicit NumberReader(ComparedGuide& guide) : guide_(guide) {}

  void read_figure(const Json& item) {
    const std::string period = text(member(item, "period"));
    add({"figure", text(member(item, "title")),
         text(member(item, "text")) + (period.empty() ? "" : " (" + period + ")")},
        text(member(item, "id")));
  }

  void read_salary(const Json& item) {
    const std::string id = text(member(item, "id"));
    const std::string name = salary_name(item);
    for (const char* statistic : {"p10", "p25", "median", "p75", "p90", "mean"}) {
      const Json& amount = member(item, statistic);
      const std::string value = amount_text(member(amount, "value"));
      if (value.empty()) continue;
      const bool* at_least = member(amount, "at_least").as<bool>();
      const std::string floor = at_least != nullptr && *at_least ? "≥ " : "";
      const std::string period = text(member(item, "period"));
      add({"salary", name + ", " + statistic,
           fmt::format("{}{} {} a {}", floor, text(member(item, "currency")), value, period)},
          id + " " + statistic);
    }
  }

  void read_certification(const Json& item) {
    const std::string title = text(member(item, "title"));
    for (const auto& [key, name] : {std::pair("cost", "fee"), {"renewal_cost", "renewal"}}) {
      const Json& cost = member(item, key);
      const std::string value = amount_text(member(cost, "amount"));
      if (!value.empty())
        add({"certification", title + ", " + name, text(member(cost, "currency")) + " " + value},
            text(member(item, "id")) + " " + name);
    }
  }

 private:
  // "data-scientist, senior, us, 2024, aijobs-2025-01"
  static std::string salary_name(const Json& item) {
    std::vector<std::string> parts;
    const std::string role = text(member(item, "role"));
    parts.push_back(role.empty() ? text(member(item, "occupation")) : role);
    if (const auto level = text(member(item, "level")); !level.empty()) parts.push_back(level);
    parts.push_back(text(member(item, "region")));
    if (const auto* year = member(item, "year").as<std::int64_t>())
      parts.push_back(std::to_string(*year));
    parts.push_back(text(member(item, "source")));
    return join(parts, ", ");
  }

  void add(ComparedNumber number, const std::string& id) {
    const std::string key = number.kind + " " + id;
    guide_.numbers.emplace(key, std::move(number));
  }

  ComparedGuide& guide_;
};

// Whether it is what the API's file should be.
bool read_numbers(std::string_view path, std::string_view bytes, ComparedGuide& guide) {
  const auto json = read_json(bytes);
  const auto* items = json ? member(*json, "items").as<std::vector<Json>>() : nullptr;
  if (items == nullptr) return false;
  NumberReader reader(guide);
  for (const Json& item : *items) {
    if (path == "api/figures.json") reader.read_figure(item);
    if (path == "api/salaries.json") reader.read_salary(item);
    if (path == "api/certifications.json") reader.read_certification(item);
  }
  return true;
}

// Reads one file of a guide; nothing for those that are not compared.
Result<Done> read_file(std::string_view path, std::string_view bytes, ComparedGuide& guide) {
  if (path.ends_with(page_extension))
    guide.pages.emplace(url_of_file(path), read_page(path, bytes));
  else if (has_numbers(path) && !read_numbers(path, bytes, guide))
    return Failure{fmt::format("{} is no list of numbers as waymark writes it", path)};
  return Done{};
}

}  // namespace

Result<ComparedGuide> compared_guide(const FileSystem& files, const std::string& folder) {
  const auto paths = read_published(files, folder);
  if (!paths) return paths.failure();
  ComparedGuide guide;
  for (const std::string& path : *paths) {
    if (!path.ends_with(page_extension) && !has_numbers(path)) continue;
    const auto bytes = files.read(join_path(folder, path));
    if (!bytes) return bytes.failure();
    if (const auto done = read_file(path, *bytes, guide); !done)
      return Failure{join_path(folder, done.failure().message)};
  }
  return guide;
}

Result<ComparedGuide> compared_guide(const Pages& pages, const Sources& sources) {
  ComparedGuide guide;
  for (const Page& page : pages) {
    const bool is_copy = page.copy_of != SourceId::none;
    const std::string_view bytes =
        is_copy ? sources.text(page.copy_of) : std::string_view(page.bytes);
    if (const auto done = read_file(page.path, bytes, guide); !done) return done.failure();
  }
  return guide;
}

}  // namespace waymark
