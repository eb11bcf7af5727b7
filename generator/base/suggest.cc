#include "base/suggest.h"
