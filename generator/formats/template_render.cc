#include "formats/template.h"
