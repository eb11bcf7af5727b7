#include "model/urls.h"
