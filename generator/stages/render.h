// Writes every page of the guide, in memory.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/view.h"
#include "model/derived.h"
#include "model/page.h"

namespace waymark {

using FileDays = std::map<std::string, Date, std::less<>>;  // path from the site's root -> day

struct RenderOptions {
  std::string base_url;  // for canonical links, social tags, sitemap, feeds and 404.html only
  Date as_of;
  unsigned jobs = 1;
  bool fingerprints = true;  // names of styles and scripts change with their bytes
  FileDays changed = {};     // when files last changed, before what their authors say
  // Told what each template is given, on the thread that writes: docs/templates.md is made of it.
  std::function<void(std::string_view name, const View& site, const View& values)> on_values = {};
};

// Compiles the templates (templates/ in `sources`), then renders all pages, sorted by path: pages,
// assets, sitemap.xml, robots.txt, 404.html, .nojekyll. Reports template syntax errors and names
// that a template uses and no view gives. The same input gives the same bytes for any `jobs`.
Pages render(const Sources& sources, const Site& site, const Derived& derived,
             const RenderOptions& options, Diagnostics& out);

// The same in two steps, for who shows one page before all are made: the templates are compiled and
// the pages planned. Borrows what it is given, but the options. Threads: const, from any.
class Rendering {
 public:
  // Where `out` gets errors, there are no pages.
  Rendering(const Sources& sources, const Site& site, const Derived& derived, RenderOptions options,
            Diagnostics& out);
  ~Rendering();

  Pages all(Diagnostics& out) const;
  // The file with this path as `all` makes it, for a page in a moment; nothing where it makes none.
  std::optional<Page> one(std::string_view path) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace waymark
