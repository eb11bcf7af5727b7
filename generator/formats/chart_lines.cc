#include "formats/chart_lines.h"

namespace waymark {

void append_chart(const LineChart&, std::string&) {}

}  // namespace waymark
