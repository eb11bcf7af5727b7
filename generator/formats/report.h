// Diagnostics as a person, a program or GitHub reads them.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace waymark {

enum class ReportFormat { text, json, github };

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  bool color = false;
};

// The diagnostics in their order, one after the other:
//   text    path:line:column: error: message, the line, a caret under the span, `= note` lines
//   json    one object a line: severity, path, line, column, end_line, end_column, message, notes
//   github  ::error file=…,line=…,col=…,endLine=…,endColumn=…::message
// Control characters of the content reach no terminal; a long line is cut around the caret.
std::string report(const Diagnostics& diagnostics, const Sources& sources, ReportOptions options);

}  // namespace waymark
