#include "stages/render.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "formats/html_links.h"
#include "formats/picture.h"
#include "formats/template.h"
#include "model/urls.h"
#include "stages/pages/card.h"
#include "stages/pages/json_ld.h"
#include "stages/pages/pages.h"
#include "stages/pages/parts.h"
#include "stages/taken_paths.h"

namespace waymark {
namespace {

constexpr std::string_view folder = "templates/";
constexpr std::string_view extension = ".html";

struct TemplateFile {
  std::string_view name;  // "partials/card" of templates/partials/card.html
  SourceId source;
};

// Only HTML is called without its extension.
std::optional<std::string_view> template_name(std::string_view path) {
  if (!path.starts_with(folder)) return std::nullopt;
  path.remove_prefix(folder.size());
  if (path.ends_with(".svg")) return path;
  if (!path.ends_with(extension)) return std::nullopt;
  return path.substr(0, path.size() - extension.size());
}

std::vector<TemplateFile> template_files(const Sources& sources) {
  std::vector<TemplateFile> files;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceId id{i};
    const std::string_view path = sources.path(id);
    if (const auto name = template_name(path)) files.push_back({*name, id});
  }
  return files;
}

// A template of the site that replaces none of the theme's and that nobody calls: its name has a
// slip, most likely.
void report_idle_templates(const std::vector<TemplateFile>& files, const Sources& sources,
                           const TemplateSet& templates, Diagnostics& out) {
  std::vector<std::string_view> replaceable;
  for (const TemplateFile& file : files)
    if (sources.origin(file.source) == Origin::theme) replaceable.push_back(file.name);
  for (const auto& [name, source] : files) {
    const bool replaces = templates.has(std::string("theme/").append(name));
    const bool is_idle = sources.origin(source) == Origin::site &&
                         !name.starts_with("shortcodes/") && !replaces &&
                         !templates.is_called(name);
    if (!is_idle) continue;
    Diagnostic& idle = out.warning(
        {source, 0, 0}, "no template calls this one, and the theme has none of its name");
    suggest(idle, name, replaceable);
  }
}

TemplateSet compile_templates(const Sources& sources, Diagnostics& out) {
  const std::vector<TemplateFile> files = template_files(sources);
  TemplateSet templates;
  for (const auto& [name, source] : files) {
    const auto size = static_cast<std::uint32_t>(sources.text(source).size());
    templates.add(std::string(name), {source, 0, size});
  }
  templates.compile(sources, out);
  if (!out.has_errors()) report_idle_templates(files, sources, templates, out);
  return templates;
}

// What is known of a page's file comes before what its author says.
void date_pages(const Guide& guide, Plan& plan) {
  for (PlannedPage& page : plan) {
    if (page.record == nullptr || !page.record->place.known()) continue;
    const auto day = guide.options.changed.find(guide.sources.path(page.record->place.source));
    if (day != guide.options.changed.end()) page.modified = day->second;
  }
}

Plan plan_pages(const Guide& guide) {
  Plan plan;
  plan_home(guide, plan);
  plan_roles(guide, plan);
  plan_skills(guide, plan);
  plan_certifications(guide, plan);
  plan_articles(guide, plan);
  plan_plain_pages(guide, plan);
  plan_comparisons(guide, plan);
  plan_paths(guide, plan);
  plan_matrix(guide, plan);
  plan_planner(guide, plan);
  plan_calendar(guide, plan);
  plan_titles(guide, plan);
  plan_salaries(guide, plan);
  plan_search(guide, plan);
  plan_sources(guide, plan);
  plan_disputes(guide, plan);
  plan_not_found(guide, plan);
  plan_redirects(guide, plan);
  std::sort(plan.begin(), plan.end(),
            [](const PlannedPage& a, const PlannedPage& b) { return a.url < b.url; });
  date_pages(guide, plan);
  return plan;
}

void check_layouts(const Plan& plan, const TemplateSet& templates, Diagnostics& out) {
  for (const PlannedPage& page : plan) {
    if (templates.has(page.layout)) continue;
    const std::string path = std::string(folder).append(page.layout).append(extension);
    out.error_in_file(path, "this template is missing");
  }
}

void check_card_template(const Guide& guide, const TemplateSet& templates, Diagnostics& out) {
  if (has_cards(guide) && !templates.has(card_template))
    out.error_in_file(std::string(folder).append(card_template), "this template is missing");
  if (guide.site->settings.cards && !can_draw())
    out.warning({}, "no cards are drawn: this program was built without librsvg").path =
        "content/site.toml";
}

// What is the same on every page.
View site_view(const Site& site, Arena& arena) {
  const SiteSettings& settings = site->settings;
  View view(arena);
  View values = view.object("site");
  values.set("title", settings.title);
  values.set("description", settings.description);
  values.set("language", settings.language);
  set_text(values, "author", settings.author);
  set_text(values, "repository", settings.repository);
  set_extra(values, settings.extra);
  return view;
}

// The memory of one thread.
struct Worker {
  explicit Worker(const TemplateSet& templates) : renderer(templates) {}

  Renderer renderer;
  Arena arena;
  Diagnostics out;
};

// What the check of links has to know.
void note_links(PageView& view, const Renderer& renderer, Page& page) {
  HtmlLinks found = find_html_links(page.bytes);
  page.anchors = std::move(found.anchors);
  for (HtmlLink& link : found.links) {
    Span place = view.take_place(link.url);
    if (!place.known()) place = renderer.writer_of(link.begin, link.end);
    page.links.push_back({std::move(link.url), place});
  }
}

// Only where search engines are sent to.
void set_json_ld(PageView& page, const Plan& plan, const PlannedPage& planned) {
  if (planned.sitemap == InSitemap::no) return page.view.set_nothing("json_ld");
  page.view.set("json_ld", Markup{json_ld(page.guide, plan, planned, page.title())});
}

// {url, alt} of the card, which is made here; nothing in a guide without cards.
std::optional<Page> set_card(PageView& page, View social, const std::string& title) {
  if (!has_cards(page.guide)) {
    social.set_nothing("picture");
    return std::nullopt;
  }
  Page card = make_card(page, title);
  View picture = social.object("picture");
  picture.set("url", absolute_url(page.guide.options.base_url, card.path));
  picture.set("alt", card_in_words(page.card, title));
  return card;
}

// What a link to the page shows elsewhere: not of one that nobody should link to.
std::optional<Page> set_social(PageView& page, const PlannedPage& planned) {
  if (planned.sitemap == InSitemap::no) {
    page.view.set_nothing("social");
    return std::nullopt;
  }
  View social = page.view.object("social");
  const bool is_article = planned.about && planned.about->kind == Kind::article;
  social.set("type", is_article ? "article" : "website");
  const std::string title = page.title().empty() ? name_of(planned.url) : page.title();
  social.set("title", title);
  // "en-GB" is en_GB here; a language alone is no locale.
  const std::string& language = page.guide.site->settings.language;
  const bool has_country = language.find('-') != std::string::npos;
  set_text(social, "locale", has_country ? replace_all(language, "-", "_") : "");
  return set_card(page, social, title);
}

struct RenderedPage {
  Page page;
  std::optional<Page> card;
};

RenderedPage render_page(const Guide& guide, const Plan& plan, const PlannedPage& planned,
                         View site, Worker& worker) {
  worker.arena.reset();
  PageView page(guide, planned.url, planned.links,
                {worker.renderer, site, worker.arena, worker.out});
  planned.fill(page);
  page.set_edit_link(planned.record);
  set_date(page.view, "last_changed", planned.modified);
  page.set_notes();
  page.set_player();
  std::optional<Page> card = set_social(page, planned);
  set_json_ld(page, plan, planned);
  Page result{.path = file_of(planned.url), .bytes = page.render(planned.layout, page.view)};
  note_links(page, worker.renderer, result);
  return {std::move(result), std::move(card)};
}

Page copied(const Guide& guide, const Asset& asset) {
  return {.path = std::string(published_name(guide.asset_names, asset.path)),
          .bytes = {},
          .copy_of = asset.source};
}

// Whether the template of cards makes an SVG: of each layout, whose cards have the same parts.
void check_cards(const Plan& plan, const std::vector<RenderedPage>& rendered, Diagnostics& out) {
  std::set<std::string_view> known;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (!rendered[i].card || !known.insert(plan[i].layout).second) continue;
    if (const auto mistake = svg_mistake(rendered[i].card->bytes))
      out.error_in_file(std::string(folder).append(card_template),
                        "what this template makes is no SVG: " + *mistake);
  }
}

// Pages that show the same on their cards share one.
void add_cards(std::vector<RenderedPage>& rendered, Pages& pages) {
  std::set<std::string> known;
  for (auto& [page, card] : rendered)
    if (card && known.insert(card->path).second) pages.push_back(std::move(*card));
}

// Data, tables, what machines ask for.
void add_files(const Guide& guide, const Plan& plan, Pages& pages) {
  add_api(guide, pages);
  add_tables(guide, pages);
  add_machine_files(guide, plan, pages);
}

}  // namespace

struct Rendering::State {
  State(const Sources& sources, const Site& site, const Derived& derived, RenderOptions asked,
        Diagnostics& out)
      : options(std::move(asked)),
        guide{sources, site, derived, options,
              options.fingerprints ? asset_names(sources, site) : AssetNames{}},
        templates(compile_templates(sources, out)),
        plan(plan_pages(guide)) {
    check_layouts(plan, templates, out);
    check_card_template(guide, templates, out);
  }

  RenderOptions options;
  Guide guide;
  TemplateSet templates;
  Plan plan;
};

Rendering::Rendering(const Sources& sources, const Site& site, const Derived& derived,
                     RenderOptions options, Diagnostics& out)
    : state_(std::make_unique<State>(sources, site, derived, std::move(options), out)) {}

Rendering::~Rendering() = default;

Pages Rendering::all(Diagnostics& out) const {
  const auto& [options, guide, templates, plan] = *state_;
  Arena arena;
  const View shared = site_view(guide.site, arena);
  std::deque<Worker> workers;
  for (unsigned i = 0; i < options.jobs; ++i) workers.emplace_back(templates);
  std::vector<RenderedPage> rendered(plan.size());
  for_each_index(plan.size(), options.jobs, [&](std::size_t i, unsigned worker) {
    rendered[i] = render_page(guide, plan, plan[i], shared, workers[worker]);
  });
  for (Worker& worker : workers) out.append(std::move(worker.out));
  check_cards(plan, rendered, out);

  Pages pages;
  add_cards(rendered, pages);
  for (RenderedPage& made : rendered) pages.push_back(std::move(made.page));
  for (const Asset& asset : guide.site->assets) pages.push_back(copied(guide, asset));
  add_files(guide, plan, pages);
  std::sort(pages.begin(), pages.end(),
            [](const Page& a, const Page& b) { return a.path < b.path; });
  report_taken_paths(guide.site, pages, out);
  return pages;
}

std::optional<Page> Rendering::one(std::string_view path) const {
  const auto& [options, guide, templates, plan] = *state_;
  Arena arena;
  const View shared = site_view(guide.site, arena);
  Worker worker(templates);
  const bool is_card = path.starts_with(card_folder);  // of any page
  for (const PlannedPage& planned : plan) {
    if (!is_card && file_of(planned.url) != path) continue;
    RenderedPage rendered = render_page(guide, plan, planned, shared, worker);
    if (!is_card) return std::move(rendered.page);
    if (rendered.card && rendered.card->path == path) return std::move(rendered.card);
  }
  for (const Asset& asset : guide.site->assets)
    if (published_name(guide.asset_names, asset.path) == path) return copied(guide, asset);
  Pages files;
  add_files(guide, plan, files);
  const auto file =
      std::find_if(files.begin(), files.end(), [&](const Page& page) { return page.path == path; });
  return file == files.end() ? std::nullopt : std::optional(std::move(*file));
}

Pages render(const Sources& sources, const Site& site, const Derived& derived,
             const RenderOptions& options, Diagnostics& out) {
  const Rendering rendering(sources, site, derived, options, out);
  return out.has_errors() ? Pages{} : rendering.all(out);
}

}  // namespace waymark
