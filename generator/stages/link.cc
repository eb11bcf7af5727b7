#include "stages/link.h"
