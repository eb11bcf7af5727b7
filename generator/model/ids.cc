#include "model/ids.h"
