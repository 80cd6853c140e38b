# tl::expected 1.0.0, CC0-1.0. Result<T>: std::expected needs a newer compiler than Debian 12's.
FetchContent_Declare(tl-expected
  GIT_REPOSITORY https://github.com/TartanLlama/expected.git
  GIT_TAG v1.0.0
  SYSTEM
  FIND_PACKAGE_ARGS GLOBAL)
set(EXPECTED_BUILD_TESTS OFF)
FetchContent_MakeAvailable(tl-expected)
add_library(third_expected INTERFACE)
target_link_libraries(third_expected INTERFACE tl::expected)
