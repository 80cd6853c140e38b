# tl::expected 1.0.0, CC0-1.0. Result<T>: std::expected needs a newer compiler than Debian 12's.
FetchContent_Declare(tl-expected
  URL https://github.com/TartanLlama/expected/archive/refs/tags/v1.0.0.tar.gz
  URL_HASH SHA256=8f5124085a124113e75e3890b4e923e3a4de5b26a973b891b3deb40e19c03cee
  SYSTEM
  FIND_PACKAGE_ARGS GLOBAL)
set(EXPECTED_BUILD_TESTS OFF CACHE INTERNAL "")
FetchContent_MakeAvailable(tl-expected)
add_library(third_expected INTERFACE)
target_link_libraries(third_expected INTERFACE tl::expected)
