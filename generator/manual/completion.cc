#include "manual/completion.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "base/text.h"

namespace waymark {

namespace {

bool is_folder(const OptionForm& option) { return option.value == "DIR"; }

// What may stand at an option's or argument's place, in bash: words, or one of two signs.
std::string value_in_bash(const OptionForm& option) {
  if (is_folder(option)) return "/";     // a folder
  if (option.words.empty()) return "?";  // anything
  return join(option.words, " ");
}

std::string all_names(const CommandForm& command) {
  std::vector<std::string> names;
  for (const OptionForm& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return join(names, " ");
}

std::string all_commands(const CommandLineForm& form, std::string_view separator) {
  std::vector<std::string> names;
  for (const CommandForm& command : form.commands) names.push_back(command.name);
  return join(names, separator);
}

// "build:-C|build:--root", a pattern of a bash `case`.
std::string places(const CommandForm& command, const OptionForm& option) {
  std::vector<std::string> patterns;
  for (const std::string& name : option.names) patterns.push_back(command.name + ":" + name);
  return join(patterns, "|");
}

}  // namespace

std::string bash_completion(const CommandLineForm& form) {
  std::string values, arguments, options;
  for (const CommandForm& command : form.commands) {
    for (const OptionForm& option : command.options)
      if (!option.value.empty())
        values += fmt::format("      {}) value='{}' ;;\n", places(command, option),
                              value_in_bash(option));
    for (std::size_t i = 0; i < command.arguments.size(); ++i)
      arguments += fmt::format("      {}:{}) value='{}' ;;\n", command.name, i,
                               value_in_bash(command.arguments[i]));
    options += fmt::format("      {}:*) value='{}' ;;\n", command.name, all_names(command));
  }
  constexpr std::string_view script =
      R"(# Completes waymark in bash. Made from the program's options.
_waymark() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} command= value= place=0 i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ ${{COMP_WORDS[i]}} == = ]] && continue  # --format=json comes as three words
    [[ -n $value ]] && {{ value=; continue; }}
    case $command:${{COMP_WORDS[i]}} in
{0}      :{1}) command=${{COMP_WORDS[i]}} ;;
      *:-*) ;;
      *) ((++place)) ;;
    esac
  done
  if [[ -z $value && $current == -* ]]; then
    case $command: in
      :) value='-h --help' ;;
{2}    esac
  elif [[ -z $value ]]; then
    case $command:$place in
      :0) value='{3}' ;;
{4}    esac
  fi
  [[ $current == = ]] && current=
  COMPREPLY=()
  if [[ $value == / ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
  elif [[ $value != '?' ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$value" -- "$current")
  fi
}}
complete -F _waymark waymark
)";
  return fmt::format(script, values, all_commands(form, "|:"), options, all_commands(form, " "),
                     arguments);
}

namespace {

// In single quotes, with what _arguments and _describe have for signs of their own.
std::string zsh_text(std::string_view text) {
  std::string safe = replace_all(text, "\\", "\\\\");
  for (const std::string_view sign : {":", "[", "]"})
    safe = replace_all(safe, sign, "\\" + std::string(sign));
  return replace_all(safe, "'", "'\\''");
}

// ":DIR:_files -/"
std::string value_in_zsh(const OptionForm& option) {
  if (option.value.empty()) return "";
  const std::string action = is_folder(option)      ? "_files -/"
                             : option.words.empty() ? " "
                                                    : "(" + join(option.words, " ") + ")";
  return fmt::format(":{}:{}", is_folder(option) ? "folder" : "value", action);
}

std::string option_in_zsh(const OptionForm& option) {
  std::vector<std::string> spellings;  // a long name may have its value behind "="
  for (const std::string& name : option.names)
    spellings.push_back(name.starts_with("--") && !option.value.empty() ? name + "=" : name);
  const std::string all = join(option.names, " ");
  const std::string names = spellings.size() == 1
                                ? "'" + spellings.front()
                                : fmt::format("'({})'{{{}}}'", all, join(spellings, ","));
  return fmt::format("{}[{}]{}'", names, zsh_text(option.help), value_in_zsh(option));
}

std::string arguments_in_zsh(const CommandForm& command) {
  std::vector<std::string> lines;
  for (const OptionForm& option : command.options) lines.push_back(option_in_zsh(option));
  for (std::size_t i = 0; i < command.arguments.size(); ++i)
    lines.push_back(fmt::format("'{}{}'", i + 1, value_in_zsh(command.arguments[i])));
  return join(lines, " \\\n        ");
}

}  // namespace

std::string zsh_completion(const CommandLineForm& form) {
  std::string commands, cases;
  for (const CommandForm& command : form.commands) {
    commands += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.help));
    cases += fmt::format("    {})\n      _arguments \\\n        {} ;;\n", command.name,
                         arguments_in_zsh(command));
  }
  constexpr std::string_view script = R"(#compdef waymark
# Completes waymark in zsh. Made from the program's options.
_waymark() {{
  local state line
  local -a commands=(
{}  )
  _arguments '(-h --help)'{{-h,--help}}'[Print this help message and exit]' \
    '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands; return ;;
  esac
  case $words[1] in
{}  esac
}}
_waymark "$@"
)";
  return fmt::format(script, commands, cases);
}

namespace {

std::string fish_text(std::string_view text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string value_in_fish(const OptionForm& option) {
  if (is_folder(option)) return " -x -a '(__fish_complete_directories)'";
  if (!option.words.empty()) return fmt::format(" -x -a '{}'", join(option.words, " "));
  return option.value.empty() ? "" : " -x";
}

std::string option_in_fish(const OptionForm& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return names + value_in_fish(option) + " -d " + fish_text(option.help);
}

}  // namespace

std::string fish_completion(const CommandLineForm& form) {
  std::string script =
      "# Completes waymark in fish. Made from the program's options.\n"
      "complete -c waymark -f\n";
  for (const CommandForm& command : form.commands)
    script += fmt::format("complete -c waymark -n __fish_use_subcommand -a {} -d {}\n",
                          command.name, fish_text(command.help));
  for (const CommandForm& command : form.commands) {
    const std::string in_command =
        "complete -c waymark -n '__fish_seen_subcommand_from " + command.name;
    for (const OptionForm& option : command.options)
      script += in_command + "'" + option_in_fish(option) + "\n";
    for (const OptionForm& argument : command.arguments) {
      if (is_folder(argument))
        script += in_command + "' -a '(__fish_complete_directories)'\n";
      else if (const std::string words = join(argument.words, " "); !words.empty())
        script += fmt::format("{}; and not __fish_seen_subcommand_from {}' -a '{}'\n", in_command,
                              words, words);
    }
  }
  return script;
}

}  // namespace waymark
