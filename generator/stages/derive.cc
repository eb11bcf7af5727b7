#include "stages/derive.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "formats/sentence.h"
#include "model/urls.h"
#include "stages/derive/affinity.h"
#include "stages/derive/availability.h"
#include "stages/derive/comparisons.h"
#include "stages/derive/courses.h"
#include "stages/derive/matrix.h"
#include "stages/derive/paths.h"
#include "stages/derive/pay_pairs.h"

namespace waymark {

namespace {

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

template <class T>
Id<T> id_of(Id<T> id) {
  return id;
}
template <class T>
Id<T> id_of(const Ref<T>& ref) {
  return ref.id;
}
Id<Skill> id_of(const SkillNeed& need) { return need.id.id; }
Id<Role> id_of(const RoleNeed& need) { return need.role; }

class Deriver {
 public:
  Deriver(const Site& site, Date as_of) : site_(site), as_of_(as_of) {
    derived_.roles.resize(site->roles.size());
    derived_.skills.resize(site->skills.size());
    derived_.certifications.resize(site->certifications.size());
    derived_.sources.resize(site->sources.size());
    derived_.figures.resize(site->figures.size());
    derived_.salaries.resize(site->salaries.size());
  }

  Derived run() {
    date_records();
    each(site_->roles, [&](Id<Role> id, const Role& role) { from_role(id, role); });
    each(site_->skills, [&](Id<Skill> id, const Skill& skill) { from_skill(id, skill); });
    each(site_->certifications, [&](auto id, const auto& c) { from_certification(id, c); });
    each(site_->articles, [&](auto id, const auto& article) { from_article(id, article); });
    each(site_->pages, [&](Id<PlainPage> id, const auto& page) { from_entry(any(id), page); });
    each(site_->salaries, [&](auto id, const auto& salary) { from_salary(id, salary); });
    each(site_->figures, [&](auto id, const auto& figure) {
      derived_.sources[figure.source.id.index].figures.push_back(id);
    });
    each(site_->disputes, [&](auto id, const auto& dispute) { from_dispute(id, dispute); });
    each(site_->titles, [&](auto id, const auto& title) { cite(any(id), title.sources); });
    from_home();
    sort_lists();
    choose_headlines();
    choose_mentions();
    order_articles();
    compare_roles();
    return std::move(derived_);
  }

 private:
  template <class T, class Visit>
  static void each(const std::vector<T>& records, Visit visit) {
    for (std::uint32_t i = 0; i < records.size(); ++i) visit(Id<T>{i}, records[i]);
  }

  RoleLinks& at(Id<Role> id) { return derived_.roles[id.index]; }
  SkillLinks& at(Id<Skill> id) { return derived_.skills[id.index]; }
  CertificationLinks& at(Id<Certification> id) { return derived_.certifications[id.index]; }
  FigureLinks& at(Id<Figure> id) { return derived_.figures[id.index]; }

  // What the day makes of certifications and numbers.
  void date_records() {
    each(site_->certifications, [&](auto id, const Certification& certification) {
      at(id).availability = availability(certification, as_of_);
    });
    each(site_->figures, [&](auto id, const Figure& figure) {
      at(id).is_old = figure.year && is_old(site_, *figure.year, as_of_);
    });
    each(site_->salaries, [&](auto id, const Salary& row) {
      derived_.salaries[id.index].is_old = is_old(site_, row.year, as_of_);
    });
  }

  // The record's page has a mark of the source.
  void use(RecordRef by, Id<Source> source) {
    derived_.sources[source.index].used_by.push_back(by);
  }
  void show(RecordRef by, Id<Figure> figure) {
    at(figure).shown_on.push_back(by);
    use(by, site_[figure].source.id);
  }
  void cite(RecordRef by, const std::vector<Ref<Source>>& sources) {
    for (const Ref<Source>& source : sources) use(by, source.id);
  }

  // visit(id) for each figure that the shortcodes of a body print.
  template <class Visit>
  static void each_figure(const Body& body, Visit visit) {
    for (const ShortcodeCall& call : body.shortcodes)
      for (const CallArgument& argument : call.arguments)
        for (const CallValue& value : argument.values)
          if (value.record && value.record->kind == Kind::figure)
            visit(Id<Figure>{value.record->index});
  }

  void from_entry(RecordRef ref, const Entry& entry) {
    cite(ref, entry.sources);
    each_figure(entry.body, [&](Id<Figure> figure) { show(ref, figure); });
    for (const ShortcodeCall& call : entry.body.shortcodes)
      for (const Id<Salary> row : call.pay) use(ref, site_[row].source.id);
    from_prose(ref, entry.body);
  }

  void from_home() {
    each_figure(site_->home.body, [&](Id<Figure> figure) { at(figure).on_home = true; });
  }

  void from_role(Id<Role> id, const Role& role) {
    from_entry(any(id), role);
    for (const SkillNeed& need : role.skills)
      at(need.id.id).roles.push_back({id, need.importance, need.level});
    at(id).skills = role.skills;
    for (const Occupation& occupation : role.occupations)
      if (!occupation.code.empty()) add_once(roles_of_code_[occupation.code], id);
    for (const auto& certification : role.certifications) at(certification.id).roles.push_back(id);
    for (const auto& next : role.leads_to) at(next.id).comes_from.push_back(id);
    for (const auto* figures : {&role.outlook, &role.education.shares})
      for (const Ref<Figure>& figure : *figures) {
        add_once(at(figure.id).roles, id);
        show(any(id), figure.id);
      }
  }

  void from_skill(Id<Skill> id, const Skill& skill) {
    from_entry(any(id), skill);
    for (const auto& before : skill.prerequisites) at(before.id).needed_for.push_back(id);
  }

  void from_certification(Id<Certification> id, const Certification& certification) {
    from_entry(any(id), certification);
    for (const auto& skill : certification.covers) at(skill.id).certifications.push_back(id);
    for (const auto& next : certification.replaced_by) at(next.id).replaces.push_back(id);
  }

  void from_article(Id<Article> id, const Article& article) {
    from_entry(any(id), article);
    for (const auto& role : article.roles) add_once(at(role.id).articles, id);
    for (const auto& skill : article.skills) add_once(at(skill.id).articles, id);
    for (const auto& certification : article.certifications)
      add_once(at(certification.id).articles, id);
  }

  // The first link to each record.
  void from_prose(RecordRef by, const Body& body) {
    std::set<RecordRef> seen{by};
    for (std::uint32_t i = 0; i < body.document.nodes.size(); ++i) {
      const Node& node = body.document.nodes[i];
      if (node.kind != NodeKind::link) continue;
      const std::optional<RecordRef>& to = body.targets[node.index].record;
      if (to && seen.insert(*to).second) links_in_prose_[*to].push_back({by, &body.document, i});
    }
  }

  void from_salary(Id<Salary> id, const Salary& salary) {
    derived_.sources[salary.source.id.index].salaries.push_back(id);
    const auto show_on = [&](Id<Role> role, std::vector<Id<Salary>>& rows) {
      rows.push_back(id);
      use(any(role), salary.source.id);
    };
    if (salary.role.id.valid()) show_on(salary.role.id, at(salary.role.id).salaries);
    // What a survey says of an occupation is no official statistic.
    if (site_[salary.source].kind != SourceKind::official) return;
    const auto roles = roles_of_code_.find(salary.occupation);
    if (roles == roles_of_code_.end()) return;
    for (const Id<Role> role : roles->second) show_on(role, at(role).proxies);
  }

  void from_dispute(Id<Dispute> id, const Dispute& dispute) {
    for (const auto& role : dispute.roles) at(role.id).disputes.push_back(id);
    for (const Claim& claim : dispute.claims) {
      if (claim.source.id.valid()) add_once(derived_.sources[claim.source.id.index].disputes, id);
      if (!claim.figure.id.valid()) continue;
      at(claim.figure.id).shown_on.push_back(any(id));
      add_once(at(claim.figure.id).disputes, id);
    }
  }

  template <class... T>
  void sort_by_title(std::vector<Id<T>>&... lists) {
    const auto by_title = [&](const auto& a, const auto& b) {
      return std::tie(site_[a].title, a) < std::tie(site_[b].title, b);
    };
    (std::sort(lists.begin(), lists.end(), by_title), ...);
  }

  // By subject, source, region, newest year, then level; rows for all levels come first. Official
  // statistics are a source of its own each year, so that there the year goes before the source.
  void sort_rows(std::vector<Id<Salary>>& rows) {
    const auto key = [&](Id<Salary> id) {
      const Salary& row = site_[id];
      const bool is_official = !row.role.id.valid();
      const Id<Source> before = is_official ? Id<Source>{} : row.source.id;
      const std::uint32_t level = row.level.id.valid() ? row.level.id.index + 1 : 0;
      return std::tuple(std::string_view(row.occupation), before, row.region.id, -row.year,
                        row.source.id, level, id);
    };
    std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return key(a) < key(b); });
  }

  // By kind, then title, each once.
  void sort_pages(std::vector<RecordRef>& pages) {
    const auto key = [&](RecordRef ref) {
      return std::tuple(ref.kind, title_of(*site_, ref), ref);
    };
    std::sort(pages.begin(), pages.end(), [&](auto a, auto b) { return key(a) < key(b); });
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  }

  void sort_lists() {
    for (RoleLinks& role : derived_.roles) {
      sort_by_title(role.comes_from, role.articles, role.disputes);
      sort_rows(role.salaries);
      sort_rows(role.proxies);
      std::sort(role.skills.begin(), role.skills.end(),
                [&](const SkillNeed& a, const SkillNeed& b) {
                  return std::tie(b.importance, site_[a.id].title, a.id.id) <
                         std::tie(a.importance, site_[b.id].title, b.id.id);
                });
    }
    for (SkillLinks& skill : derived_.skills) {
      sort_by_title(skill.certifications, skill.needed_for, skill.articles);
      std::sort(skill.roles.begin(), skill.roles.end(), [&](const RoleNeed& a, const RoleNeed& b) {
        return std::tie(b.importance, site_[a.role].title, a.role) <
               std::tie(a.importance, site_[b.role].title, b.role);
      });
    }
    for (CertificationLinks& certification : derived_.certifications)
      sort_by_title(certification.roles, certification.replaces, certification.articles);
    for (FigureLinks& figure : derived_.figures) {
      sort_by_title(figure.roles, figure.disputes);
      sort_pages(figure.shown_on);
    }
    for (SourceLinks& source : derived_.sources) {
      sort_by_title(source.disputes);
      sort_pages(source.used_by);
    }
  }

  // The place of the row's occupation in the role's own list, whose order is the author's
  // judgement.
  static std::ptrdiff_t place_of(const Salary& row, const Role& role) {
    const auto names_it = [&](const Occupation& o) { return o.code == row.occupation; };
    const auto& list = role.occupations;
    return std::find_if(list.begin(), list.end(), names_it) - list.begin();
  }

  // The median that stands for a role, of enough people: the occupation named first, the site's own
  // currency before others, the newest year, and all levels together before one of them.
  Id<Salary> headline_of(const Role& role, const std::vector<Id<Salary>>& rows) const {
    const auto rank = [&](Id<Salary> id) {
      const Salary& row = site_[id];
      return std::tuple(place_of(row, role), row.currency != site_->settings.currency, -row.year,
                        row.level.id.valid(), -row.sample.value_or(0), id);
    };
    Id<Salary> best;
    for (const Id<Salary> id : rows) {
      const Salary& row = site_[id];
      const bool can_stand = row.median && row.period == PayPeriod::year && !is_too_small(row);
      if (can_stand && (!best.valid() || rank(id) < rank(best))) best = id;
    }
    return best;
  }

  void choose_headlines() {
    each(site_->roles, [&](Id<Role> id, const Role& role) {
      at(id).headline = headline_of(role, at(id).salaries);
      at(id).official_headline = headline_of(role, at(id).proxies);
    });
  }

  // What the record's page shows because a field of this record or of the other says so.
  std::set<RecordRef> listed(RecordRef ref) const {
    std::set<RecordRef> all;
    const auto add = [&](const auto& list) {
      for (const auto& element : list) all.insert(any(id_of(element)));
    };
    const auto add_lists = [&](const auto&... lists) { (add(lists), ...); };
    if (ref.kind == Kind::role) {
      const Role& role = site_->roles[ref.index];
      const RoleLinks& links = derived_.roles[ref.index];
      add_lists(links.skills, links.comes_from, links.articles, role.certifications, role.leads_to,
                role.compare_with);
    } else if (ref.kind == Kind::skill) {
      const Skill& skill = site_->skills[ref.index];
      const SkillLinks& links = derived_.skills[ref.index];
      add_lists(links.roles, links.certifications, links.needed_for, links.articles,
                skill.prerequisites, skill.related);
    } else if (ref.kind == Kind::certification) {
      const Certification& certification = site_->certifications[ref.index];
      const CertificationLinks& links = derived_.certifications[ref.index];
      add_lists(links.roles, links.replaces, links.articles, certification.covers,
                certification.replaced_by);
    } else if (ref.kind == Kind::article) {
      const Article& article = site_->articles[ref.index];
      add_lists(article.roles, article.skills, article.certifications);
    }
    return all;
  }

  void choose_mentions() {
    constexpr std::size_t most = 10;
    constexpr std::size_t most_sentences = 5;    // a longer list is read by its titles
    constexpr std::size_t sentence_limit = 200;  // code points
    for (auto& [ref, links] : links_in_prose_) {
      std::erase_if(links, [already = listed(ref)](const LinkInProse& link) {
        return already.contains(link.by);
      });
      const auto key = [&](const LinkInProse& link) {
        return std::tuple(link.by.kind, title_of(*site_, link.by), link.by);
      };
      std::sort(links.begin(), links.end(),
                [&](const auto& a, const auto& b) { return key(a) < key(b); });
      if (links.size() > most) links.resize(most);
      std::vector<Mention>& mentions = derived_.mentions[ref];
      for (const LinkInProse& link : links)
        mentions.push_back(
            {link.by, mentions.size() < most_sentences
                          ? sentence_around(*link.document, link.node, sentence_limit)
                          : std::string()});
    }
  }

  void order_articles() {
    each(site_->articles, [&](Id<Article> id, const Article&) { derived_.articles.push_back(id); });
    const auto key = [&](Id<Article> id) {
      const Article& article = site_[id];
      const Date date = article.date.value_or(Date{});
      return std::tuple(article.order.value_or(INT32_MAX), -days_since_epoch(date),
                        std::string_view(article.title), id);
    };
    std::sort(derived_.articles.begin(), derived_.articles.end(),
              [&](auto a, auto b) { return key(a) < key(b); });
  }

  void compare_roles() {
    derive_comparisons(site_, Affinities(site_), derived_);
    Courses courses(site_);
    each(site_->roles, [&](Id<Role> id, const Role& role) {
      at(id).roadmap = courses.roadmap(role);
      at(id).trajectory = pay_by_level(site_, at(id).salaries);
    });
    derive_paths(site_, courses, derived_);
    derive_ladder(site_, derived_);
    derive_matrix(site_, derived_);
  }

  struct LinkInProse {
    RecordRef by;
    const Document* document = nullptr;
    std::uint32_t node = 0;
  };

  const Site& site_;
  Date as_of_;
  Derived derived_;
  std::map<RecordRef, std::vector<LinkInProse>> links_in_prose_;  // to each record
  std::unordered_map<std::string_view, std::vector<Id<Role>>> roles_of_code_;
};

}  // namespace

Derived derive(const Site& site, Date as_of) { return Deriver(site, as_of).run(); }

}  // namespace waymark
