// Pages that will soon be gone, while others count on them.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/fields.h"
#include "stages/review/rules.h"

namespace waymark {
namespace {

// Where each of some records is named: in fields, links and shortcodes, but not where a name in
// prose became a link by itself.
class References {
 public:
  using Places = std::map<RecordRef, std::vector<Span>>;

  References(const Proof& proof, Places& wanted) : sources_(proof.sources), places_(wanted) {
    const Catalog& catalog = *proof.site;
    std::apply([&](const auto&... list) { (read_all(list), ...); }, lists(catalog));
    read(catalog.home);
    each_body(proof.site, [&](const Body& body) { read_body(body); });
  }

 private:
  void note(RecordRef record, Span place) {
    if (const auto found = places_.find(record); found != places_.end())
      found->second.push_back(place);
  }

  template <class T>
  void read_all(const std::vector<T>& records) {
    for (const T& record : records) read(record);
  }
  template <class T>
  void read(const T& record) {
    const auto visit = [&](auto member, const Field&) { follow(record.*member); };
    fields(visit, static_cast<const T*>(nullptr));
  }

  template <class T>
  void follow(const Ref<T>& ref) {
    if (ref.id.valid()) note(any(ref.id), ref.span);
  }
  template <class T>
  void follow(const std::vector<Ref<T>>& refs) {
    for (const Ref<T>& ref : refs) follow(ref);
  }
  void follow(const std::vector<SkillNeed>& needs) {
    for (const SkillNeed& need : needs) follow(need.id);
  }
  template <class NoReference>
  void follow(const NoReference&) {}

  void read_body(const Body& body) {
    for (std::size_t i = 0; i < body.targets.size(); ++i)
      if (body.targets[i].record && is_written(body.document.links[i], body.targets[i]))
        note(*body.targets[i].record, body.document.links[i].span);
    for (const ShortcodeCall& call : body.shortcodes)
      for (const CallArgument& argument : call.arguments)
        for (const CallValue& value : argument.values)
          if (value.record) note(*value.record, value.span);
  }

  // A name that became a link has the target for its address, and no address is written there.
  bool is_written(const Link& link, const LinkTarget& target) const {
    return link.url != target.url || sources_.text(link.span) == link.url;
  }

  const Sources& sources_;
  Places& places_;
};

template <class T>
void find_expiring(const std::vector<T>& entries, Date as_of, References::Places& found) {
  for (std::uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i].expires && days_between(as_of, *entries[i].expires) <= days_ahead)
      found.emplace(RecordRef{kind_of<T>, i}, std::vector<Span>{});
}

const Entry& entry_of(const Site& site, RecordRef ref) {
  switch (ref.kind) {
    case Kind::article:
      return site->articles[ref.index];
    case Kind::role:
      return site->roles[ref.index];
    case Kind::skill:
      return site->skills[ref.index];
    case Kind::certification:
      return site->certifications[ref.index];
    default:
      return site->pages[ref.index];
  }
}

// Without those in pages that will be gone by then as well.
std::vector<Span> left_behind(const Site& site, const References::Places& expiring, Date day,
                              const std::vector<Span>& places) {
  std::set<SourceId> gone;
  for (const auto& [ref, of_ref] : expiring)
    if (const Entry& entry = entry_of(site, ref); *entry.expires <= day)
      gone.insert(entry.place.source);
  std::vector<Span> left;
  std::copy_if(places.begin(), places.end(), std::back_inserter(left),
               [&](Span place) { return !gone.contains(place.source); });
  return left;
}

void report(const Proof& proof, const Entry& entry, Kind kind, const std::vector<Span>& places,
            Remarks& out) {
  const auto days = static_cast<std::size_t>(days_between(proof.as_of, *entry.expires));
  Diagnostic& warning =
      out.add(Advice::expiry, entry.at("expires"),
              fmt::format("this {} expires on {}, in {}, and {} it", kind_name(kind),
                          long_form(*entry.expires), counted(days, "day"),
                          places.size() == 1 ? "1 place names"
                                             : fmt::format("{} places name", places.size())),
              "take it out there first: from that day on each is a mistake");
  for (const Span place : places) warning.notes.push_back({"it is named here", place});
}

}  // namespace

void review_expiries(const Proof& proof, Remarks& out) {
  const Catalog& catalog = *proof.site;
  References::Places expiring;
  find_expiring(catalog.articles, proof.as_of, expiring);
  find_expiring(catalog.roles, proof.as_of, expiring);
  find_expiring(catalog.skills, proof.as_of, expiring);
  find_expiring(catalog.certifications, proof.as_of, expiring);
  find_expiring(catalog.pages, proof.as_of, expiring);
  if (expiring.empty()) return;
  const References references(proof, expiring);
  for (const auto& [ref, places] : expiring) {
    const Entry& entry = entry_of(proof.site, ref);
    const std::vector<Span> left = left_behind(proof.site, expiring, *entry.expires, places);
    if (!left.empty()) report(proof, entry, ref.kind, left, out);
  }
}

}  // namespace waymark
