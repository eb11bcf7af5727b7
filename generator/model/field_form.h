// The declarations of fields.h as plain data: what schemas, new records and documentation are
// written from.
#pragma once

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/fields.h"

namespace waymark {

enum class Form {
  text,
  boolean,
  whole_number,
  number,
  date,
  amount,     // a number, or ">= 239200"
  word,       // one of `words`
  id,         // the record's own
  reference,  // a record's id, of the kind `refers_to`
  path,       // an address of the guide
  table,      // with the keys of `members`
  any_table,  // with whatever keys the author likes
};

struct FieldForm {
  Field field;
  Form form = Form::text;
  bool is_list = false;
  std::vector<std::string_view> words = {};
  Kind refers_to = Kind::article;
  std::vector<FieldForm> members = {};
};

template <class T>
std::vector<FieldForm> forms_of();

// Visits the fields of one record type.
class FormCollector {
 public:
  template <class Owner, class Type>
  void operator()(Type Owner::*, const Field& field) {
    FieldForm form{.field = field};
    describe(form, static_cast<const Type*>(nullptr));
    if (std::same_as<Owner, Record>) form.form = Form::id;
    forms.push_back(std::move(form));
  }

  std::vector<FieldForm> forms;

 private:
  static void describe(FieldForm& to, const std::string*) { to.form = Form::text; }
  static void describe(FieldForm& to, const bool*) { to.form = Form::boolean; }
  static void describe(FieldForm& to, const int*) { to.form = Form::whole_number; }
  static void describe(FieldForm& to, const double*) { to.form = Form::number; }
  static void describe(FieldForm& to, const Date*) { to.form = Form::date; }
  static void describe(FieldForm& to, const Amount*) { to.form = Form::amount; }
  static void describe(FieldForm& to, const SitePath*) { to.form = Form::path; }
  static void describe(FieldForm& to, const Value*) { to.form = Form::any_table; }
  template <class E>
  requires std::is_enum_v<E>
  static void describe(FieldForm& to, const E*) {
    to.form = Form::word;
    to.words = {Words<E>::words.begin(), Words<E>::words.end()};
  }
  template <class T>
  static void describe(FieldForm& to, const Ref<T>*) {
    to.form = Form::reference;
    to.refers_to = kind_of<T>;
  }
  template <class T>
  static void describe(FieldForm& to, const std::optional<T>*) {
    describe(to, static_cast<const T*>(nullptr));
  }
  template <class T>
  static void describe(FieldForm& to, const std::vector<T>*) {
    describe(to, static_cast<const T*>(nullptr));
    to.is_list = true;
  }
  template <class T>
  requires std::is_class_v<T>
  static void describe(FieldForm& to, const T*) {
    to.form = Form::table;
    to.members = forms_of<T>();
  }
};

template <class T>
std::vector<FieldForm> forms_of() {
  FormCollector collector;
  fields(collector, static_cast<const T*>(nullptr));
  return std::move(collector.forms);
}

}  // namespace waymark
