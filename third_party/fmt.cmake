# {fmt} 9.1.0, MIT. Formatting without locale or allocation surprises; std::format is not in g++ 12.
third_url(https://github.com/fmtlib/fmt/archive/refs/tags/9.1.0.tar.gz url)
FetchContent_Declare(fmt
  URL ${url}
  URL_HASH SHA256=5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2
  FIND_PACKAGE_ARGS 9 GLOBAL)
FetchContent_MakeAvailable(fmt)
third_quiet(fmt)
add_library(third_fmt INTERFACE)
target_link_libraries(third_fmt INTERFACE fmt::fmt)
