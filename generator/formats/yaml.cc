#include "formats/yaml.h"
