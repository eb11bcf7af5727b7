#include "stages/load/entries.h"

#include <fmt/format.h>

#include <concepts>

#include "base/text.h"
#include "formats/document_start.h"
#include "formats/sentence.h"
#include "stages/load/imported.h"

namespace waymark {

namespace {

// Why an entry is not published in this run; empty where it is.
std::string withheld(const Entry& entry, const LoadOptions& options) {
  if (entry.expires && *entry.expires <= options.as_of) return "expired on " + iso(*entry.expires);
  if (options.drafts) return {};
  if (entry.draft) return "is a draft";
  if (entry.date && *entry.date > options.as_of)
    return "is not published before " + iso(*entry.date);
  return {};
}

std::string id_of_file(const ContentFile& file) {
  const std::string_view stem = file.stem();
  if (is_id(stem)) return std::string(stem);
  Diagnostic& error =
      file.out.error(file.start(), fmt::format("the file's name \"{}\" is no id", stem));
  if (stem == "_index") {  // Hugo's page of a folder
    error.notes.push_back({"leave it out: lists make themselves", {}});
    return {};
  }
  error.notes.push_back({"an id is made of lower-case letters, digits and hyphens", {}});
  if (const std::string better = to_id(stem); !better.empty() && file.is_bundle())
    error.notes.push_back({fmt::format("rename its folder to {}", better), {}});
  else if (!better.empty())
    error.notes.push_back(
        {fmt::format("rename it to {}{}", better, file.name().substr(stem.size())), {}});
  return {};
}

// What an imported text does not say, from its prose. Where a person should decide, a warning.
void complete(const ContentFile& file, Article& article) {
  constexpr std::size_t longest_summary = 160;  // what search engines show
  ValueReader values(file.sources, file.out);
  const Document& document = article.body.document;
  const auto lacks = [&](std::string_view key) {
    return std::none_of(article.values.begin(), article.values.end(),
                        [&](const auto& value) { return value.first == key; });
  };
  const auto warn = [&](std::string_view key, std::string_view instead, std::string_view text) {
    file.out
        .warning(article.place, fmt::format("the article has no \"{}\"; {} is used", key, instead))
        .notes.push_back({fmt::format("it reads: {}", text), {}});
  };
  if (lacks("title") && !document.headings.empty()) {
    const Heading& first = document.headings.front();
    article.title = first.text;
    if (first.level > 1) warn("title", "its first heading", first.text);
  } else if (lacks("title")) {
    values.missing_key({.name = "title", .help = "The name, as headings and links show it."},
                       article.place, "the article");
  }
  const auto text = lacks("summary") ? first_text(document) : std::nullopt;
  if (text) {
    article.summary = first_sentence(document, *text, longest_summary);
    warn("summary", "its first sentence", article.summary);
  } else if (lacks("summary")) {
    values.missing_key({.name = "summary", .help = "One sentence: what it is."}, article.place,
                       "the article");
  }
}

// Reads the file's data, and its prose where it has some; false where it cannot be read.
template <class T>
bool read_record(const ContentFile& file, T& record) {
  const std::string owner = fmt::format("the {}", kind_name(kind_of<T>));
  if (!file.is_markdown()) {
    const auto table = read_toml(file, {});
    if (table) read_fields(file, *table, record.place, owner, record);
    return table.has_value();
  }
  auto matter = read_matter(file);
  if (!matter) return false;
  record.place = matter->fence;
  if (matter->table.empty()) {
    file.out.error(matter->fence, fmt::format("{} has no front matter", owner))
        .notes.push_back(
            {"begin the file with a line +++, then title = \"...\", then a line +++", {}});
    return false;
  }
  if constexpr (std::same_as<T, Article>)
    matter->table = in_our_words(file, std::move(matter->table));
  read_fields(file, matter->table, matter->fence, owner, record);
  read_body(file, matter->body, record.body);
  return true;
}

// What no single field can tell.
void check_record(const ContentFile&, const Entry&) {}
void check_record(const ContentFile& file, const Role& role) {
  check_occupations(file, role, role.occupations);
}
// Later dates may overtake a status; on the day that it was read it cannot contradict them.
void check_record(const ContentFile& file, const Certification& certification) {
  if (!certification.retires) return;
  if (certification.available && *certification.retires < *certification.available)
    file.out.error(certification.at("retires"), "the last day comes before the first one")
        .notes.push_back({"the first day is here", certification.at("available")});
  if (!certification.checked) return;
  const bool is_over = *certification.retires < *certification.checked;
  const bool is_retired = certification.status == CertificationStatus::retired;
  if (is_over == is_retired) return;
  file.out
      .error(certification.at("status"),
             fmt::format("the status is \"{}\", but the last day was {} when it was checked",
                         word(certification.status), is_over ? "over" : "still to come"))
      .notes.push_back({"the last day is here", certification.at("retires")});
}

// A record with a page: one file, the front matter its data, the rest its prose.
template <class T>
void read_entry(const ContentFile& file, std::vector<T>& to) {
  T record;
  record.id = id_of_file(file);
  record.place = file.start();
  if (!read_record(file, record)) return file.withhold(kind_of<T>, record.id);
  if constexpr (std::same_as<T, Article>) complete(file, record);
  drop_repeated_title(record.body.document, record.title);
  // Who refers to it by its better name has made no mistake.
  if (record.id.empty()) return file.withhold(kind_of<T>, to_id(file.stem()));
  check_record(file, record);
  if (std::string why = withheld(record, file.options); !why.empty()) {
    file.withhold(kind_of<T>, record.id, std::move(why));
  } else {
    to.push_back(std::move(record));
  }
}

}  // namespace

void read_article(const ContentFile& file) { read_entry(file, file.to.articles); }
void read_role(const ContentFile& file) { read_entry(file, file.to.roles); }
void read_skill(const ContentFile& file) { read_entry(file, file.to.skills); }
void read_certification(const ContentFile& file) { read_entry(file, file.to.certifications); }
void read_page(const ContentFile& file) { read_entry(file, file.to.pages); }

}  // namespace waymark
