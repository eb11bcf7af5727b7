#include "formats/value.h"
