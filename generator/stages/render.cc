#include "stages/render.h"
