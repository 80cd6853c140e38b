# doctest 2.4.9, MIT. The tests: one header, quick to compile, test names are sentences.
third_url(https://github.com/doctest/doctest/archive/refs/tags/v2.4.9.tar.gz url)
FetchContent_Declare(doctest
  URL ${url}
  URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856
  FIND_PACKAGE_ARGS 2.4 GLOBAL)
set(DOCTEST_WITH_TESTS OFF CACHE INTERNAL "")
FetchContent_MakeAvailable(doctest)
third_quiet(doctest)
add_library(third_doctest INTERFACE)
target_link_libraries(third_doctest INTERFACE doctest::doctest)
