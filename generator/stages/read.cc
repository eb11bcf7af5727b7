#include "stages/read.h"
