#include "manual/man_page.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"

namespace waymark {

namespace {

// What the options cannot tell.
constexpr std::string_view surroundings = R"(.SH ENVIRONMENT
.TP
.B SOURCE_DATE_EPOCH
The guide's day where no
.B \-\-as\-of
is given, in seconds since 1970.
.TP
.B NO_COLOR
Where it is set and not empty, messages have no colour unless
.B \-\-color always
asks for it.
.SH FILES
.TP
.I content/
The records of the guide;
.I content/site.toml
makes a folder a site.
.TP
.IR templates/ ", " assets/
Files that take the place of the program's own.
.TP
.I public/
The published guide.
)";

constexpr std::string_view examples = R"(.SH EXAMPLES
A guide of your own, and its first record:
.PP
.nf
.RS
waymark init trades
cd trades
waymark new role "Solar installer"
waymark serve \-\-drafts \-\-open
.RE
.fi
.PP
The guide as it will be published, with no mistake and no warning left:
.PP
.nf
.RS
waymark build \-\-strict \-\-base\-url https://example.org/guide/
.RE
.fi
)";

// Text that roff takes for nothing but text.
std::string plain(std::string_view text) {
  return replace_all(replace_all(text, "\\", "\\e"), "-", "\\-");
}

// On a line of its own.
std::string sentence(std::string_view text) {
  return plain(text) + (text.ends_with('.') ? "\n" : ".\n");
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

bool is_argument(const OptionForm& option) { return !option.names.front().starts_with('-'); }

std::string entry(const OptionForm& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names)
    names.push_back(is_argument(option) ? italic(name) : bold(name));
  std::string text = ".TP\n" + join(names, ", ");
  if (!is_argument(option) && !option.value.empty()) text += " " + italic(option.value);
  text += "\n" + sentence(option.help);
  if (is_argument(option) && !option.words.empty())
    text += sentence("One of " + join(option.words, ", "));
  return text;
}

std::string synopsis(const CommandForm& command) {
  std::string text = bold("waymark " + command.name) + " [" + italic("option") + " ...]";
  for (const OptionForm& argument : command.arguments) {
    const std::string name = italic(argument.names.front());
    text += " " + (argument.is_required ? name : "[" + name + "]");
  }
  return text + "\n";
}

std::string section(const CommandForm& command) {
  std::string text = fmt::format(".SS {}\n{}", command.name, sentence(command.help));
  for (const auto* options : {&command.arguments, &command.options})
    for (const OptionForm& option : *options) text += entry(option);
  return text;
}

}  // namespace

std::string man_page(const CommandLineForm& form, std::string_view version) {
  // Without a date: the same program gives the same page.
  std::string page = fmt::format(
      ".\\\" Made from the program's options.\n.TH WAYMARK 1 \"\" \"Waymark {}\"\n"
      ".SH NAME\nwaymark \\- publish a guide to careers from Markdown and TOML\n.SH SYNOPSIS\n",
      version);
  std::vector<std::string> commands;
  for (const CommandForm& command : form.commands) commands.push_back(synopsis(command));
  page += join(commands, ".br\n");
  page += fmt::format(".SH DESCRIPTION\n{}.SH COMMANDS\n", sentence(form.help));
  for (const CommandForm& command : form.commands) page += section(command);
  return page.append(surroundings)
      .append(".SH EXIT STATUS\n" + sentence(form.footer))
      .append(examples);
}

}  // namespace waymark
