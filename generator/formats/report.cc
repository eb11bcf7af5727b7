#include "formats/report.h"
