# tl::expected 1.0 (Debian) or 1.1 (upstream), CC0-1.0. Result<T>: std::expected needs a newer compiler than Debian 12's.
third_url(https://github.com/TartanLlama/expected/archive/refs/tags/v1.1.0.tar.gz url)
FetchContent_Declare(tl-expected
  URL ${url}
  URL_HASH SHA256=1db357f46dd2b24447156aaf970c4c40a793ef12a8a9c2ad9e096d9801368df6
  FIND_PACKAGE_ARGS GLOBAL)
set(EXPECTED_BUILD_TESTS OFF CACHE INTERNAL "")
FetchContent_MakeAvailable(tl-expected)
third_quiet(expected)
add_library(third_expected INTERFACE)
target_link_libraries(third_expected INTERFACE tl::expected)
