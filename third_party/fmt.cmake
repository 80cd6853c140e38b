# {fmt} 9.1.0, MIT. Formatting without locale or allocation surprises; std::format is not in g++ 12.
FetchContent_Declare(fmt
  GIT_REPOSITORY https://github.com/fmtlib/fmt.git
  GIT_TAG 9.1.0
  SYSTEM
  FIND_PACKAGE_ARGS 9 GLOBAL)
FetchContent_MakeAvailable(fmt)
add_library(third_fmt INTERFACE)
target_link_libraries(third_fmt INTERFACE fmt::fmt)
