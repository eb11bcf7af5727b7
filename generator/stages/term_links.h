// Makes links of the names that prose mentions. Private to link.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/term_matcher.h"
#include "model/catalog.h"

namespace waymark {

// Knows the titles and aliases of all roles, skills and certifications.
// Borrows: the sources and the catalog, whose lists must not change while it lives.
class TermLinker {
 public:
  // Reports a name that two records claim.
  TermLinker(const Sources& sources, const Catalog& catalog, Diagnostics& out);

  // The first mention of each record becomes a link, but for those that the body links to already
  // and its own, if it has one. Adds to body.document and to body.targets, which must be set.
  void link(Body& body, std::optional<RecordRef> own) const;

 private:
  void add(const Subject& subject, RecordRef ref, Diagnostics& out);
  void add_term(std::string_view term, Span place, const Subject& subject, RecordRef ref,
                Diagnostics& out);

  const Sources& sources_;
  const Catalog& catalog_;
  TermMatcher matcher_;
  struct Claim {
    RecordRef record;
    Span place;
  };
  std::vector<Claim> claims_;  // one for each term
};

}  // namespace waymark
