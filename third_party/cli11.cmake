# CLI11 2.1.2, BSD-3-Clause. The command line: subcommands, checks, usage errors.
third_url(https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.1.2.tar.gz url)
FetchContent_Declare(CLI11
  URL ${url}
  URL_HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb
  FIND_PACKAGE_ARGS 2.1 GLOBAL)
FetchContent_MakeAvailable(CLI11)
third_quiet(CLI11)
add_library(third_cli11 INTERFACE)
target_link_libraries(third_cli11 INTERFACE CLI11::CLI11)
