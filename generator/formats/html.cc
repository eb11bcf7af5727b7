#include "formats/html.h"
