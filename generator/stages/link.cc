#include "stages/link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "model/fields.h"
#include "model/urls.h"
#include "stages/body_links.h"
#include "stages/redirects.h"
#include "stages/shortcodes/calls.h"
#include "stages/term_links.h"

namespace waymark {

namespace {

using Index = std::unordered_map<std::string_view, std::uint32_t>;  // id -> place in its list

class Linker {
 public:
  Linker(Catalog& catalog, Diagnostics& out) : catalog_(catalog), out_(out) {
    std::apply([&](auto&... list) { (index(list), ...); }, lists(catalog));
  }

  // Resolves the references of one record, or of one table inside it.
  template <class T>
  void resolve(T& record) {
    const auto visit = [&](auto member, const Field&) {
      follow(record.*member);
      report_self(record, record.*member);
    };
    fields(visit, static_cast<const T*>(nullptr));
  }

  // The record of this id; reports one that there is not.
  std::optional<RecordRef> find(Kind kind, std::string_view name, Span span) {
    const Index& ids = ids_[static_cast<std::size_t>(kind)];
    const auto found = ids.find(name);
    if (found != ids.end()) return RecordRef{kind, found->second};
    report_unknown(kind, name, span);
    return std::nullopt;
  }

 private:
  template <class T>
  void index(std::vector<T>& records) {
    Index& ids = ids_[static_cast<std::size_t>(kind_of<T>)];
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      if (records[i].id.empty()) continue;
      const auto [first, is_new] = ids.emplace(records[i].id, i);
      if (is_new) continue;
      const Record& other = records[first->second];
      out_.error(records[i].at("id"),
                 fmt::format("a second {} with the id \"{}\"", kind_name(kind_of<T>), other.id))
          .notes.push_back({"the first one is here", other.at("id")});
    }
  }

  template <class T>
  void follow(Ref<T>& ref) {
    if (ref.name.empty()) return;
    if (const auto found = find(kind_of<T>, ref.name, ref.span)) ref.id = {found->index};
  }
  template <class T>
  void follow(std::vector<Ref<T>>& refs) {
    for (std::size_t i = 0; i < refs.size(); ++i) {
      follow(refs[i]);
      report_repeat(kind_of<T>, refs, i, [](const Ref<T>& ref) -> const Ref<T>& { return ref; });
    }
    if constexpr (kind_of<T> == Kind::tag)  // warned of: a page can do without
      std::erase_if(refs, [](const Ref<T>& ref) { return !ref.id.valid(); });
  }
  void follow(std::vector<SkillNeed>& needs) {
    for (std::size_t i = 0; i < needs.size(); ++i) {
      resolve(needs[i]);
      report_repeat(Kind::skill, needs, i,
                    [](const SkillNeed& need) -> const Ref<Skill>& { return need.id; });
    }
  }
  void follow(RoleEducation& education) { resolve(education); }
  void follow(std::vector<Claim>& claims) {
    for (Claim& claim : claims) resolve(claim);
  }
  template <class NoReference>
  void follow(NoReference&) {}

  template <class Element, class RefOf>
  void report_repeat(Kind kind, const std::vector<Element>& list, std::size_t i, RefOf ref_of) {
    const auto& ref = ref_of(list[i]);
    for (std::size_t j = 0; j < i; ++j)
      if (ref_of(list[j]).name == ref.name) {
        out_.error(ref.span, fmt::format("{} \"{}\" is named twice", kind_name(kind), ref.name))
            .notes.push_back({"the first time is here", ref_of(list[j]).span});
        return;
      }
  }

  // A role cannot lead to itself, nor be compared with itself.
  template <class T>
  void report_self(const T& record, const std::vector<Ref<T>>& refs) {
    for (const Ref<T>& ref : refs)
      if (ref.name == record.id)
        out_.error(ref.span,
                   fmt::format("{} \"{}\" names itself", kind_name(kind_of<T>), ref.name));
  }
  template <class T, class Other>
  void report_self(const T&, const Other&) {}

  void report_withheld(const Withheld& record, std::string_view name, Span span) {
    Diagnostic& error =
        out_.error(span, fmt::format("{} \"{}\" {}", kind_name(record.kind), name, record.why));
    if (record.why == "is a draft")
      error.notes.push_back({"take draft = true out of its file, or name it later", {}});
  }

  // In the order of their files, as the words of a taxonomy are meant to be read.
  std::vector<std::string_view> known_ids(Kind kind) const {
    std::vector<std::pair<std::uint32_t, std::string_view>> places;
    for (const auto& [id, at] : ids_[static_cast<std::size_t>(kind)]) places.emplace_back(at, id);
    std::sort(places.begin(), places.end());
    std::vector<std::string_view> known;
    for (const auto& [at, id] : places) known.push_back(id);
    return known;
  }

  void report_unknown(Kind kind, std::string_view name, Span span) {
    for (const Withheld& record : catalog_.withheld) {
      if (record.kind != kind || (!record.id.empty() && record.id != name)) continue;
      if (!record.why.empty()) report_withheld(record, name, span);
      return;
    }
    Diagnostic& error =
        kind == Kind::tag
            ? out_.warning(span, fmt::format("the guide has no tag \"{}\": it is left out", name))
            : out_.error(span, fmt::format("unknown {} \"{}\"", kind_name(kind), name));
    const std::vector<std::string_view> known = known_ids(kind);
    suggest(error, name, known);
    constexpr std::size_t most = 12;  // words of a taxonomy that an author looks through
    const bool is_word = kind >= Kind::level && kind != Kind::tag;
    if (is_word && error.notes.empty() && !known.empty() && known.size() <= most)
      error.notes.push_back({fmt::format("one of: {}", fmt::join(known, ", ")), {}});
    for (std::size_t other = 0; other < ids_.size(); ++other)
      if (kind != Kind::tag && ids_[other].contains(name))
        error.notes.push_back(
            {fmt::format("there is a {} of this name", kind_name(static_cast<Kind>(other))), {}});
    if (kind == Kind::tag)
      error.notes.push_back({"a [[tag]] in content/taxonomies.toml adds it", {}});
  }

  Catalog& catalog_;
  Diagnostics& out_;
  std::array<Index, std::tuple_size_v<decltype(lists(std::declval<Catalog&>()))>> ids_;
};

// Reports each circle of prerequisites once, from the skill that comes first by id.
class CircleFinder {
 public:
  CircleFinder(const std::vector<Skill>& skills, Diagnostics& out)
      : skills_(skills), out_(out), state_(skills.size(), State::fresh) {}

  void run() {
    for (std::uint32_t i = 0; i < skills_.size(); ++i) walk(i);
  }

 private:
  enum class State : std::uint8_t { fresh, open, done };
  struct Step {
    std::uint32_t skill;
    std::size_t next = 0;  // prerequisite to follow
  };

  void walk(std::uint32_t start) {
    if (state_[start] != State::fresh) return;
    std::vector<Step> path{{start}};
    state_[start] = State::open;
    while (!path.empty()) {
      Step& step = path.back();
      const auto& prerequisites = skills_[step.skill].prerequisites;
      if (step.next == prerequisites.size()) {
        state_[step.skill] = State::done;
        path.pop_back();
        continue;
      }
      const Id<Skill> to = prerequisites[step.next++].id;
      if (!to.valid() || to.index == step.skill) continue;  // both are reported already
      if (state_[to.index] == State::open) report(path, to.index);
      if (state_[to.index] != State::fresh) continue;
      state_[to.index] = State::open;
      path.push_back({to.index});
    }
  }

  void report(const std::vector<Step>& path, std::uint32_t first) {
    const auto begin = std::find_if(path.begin(), path.end(),
                                    [&](const Step& step) { return step.skill == first; });
    std::string circle;
    for (auto step = begin; step != path.end(); ++step) circle += skills_[step->skill].id + " -> ";
    circle += skills_[first].id;
    const auto ref_of = [&](const Step& step) -> const Ref<Skill>& {
      return skills_[step.skill].prerequisites[step.next - 1];
    };
    Diagnostic& error = out_.error(ref_of(*begin).span, "prerequisites go in a circle: " + circle);
    for (auto step = begin + 1; step != path.end(); ++step)
      error.notes.push_back(
          {fmt::format("{} requires {}", skills_[step->skill].id, ref_of(*step).name),
           ref_of(*step).span});
  }

  const std::vector<Skill>& skills_;
  Diagnostics& out_;
  std::vector<State> state_;
};

// Pairs of roles whose pages would have one address: "a" and "b-to-c", "a-to-b" and "c".
void check_pair_addresses(const std::vector<Role>& roles, Diagnostics& out) {
  std::unordered_set<std::string_view> ids;
  for (const Role& role : roles) ids.insert(role.id);
  // visit(before, after) for each way to cut the id at the mark.
  const auto for_each_cut = [](std::string_view id, std::string_view mark, auto visit) {
    for (auto at = id.find(mark); at != id.npos; at = id.find(mark, at + 1))
      visit(id.substr(0, at), id.substr(at + mark.size()));
  };
  const auto check = [&](std::string_view mark, auto url_of_pair) {
    std::unordered_multimap<std::string_view, const Role*> ends;  // "b" -> "b-to-c": "c" is a role
    for (const Role& role : roles)
      for_each_cut(role.id, mark, [&](std::string_view middle, std::string_view last) {
        if (ids.contains(last)) ends.emplace(middle, &role);
      });
    for (const Role& role : roles)
      for_each_cut(role.id, mark, [&](std::string_view first, std::string_view middle) {
        if (!ids.contains(first)) return;
        const auto [begin, end] = ends.equal_range(middle);
        for (auto other = begin; other != end; ++other) {
          const Role& second = *other->second;
          const std::string last = second.id.substr(middle.size() + mark.size());
          out.error({role.place.source, 0, 0},
                    fmt::format("\"{}\" would be the page of \"{}\" and \"{}\", and of \"{}\" and "
                                "\"{}\"",
                                url_of_pair(first, second.id), role.id, last, first, second.id))
              .notes = {{"the other role is here", {second.place.source, 0, 0}},
                        {"give one of them another name", {}}};
        }
      });
  };
  check("-vs-", comparison_url);
  check("-to-", path_url);
}

// A file where a page needs a folder: "roles/welder" beside "roles/welder/index.html".
void check_folders(const PathOwners& taken, const Catalog& catalog, Diagnostics& out) {
  std::unordered_map<std::string_view, const Asset*> files;
  for (const Asset& asset : catalog.assets) files.emplace(asset.path, &asset);
  const std::map<std::string_view, Span> in_order(taken.begin(), taken.end());
  for (const auto& [path, place] : in_order)
    for (std::size_t slash = 0; (slash = path.find('/', slash)) != path.npos; ++slash) {
      const auto file = files.find(path.substr(0, slash));
      if (file == files.end()) continue;
      Diagnostic& error =
          out.error({file->second->source, 0, 0},
                    fmt::format("the guide needs a folder \"{}\" here, not a file", file->first));
      if (place.known()) error.notes.push_back({"a page below it is made from here", place});
    }
}

// Every page that render will make, and every asset: each path once, and no file a folder.
PathOwners check_paths(const Catalog& catalog, Diagnostics& out) {
  PathOwners taken;
  for (const std::string_view url : section_urls(catalog)) taken.emplace(file_of(url), Span{});
  for (const char* path : {"404.html", "robots.txt", "sitemap.xml", ".nojekyll"})
    taken.emplace(path, Span{});
  const auto add_at = [&](const std::string& path, Span place) {
    const auto [other, is_new] = taken.emplace(path, place);
    if (is_new) return;
    Diagnostic& error = out.error(place, fmt::format("another page is published as \"{}\"", path));
    if (other->second.known()) error.notes.push_back({"it is made from here", other->second});
  };
  const auto add_pages = [&](const auto& records) {
    for (const auto& record : records) {
      using Page = std::remove_cvref_t<decltype(record)>;
      const std::string path = file_of(url_of(kind_of<Page>, record.id));
      const auto owner = taken.find(path);
      const bool is_second = owner != taken.end() && owner->second.known();  // reported by its id
      if (!is_second) add_at(path, {record.place.source, 0, 0});
    }
  };
  add_pages(catalog.articles);
  add_pages(catalog.roles);
  add_pages(catalog.skills);
  add_pages(catalog.certifications);
  add_pages(catalog.pages);
  check_folders(taken, catalog, out);
  for (const Asset& asset : catalog.assets) add_at(asset.path, {asset.source, 0, 0});
  return taken;
}

// The same text, imported twice.
void check_imports(const std::vector<Article>& articles, Diagnostics& out) {
  std::unordered_map<std::string_view, const Article*> known;
  for (const Article& article : articles) {
    if (article.imported_id.empty()) continue;
    const auto [first, is_new] = known.emplace(article.imported_id, &article);
    if (is_new) continue;
    out.error(article.at("id"), fmt::format("a second article with the id \"{}\"", first->first))
        .notes.push_back({"the first one is here", first->second->at("id")});
  }
}

void check_navigation(const Catalog& catalog, const PageFinder& pages, Diagnostics& out) {
  for (const NavigationItem& item : catalog.settings.navigation) {
    if (item.path.empty() || pages.has(item.path)) continue;
    Diagnostic& error = out.error(item.at("path"), fmt::format("no page \"{}\"", item.path));
    suggest(error, item.path, section_urls(catalog));
  }
}

// visit(page, the record that it is, unless it is the home page) for each page with a body.
template <class Visit>
void for_each_page(Catalog& catalog, Visit visit) {
  const auto visit_all = [&]<class T>(std::vector<T>& records) {
    for (std::uint32_t i = 0; i < records.size(); ++i) visit(records[i], RecordRef{kind_of<T>, i});
  };
  visit_all(catalog.articles);
  visit_all(catalog.roles);
  visit_all(catalog.skills);
  visit_all(catalog.certifications);
  visit_all(catalog.pages);
  visit(catalog.home, std::nullopt);
}

}  // namespace

std::optional<Site> link(const Sources& sources, Catalog catalog, Diagnostics& out) {
  const std::size_t errors_before = out.errors();
  Linker linker(catalog, out);
  std::apply(
      [&](auto&... list) {
        const auto resolve_all = [&](auto& records) {
          for (auto& record : records) linker.resolve(record);
        };
        (resolve_all(list), ...);
      },
      lists(catalog));
  linker.resolve(catalog.home);
  CircleFinder(catalog.skills, out).run();
  check_imports(catalog.articles, out);
  check_pair_addresses(catalog.roles, out);
  link_redirects(check_paths(catalog, out), catalog, out);

  const PageFinder pages(sources, catalog);
  check_navigation(catalog, pages, out);
  const ShortcodeForms forms(sources, out);
  const auto find_record = [&](auto... named) { return linker.find(named...); };
  std::optional<TermLinker> terms;
  if (catalog.settings.term_links) terms.emplace(sources, catalog, out);
  for_each_page(catalog, [&](auto& page, std::optional<RecordRef> own) {
    link_body(sources, pages, page.body, out);
    link_shortcodes(forms, find_record, catalog, page.body, out);
    if (terms && page.term_links) terms->link(page.body, own);
  });

  if (out.errors() > errors_before) return std::nullopt;
  return Site(std::move(catalog));
}

}  // namespace waymark
