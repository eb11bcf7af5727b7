#include "stages/load.h"
