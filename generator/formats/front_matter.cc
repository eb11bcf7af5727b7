#include "formats/front_matter.h"
