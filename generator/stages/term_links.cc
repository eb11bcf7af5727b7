#include "stages/term_links.h"

#include <fmt/format.h>

#include <set>

#include "formats/prose.h"
#include "model/urls.h"

namespace waymark {

namespace {

// The bytes of the file that the words come from: exactly, where they are written as they read.
Span place_of(const Sources& sources, const Document& document, TextPlace begin, TextPlace end) {
  const Node& first = document.nodes[begin.node];
  const Node& last = document.nodes[end.node];
  const auto is_as_written = [&](const Node& node) {
    return sources.text(node.span) == document.literal(node);
  };
  Span place{first.span.source, first.span.begin, last.span.end};
  if (is_as_written(first)) place.begin += begin.offset;
  if (is_as_written(last)) place.end = last.span.begin + end.offset;
  return place;
}

}  // namespace

TermLinker::TermLinker(const Sources& sources, const Catalog& catalog, Diagnostics& out)
    : sources_(sources), catalog_(catalog) {
  const auto add_all = [&]<class T>(const std::vector<T>& records) {
    for (std::uint32_t i = 0; i < records.size(); ++i) add(records[i], {kind_of<T>, i}, out);
  };
  add_all(catalog.roles);
  add_all(catalog.skills);
  add_all(catalog.certifications);
}

void TermLinker::add(const Subject& subject, RecordRef ref, Diagnostics& out) {
  if (!subject.link_in_prose) return;
  add_term(subject.title, subject.at("title"), subject, ref, out);
  for (const std::string& alias : subject.aliases)
    add_term(alias, subject.at("aliases"), subject, ref, out);
}

void TermLinker::add_term(std::string_view term, Span place, const Subject& subject, RecordRef ref,
                          Diagnostics& out) {
  const auto taken = matcher_.add(term, subject.exact_case ? LetterCase::exact : LetterCase::any);
  claims_.push_back({ref, place});
  if (!taken) return;
  const Claim& other = claims_[*taken];
  const std::string& other_id = record(catalog_, other.record).id;
  // Its own name again; or of a second record with its id, which is reported already.
  if (other.record.kind == ref.kind && other_id == subject.id) return;
  Diagnostic& error = out.error(
      place, fmt::format("\"{}\" is also a name of the {} \"{}\": where prose mentions it, which "
                         "one is meant?",
                         term, kind_name(other.record.kind), other_id));
  error.notes.push_back({"the other one is here", other.place});
  error.notes.push_back({"take it from one of them, or write link_in_prose = false there", {}});
}

void TermLinker::link(Body& body, std::optional<RecordRef> own) const {
  Document& document = body.document;
  std::set<RecordRef> known;  // no more links to these
  if (own) known.insert(*own);
  for (const LinkTarget& target : body.targets)
    if (target.record) known.insert(*target.record);

  std::vector<NewLink> links;
  Prose prose;
  for (const std::uint32_t block : prose_blocks(document)) {
    prose.read(document, block);
    for (const TermMatcher::Match& match : matcher_.find(prose.text())) {
      const RecordRef ref = claims_[match.term].record;
      if (known.contains(ref) || !prose.can_be_link(match.begin, match.end)) continue;
      known.insert(ref);
      const TextPlace begin = prose.first(match.begin);
      const TextPlace end = prose.last(match.end);
      LinkTarget target{url_of(catalog_, ref), true, ref};
      links.push_back({begin, end, {target.url, {}, place_of(sources_, document, begin, end)}});
      body.targets.push_back(std::move(target));
    }
  }
  insert_links(document, links);
}

}  // namespace waymark
