// Catch2, whichever of its two majors is installed.
#pragma once

#ifdef WAYMARK_CATCH2_V2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
