// What the command line takes, as plain data: for the manual and for shells that complete it.
#pragma once

#include <string>
#include <vector>

namespace waymark {

struct OptionForm {
  std::vector<std::string> names;  // "-C", "--root"; an argument has one, without dashes: "KIND"
  std::string value;  // what follows a name: "DIR" (a folder); empty where nothing does
  std::vector<std::string> words;  // all that the value can be; none where it is free
  std::string help;
  bool is_required = false;
};

struct CommandForm {
  std::string name;
  std::string help;
  std::vector<OptionForm> options;
  std::vector<OptionForm> arguments;  // in their order
};

struct CommandLineForm {
  std::string help;
  std::string footer;                 // what holds for all commands
  std::vector<CommandForm> commands;  // as they were declared
};

// Made from the declarations in options.cc.
CommandLineForm command_line_form();

}  // namespace waymark
