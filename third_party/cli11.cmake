# CLI11 2.1.2, BSD-3-Clause. The command line: subcommands, checks, usage errors.
FetchContent_Declare(CLI11
  GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git
  GIT_TAG v2.1.2
  SYSTEM
  FIND_PACKAGE_ARGS 2.1 GLOBAL)
FetchContent_MakeAvailable(CLI11)
add_library(third_cli11 INTERFACE)
target_link_libraries(third_cli11 INTERFACE CLI11::CLI11)
