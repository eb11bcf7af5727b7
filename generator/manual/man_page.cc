#include "manual/man_page.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"

namespace waymark {

namespace {

// What the options cannot tell.
constexpr std::string_view surroundings = R"(.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev SOURCE_DATE_EPOCH
The guide's day where no
.Fl -as-of
is given, in seconds since 1970.
.It Ev NO_COLOR
Where it is set and not empty, messages have no colour unless
.Fl -color Ar always
asks for it.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa content/
The records of the guide;
.Pa content/site.toml
makes a folder a site.
.It Pa templates/ , assets/
Files that take the place of the program's own.
.It Pa public/
The published guide.
.El
)";

constexpr std::string_view examples = R"(.Sh EXAMPLES
A guide of your own, and its first record:
.Bd -literal -offset indent
waymark init trades
cd trades
waymark new role "Solar installer"
waymark serve --drafts --open
.Ed
.Pp
The guide as it will be published, with no mistake and no warning left:
.Bd -literal -offset indent
waymark build --strict --base-url https://example.org/guide/
.Ed
)";

// Text that roff takes for nothing but text.
std::string plain(std::string_view text) {
  std::string safe = replace_all(text, "\\", "\\e");
  safe = replace_all(safe, "\"", "\\(dq");
  return replace_all(safe, "-", "\\-");
}

// A sentence on lines of its own.
std::string sentence(std::string_view text) {
  return plain(text) + (text.ends_with('.') ? "\n" : ".\n");
}

// "Fl C , Fl -root Ar DIR"; of an argument "Ar KIND".
std::string names_of(const OptionForm& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names)
    names.push_back(name.starts_with('-') ? "Fl " + plain(name.substr(1)) : "Ar " + name);
  const bool is_option = option.names.front().starts_with('-');
  return join(names, " , ") + (is_option && !option.value.empty() ? " Ar " + option.value : "");
}

std::string item(const OptionForm& option) {
  const bool is_argument = !option.names.front().starts_with('-');
  const std::string words =
      is_argument && !option.words.empty() ? sentence("One of " + join(option.words, ", ")) : "";
  return fmt::format(".It {}\n{}{}", names_of(option), sentence(option.help), words);
}

std::string synopsis(const CommandForm& command) {
  std::string text = fmt::format(".Nm\n.Cm {}\n.Op Ar option ...\n", command.name);
  for (const OptionForm& argument : command.arguments)
    text += fmt::format(".{}Ar {}\n", argument.is_required ? "" : "Op ", argument.names.front());
  return text;
}

std::string section(const CommandForm& command) {
  std::string text =
      fmt::format(".Ss {}\n{}.Bl -tag -width Ds\n", command.name, sentence(command.help));
  for (const auto* options : {&command.arguments, &command.options})
    for (const OptionForm& option : *options) text += item(option);
  return text + ".El\n";
}

}  // namespace

std::string man_page(const CommandLineForm& form, std::string_view version) {
  // Without a date: the same program gives the same page.
  std::string page = fmt::format(
      ".\\\" Made from the program's options.\n.Dd\n.Dt WAYMARK 1\n.Os Waymark {}\n"
      ".Sh NAME\n.Nm waymark\n.Nd publish a guide to careers from Markdown and TOML\n.Sh "
      "SYNOPSIS\n",
      version);
  for (const CommandForm& command : form.commands) page += synopsis(command);
  page += fmt::format(".Sh DESCRIPTION\n{}.Sh COMMANDS\n", sentence(form.help));
  for (const CommandForm& command : form.commands) page += section(command);
  return page.append(surroundings)
      .append(".Sh EXIT STATUS\n" + sentence(form.footer))
      .append(examples);
}

}  // namespace waymark
