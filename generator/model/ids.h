// Which kinds of record there are, and how one refers to another.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/source.h"

namespace waymark {

enum class Kind : std::uint8_t {
  article,
  role,
  skill,
  certification,
  page,  // on its own: about, contribute
  salary,
  figure,
  dispute,
  source,
  title,  // content
  level,
  region,
  industry,
  tag,
  skill_kind,
  family,
  education,  // taxonomies
};

std::string_view kind_name(Kind kind);  // "role", "skill kind": for messages
std::string_view kind_folder(
    Kind kind);  // "roles": the folder in content/ and in the URL, or empty

bool has_page(Kind kind);  // whether each record of the kind has a page of its own

struct Article;
struct Role;
struct Skill;
struct Certification;
struct PlainPage;
struct Salary;
struct Figure;
struct Dispute;
struct Source;
struct JobTitle;
struct Level;
struct Region;
struct Industry;
struct Tag;
struct SkillKind;
struct Family;
struct EducationLevel;

// Which Kind a record type is.
template <class T>
inline constexpr Kind kind_of = Kind::article;
template <>
inline constexpr Kind kind_of<Role> = Kind::role;
template <>
inline constexpr Kind kind_of<Skill> = Kind::skill;
template <>
inline constexpr Kind kind_of<Certification> = Kind::certification;
template <>
inline constexpr Kind kind_of<PlainPage> = Kind::page;
template <>
inline constexpr Kind kind_of<Salary> = Kind::salary;
template <>
inline constexpr Kind kind_of<Figure> = Kind::figure;
template <>
inline constexpr Kind kind_of<Dispute> = Kind::dispute;
template <>
inline constexpr Kind kind_of<Source> = Kind::source;
template <>
inline constexpr Kind kind_of<JobTitle> = Kind::title;
template <>
inline constexpr Kind kind_of<Level> = Kind::level;
template <>
inline constexpr Kind kind_of<Region> = Kind::region;
template <>
inline constexpr Kind kind_of<Industry> = Kind::industry;
template <>
inline constexpr Kind kind_of<Tag> = Kind::tag;
template <>
inline constexpr Kind kind_of<SkillKind> = Kind::skill_kind;
template <>
inline constexpr Kind kind_of<Family> = Kind::family;
template <>
inline constexpr Kind kind_of<EducationLevel> = Kind::education;

// A record's place in the vector of its kind. Strong: a role's id fits no skill.
template <class T>
struct Id {
  std::uint32_t index = UINT32_MAX;

  bool valid() const { return index != UINT32_MAX; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

// A reference as an author wrote it. `id` is set by the link stage, and only a Site, whose
// references all have one, reaches the stages behind it.
template <class T>
struct Ref {
  std::string name;
  Span span;
  Id<T> id;
};

// Any record: for lists that mix kinds.
struct RecordRef {
  Kind kind = Kind::article;
  std::uint32_t index = 0;

  friend auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

template <class T>
RecordRef any(Id<T> id) {
  return {kind_of<T>, id.index};
}

}  // namespace waymark
