#include "base/diagnostic.h"
