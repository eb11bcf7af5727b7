#include "model/field_form.h"

#include <algorithm>

#include "catch.h"

namespace waymark {

namespace {

const FieldForm& form_of(const std::vector<FieldForm>& forms, std::string_view name) {
  const auto found = std::find_if(forms.begin(), forms.end(),
                                  [&](const FieldForm& form) { return form.field.name == name; });
  REQUIRE(found != forms.end());
  return *found;
}

}  // namespace

TEST_CASE("the member of a field says what is written there", "[field_form]") {
  const std::vector<FieldForm> role = forms_of<Role>();
  CHECK(form_of(role, "title").form == Form::text);
  CHECK(form_of(role, "date").form == Form::date);
  CHECK(form_of(role, "draft").form == Form::boolean);
  CHECK(form_of(role, "former_paths").form == Form::path);
  CHECK(form_of(role, "extra").form == Form::any_table);
  const std::vector<FieldForm> salary = forms_of<Salary>();
  CHECK(form_of(salary, "p90").form == Form::amount);
  CHECK(form_of(salary, "year").form == Form::whole_number);
  CHECK(form_of(forms_of<Cost>(), "amount").form == Form::number);
}

TEST_CASE("a record's own id is no text like others", "[field_form]") {
  CHECK(form_of(forms_of<Figure>(), "id").form == Form::id);
  CHECK(form_of(forms_of<Article>(), "id").form == Form::text);  // imported, and kept as it was
}

TEST_CASE("a list, a reference and a table keep what they are made of", "[field_form]") {
  const std::vector<FieldForm> role = forms_of<Role>();
  const FieldForm& levels = form_of(role, "levels");
  CHECK(levels.is_list);
  CHECK(levels.form == Form::reference);
  CHECK(levels.refers_to == Kind::level);
  const FieldForm& skills = form_of(role, "skills");
  CHECK(skills.is_list);
  REQUIRE(skills.form == Form::table);
  const FieldForm& level = form_of(skills.members, "level");
  CHECK(level.form == Form::word);
  CHECK(level.words == std::vector<std::string_view>{"basic", "working", "advanced", "expert"});
}

}  // namespace waymark
