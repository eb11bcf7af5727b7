#include "formats/csv.h"

#include <charconv>

#include "base/text.h"

namespace waymark {

namespace {

bool is_number(std::string_view cell) {
  if (cell.starts_with('+') || cell.starts_with('-')) cell.remove_prefix(1);
  if (cell.empty() || !is_digit(cell.front())) return false;
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size();
}

// What spreadsheets read as a formula; tabs and line ends at the start hide one from the eye.
bool is_formula(std::string_view cell) {
  constexpr std::string_view starts = "=+-@\t\r\n";
  return !cell.empty() && starts.find(cell.front()) != std::string_view::npos && !is_number(cell);
}

void append_cell(std::string_view cell, std::string& csv) {
  const std::string_view guard = is_formula(cell) ? "'" : "";
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    csv.append(guard).append(cell);
    return;
  }
  csv.append("\"").append(guard);
  for (const char c : cell) csv.append(c == '"' ? 2 : 1, c);
  csv += '"';
}

}  // namespace

void append_csv_line(const std::vector<std::string_view>& cells, std::string& csv) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) csv += ',';
    append_cell(cells[i], csv);
  }
  csv += "\r\n";
}

}  // namespace waymark
