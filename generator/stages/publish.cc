#include "stages/publish.h"
