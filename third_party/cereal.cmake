# cereal 1.3.2, BSD-3-Clause. Reads and writes the session file; used in app/journal only.
third_url(https://github.com/USCiLab/cereal/archive/refs/tags/v1.3.2.tar.gz url)
FetchContent_Declare(cereal
  URL ${url}
  URL_HASH SHA256=16a7ad9b31ba5880dac55d62b5d6f243c3ebc8d46a3514149e56b5e7ea81f85f
  FIND_PACKAGE_ARGS 1.3 GLOBAL)
set(JUST_INSTALL_CEREAL ON CACHE INTERNAL "")
FetchContent_MakeAvailable(cereal)
third_quiet(cereal)
add_library(third_cereal INTERFACE)
target_link_libraries(third_cereal INTERFACE cereal::cereal)
# A session file may come from anyone: parse without recursion (deep nesting would overflow the
# stack), at full precision, and refuse NaN and invalid UTF-8. Debian's cereal uses the system's
# RapidJSON, upstream's contains a renamed copy: each reads a macro of its own.
target_compile_definitions(third_cereal INTERFACE
  "RAPIDJSON_PARSE_DEFAULT_FLAGS=(kParseFullPrecisionFlag|kParseIterativeFlag|kParseValidateEncodingFlag)"
  "CEREAL_RAPIDJSON_PARSE_DEFAULT_FLAGS=(kParseFullPrecisionFlag|kParseIterativeFlag|kParseValidateEncodingFlag)")
