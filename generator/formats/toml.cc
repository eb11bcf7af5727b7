#include "formats/toml.h"
