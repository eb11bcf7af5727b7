// Templates from strings, rendered: for tests.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "formats/report.h"
#include "formats/template.h"

namespace waymark {

struct RenderedTemplate {
  std::string html;
  std::string messages;  // as a person reads them
};

// By name; the first is the one that is rendered. Its file is NAME.html.
using TemplateTexts = std::vector<std::pair<std::string, std::string>>;

inline RenderedTemplate render_template(TemplateSet::Mode mode, const TemplateTexts& texts,
                                        const std::vector<View>& contexts) {
  Sources sources;
  TemplateSet templates(mode);
  for (const auto& [name, text] : texts) {
    const SourceId id = sources.add(name + ".html", text);
    templates.add(name, {id, 0, static_cast<std::uint32_t>(text.size())});
  }
  RenderedTemplate page;
  Diagnostics out;
  templates.compile(sources, out);
  if (mode == TemplateSet::Mode::spec || !out.has_errors()) {
    Renderer(templates).render(texts.front().first, contexts, page.html, out);
  }
  out.sort(sources);
  page.messages = report(out, sources, {});
  return page;
}

using FillView = std::function<void(View)>;

inline RenderedTemplate render_template(TemplateSet::Mode mode, const TemplateTexts& texts,
                                        const FillView& fill) {
  Arena arena;
  const View view(arena);
  fill(view);
  return render_template(mode, texts, std::vector<View>{view});
}

// The specification's reading: what is missing is empty.
inline std::string spec(const std::string& text, const FillView& fill,
                        const TemplateTexts& partials = {}) {
  TemplateTexts texts = {{"main", text}};
  texts.insert(texts.end(), partials.begin(), partials.end());
  const RenderedTemplate page = render_template(TemplateSet::Mode::spec, texts, fill);
  return page.messages + page.html;
}

// A site's reading; the messages stand before what was written.
inline std::string site(const TemplateTexts& texts, const FillView& fill) {
  const RenderedTemplate page = render_template(TemplateSet::Mode::site, texts, fill);
  return page.messages + page.html;
}

inline std::string site(const std::string& text, const FillView& fill) {
  return site(TemplateTexts{{"main", text}}, fill);
}

inline void no_data(View) {}

}  // namespace waymark
