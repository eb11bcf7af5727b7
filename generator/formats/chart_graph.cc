#include "formats/chart_graph.h"

namespace waymark {

void append_graph(const LayeredGraph&, std::string&) {}

}  // namespace waymark
