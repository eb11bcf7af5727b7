// Comma-separated values, RFC 4180.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// One line with its CRLF. A cell is quoted where it must be; one that a spreadsheet would take for
// a formula (it begins with =, +, -, @ or a control character, and is no number) gets an apostrophe
// before it.
void append_csv_line(const std::vector<std::string_view>& cells, std::string& csv);

}  // namespace waymark
