#include "formats/markdown.h"
