#include "base/file_system.h"
