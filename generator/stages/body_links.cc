#include "stages/body_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/prose.h"
#include "formats/url.h"
#include "model/urls.h"

namespace waymark {

namespace {

constexpr std::string_view content = "content/";

LinkTarget outside(std::string url) { return {std::move(url), false, std::nullopt}; }

// The links of one body, one after the other.
class BodyLinker {
 public:
  BodyLinker(const Sources& sources, const PageFinder& pages, const Body& body, Diagnostics& out)
      : pages_(pages), out_(out) {
    const std::string_view path = sources.path(body.span.source);
    folder_ =
        path.substr(content.size(), std::max(path.rfind('/') + 1, content.size()) - content.size());
    page_ = pages.by_file(path.substr(content.size()));
  }

  void link(Body& body) {
    std::vector<std::string> texts;
    for (const Link& link : body.document.links) {
      text_.clear();
      body.targets.push_back(target_of(link));
      texts.push_back(text_);
    }
    const auto is_text = [](const std::string& text) { return !text.empty(); };
    if (std::any_of(texts.begin(), texts.end(), is_text)) fill_links(body.document, texts);
  }

 private:
  LinkTarget target_of(const Link& link) {
    if (link.form == LinkForm::wiki) return to_name(link);
    if (!scheme_of(link.url).empty() || link.url.starts_with("//")) return external(link);
    const UrlParts url = split_url(link.url);
    if (url.path.empty()) return to_anchor(link, url);
    const bool from_root = url.path.front() == '/';
    if (const PageFinder::Page* page = by_own_address(url.path))
      return to_page(link, url.query, url.fragment, *page);
    const auto path = resolve_path(from_root ? "" : folder_, percent_decoded(url.path));
    if (!path) {
      out_.error(link.span, fmt::format("the link \"{}\" leaves the site", link.url));
      return outside(link.url);
    }
    const PageFinder::Page* page =
        from_root && !pages_.by_file(*path) ? pages_.by_url(*path) : pages_.by_file(*path);
    if (page == nullptr && is_pair_url(*path))  // check_links follows it when all pages are made
      return to_page(link, url.query, url.fragment, {*path, {}});
    if (page == nullptr) return report_dead(link, *path);
    return to_page(link, url.query, url.fragment, *page);
  }

  // "../other/", as Hugo's authors write it: from this page's address to another's.
  const PageFinder::Page* by_own_address(std::string_view written) const {
    if (!written.starts_with("../") || !written.ends_with('/')) return nullptr;
    const auto url = resolve_path(page_->url, percent_decoded(written));
    return url ? pages_.by_url(*url) : nullptr;
  }

  LinkTarget external(const Link& link) {
    if (auto mistake = external_mistake(link.url))
      out_.error(link.span, std::move(mistake->message)).notes.push_back({mistake->note, {}});
    else if (link.form == LinkForm::image)
      out_.warning(link.span, "browsers will not load this image: it is from another site")
          .notes.push_back({"put the file beside the text and write its name", {}});
    return outside(link.url);
  }

  LinkTarget to_anchor(const Link& link, const UrlParts& url) {
    return outside(fragment_on(link, url.fragment, *page_, "this page"));
  }

  LinkTarget to_page(const Link& link, std::string_view query, std::string_view fragment,
                     const PageFinder::Page& page) {
    LinkTarget target;
    target.url = page.url;
    target.url.append(query).append(fragment_on(link, fragment, page, quoted(page.url)));
    target.internal = true;
    target.record = page.record;
    return target;
  }

  // The fragment as the page writes it: of a heading or a quotation of its prose, or of a section
  // of its template, which is found in any case.
  std::string fragment_on(const Link& link, std::string_view fragment, const PageFinder::Page& page,
                          std::string_view name) {
    if (fragment.size() <= 1 || page.document == nullptr) return std::string(fragment);
    const std::string anchor = percent_decoded(fragment.substr(1));
    if (ascii_lower(anchor) == "top") return std::string(fragment);  // every page has one
    std::vector<std::string_view> known;
    std::vector<std::string> quotations;
    for (const std::string& id : page.document->block_ids) quotations.push_back("^" + id);
    known.insert(known.end(), quotations.begin(), quotations.end());
    for (const Heading& heading : page.document->headings) known.push_back(heading.anchor);
    if (std::find(known.begin(), known.end(), anchor) != known.end()) return std::string(fragment);
    if (page.record) {
      for (const std::string_view section : section_ids(page.record->kind)) {
        if (ascii_lower(section) == ascii_lower(anchor)) return fmt::format("#{}", section);
        known.push_back(section);
      }
    }
    Diagnostic& error =
        out_.error(link.span, fmt::format("no heading \"#{}\" on {}", anchor, name));
    suggest(error, anchor, known);
    return std::string(fragment);
  }

  // "name", "kind:name", either with "#anchor"; "#anchor" alone. An id is no word to read: the
  // title stands for it; a title or alias stays as it is written.
  LinkTarget to_name(const Link& link) {
    const std::string_view written = link.url;
    std::vector<const PageFinder::Page*> pages = named(written);
    const std::size_t hash = pages.empty() ? written.rfind('#') : std::string_view::npos;
    const std::string_view name = trim(written.substr(0, hash));  // "C#" is a name
    const std::string_view fragment =
        hash == std::string_view::npos ? std::string_view() : written.substr(hash);
    if (name.empty()) return to_own_heading(link, fragment);
    if (hash != std::string_view::npos) pages = named(name);
    if (pages.size() != 1) {
      pages.empty() ? report_unknown(link, name) : report_ambiguous(link, name, pages);
      return outside(link.url);
    }
    const std::string_view bare = without_kind(name);
    text_ = bare == pages.front()->id ? pages.front()->title : bare;
    return to_page(link, {}, fragment, *pages.front());
  }

  LinkTarget to_own_heading(const Link& link, std::string_view fragment) {
    LinkTarget target = to_anchor(link, {.path = {}, .query = {}, .fragment = fragment});
    text_ = target.url.substr(1);
    for (const Heading& heading : page_->document->headings)
      if (heading.anchor == text_) text_ = heading.text;
    return target;
  }

  std::vector<const PageFinder::Page*> named(std::string_view name) const {
    std::vector<const PageFinder::Page*> pages = pages_.by_name(name);
    const auto kind = kind_before_colon(name);
    if (!pages.empty() || !kind) return pages;
    name = without_kind(name);
    if (const PageFinder::Page* page = pages_.by_id(*kind, name)) return {page};
    pages = pages_.by_name(name);
    std::erase_if(pages, [&](const auto* page) { return page->record->kind != *kind; });
    return pages;
  }

  // The name in "kind:name", unless that is a title as a whole.
  std::string_view without_kind(std::string_view name) const {
    const bool has_kind = kind_before_colon(name) && pages_.by_name(name).empty();
    return has_kind ? trim(name.substr(name.find(':') + 1)) : name;
  }

  static std::optional<Kind> kind_before_colon(std::string_view name) {
    const std::string prefix = ascii_lower(trim(name.substr(0, name.find(':'))));
    if (prefix.size() >= name.size()) return std::nullopt;
    for (const Kind kind :
         {Kind::article, Kind::role, Kind::skill, Kind::certification, Kind::page})
      if (prefix == kind_name(kind)) return kind;
    return std::nullopt;
  }

  void report_unknown(const Link& link, std::string_view name) {
    const auto kind = kind_before_colon(name);
    const std::string_view bare = without_kind(name);
    if (const Withheld* record = pages_.withheld_record(kind, bare)) {
      if (!record->why.empty())
        out_.error(link.span,
                   fmt::format("{} \"{}\" {}", kind_name(record->kind), record->id, record->why));
      return;
    }
    Diagnostic& error = out_.error(
        link.span, fmt::format("no {} is named \"{}\"", kind ? kind_name(*kind) : "page", bare));
    const auto others = pages_.by_name(bare);  // of another kind
    if (others.empty())
      suggest(error, bare, pages_.names());
    else
      error.notes.push_back({"write " + full_names(others), {}});
  }

  void report_ambiguous(const Link& link, std::string_view name,
                        const std::vector<const PageFinder::Page*>& pages) {
    out_.error(link.span, fmt::format("\"{}\" names {} pages", name, pages.size()))
        .notes.push_back({"write " + full_names(pages), {}});
  }

  std::string full_names(const std::vector<const PageFinder::Page*>& pages) const {
    std::vector<std::string> names;
    for (const PageFinder::Page* page : pages) names.push_back(pages_.full_name(*page));
    return join(names, " or ");
  }

  LinkTarget report_dead(const Link& link, const std::string& path) {
    if (const Withheld* record = pages_.withheld(path)) {
      if (!record->why.empty())
        out_.error(link.span, fmt::format("the link \"{}\" leads nowhere: {} \"{}\" {}", link.url,
                                          kind_name(record->kind), record->id, record->why));
      return outside(link.url);
    }
    if (link.form == LinkForm::image) {
      suggest_file(out_.error(link.span, fmt::format("there is no image \"{}\"", link.url)), path);
      return outside(link.url);
    }
    Diagnostic& error =
        out_.error(link.span, fmt::format("the link \"{}\" leads nowhere", link.url));
    const std::string as_url = path.ends_with('/') ? path : path + '/';
    const PageFinder::Page* page = pages_.by_url(as_url);
    if (page == nullptr && path.ends_with('/')) page = elsewhere(path);
    if (page != nullptr && page->record) {
      error.notes.push_back(
          {fmt::format("link to the file: /{}.md", page->url.substr(0, page->url.size() - 1)), {}});
    } else if (page != nullptr) {
      error.notes.push_back({fmt::format("write /{}", page->url), {}});
    } else {
      suggest_file(error, path);
    }
    return outside(link.url);
  }

  // "posts/x/", where there is an "articles/x/".
  const PageFinder::Page* elsewhere(std::string_view address) const {
    address.remove_suffix(1);
    const std::string_view id = address.substr(address.rfind('/') + 1);
    const auto pages = pages_.by_name(id);
    return pages.size() == 1 && pages.front()->id == id ? pages.front() : nullptr;
  }

  void suggest_file(Diagnostic& error, std::string_view path) {
    if (const std::string near = pages_.near_file(path); !near.empty())
      error.notes.push_back({fmt::format("did you mean \"{}\"?", near), {}});
  }

  const PageFinder& pages_;
  const PageFinder::Page* page_;  // that the body is on
  Diagnostics& out_;
  std::string_view folder_;
  std::string text_;  // for the current link, where it has none of its own
};

}  // namespace

void link_body(const Sources& sources, const PageFinder& pages, Body& body, Diagnostics& out) {
  if (body.document.links.empty()) return;
  BodyLinker(sources, pages, body, out).link(body);
}

}  // namespace waymark
