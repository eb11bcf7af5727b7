#include "stages/derive.h"
