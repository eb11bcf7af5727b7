#include "stages/load/content_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/markdown.h"
#include "formats/toml.h"

namespace waymark {

namespace {

bool is_utf8(const ContentFile& file) {
  const std::string_view text = file.sources.text(file.id);
  const auto invalid = first_invalid_utf8(text);
  if (!invalid) return true;
  const auto at = static_cast<std::uint32_t>(*invalid);
  file.out
      .error({file.id, at, at + 1}, fmt::format("the file is not UTF-8: byte 0x{:02X}",
                                                static_cast<unsigned char>(text[at])))
      .notes.push_back({"save it with the encoding UTF-8", {}});
  return false;
}

}  // namespace

void only_keys(const ContentFile& file, const Table& table,
               const std::vector<std::string_view>& known) {
  ValueReader values(file.sources, file.out);
  for (const Member& member : table)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      values.unknown_key(member, known, "this file");
}

std::optional<FrontMatter> read_matter(const ContentFile& file) {
  if (!is_utf8(file)) return std::nullopt;
  return read_front_matter(file.sources, file.id, file.out);
}

std::optional<Table> read_toml(const ContentFile& file, std::initializer_list<Kind> kinds) {
  std::optional<Table> table;
  if (is_utf8(file)) table = parse_toml(file.sources, file.whole(), file.out);
  if (!table)
    for (const Kind kind : kinds) file.withhold(kind, {});
  return table;
}

void read_body(const ContentFile& file, Span span, Body& body) {
  body.span = span;
  body.document = parse_markdown(file.sources, span, RawHtml::refused, file.out);
}

void check_occupations(const ContentFile& file, const Record& record,
                       const std::vector<Occupation>& occupations) {
  for (const Occupation& occupation : occupations)
    if (occupation.code.empty() && occupation.url.empty())
      file.out.error(record.at("occupations"), "an occupation has neither \"code\" nor \"url\"")
          .notes.push_back({"code: its code, 15-2051; url: its page", {}});
}

const Array* tables_of(const ContentFile& file, const Value& list, std::string_view key) {
  const Array* tables = list.as<Array>();
  const auto is_table = [](const Value& value) { return value.as<Table>() != nullptr; };
  if (tables != nullptr && std::all_of(tables->begin(), tables->end(), is_table)) return tables;
  file.out.error(list.span, fmt::format("\"{}\" must be tables", key))
      .notes.push_back({fmt::format("begin each with a line [[{}]]", key), {}});
  return nullptr;
}

}  // namespace waymark
