# doctest 2.4.9, MIT. The tests: one header, quick to compile, test names are sentences.
FetchContent_Declare(doctest
  GIT_REPOSITORY https://github.com/doctest/doctest.git
  GIT_TAG v2.4.9
  SYSTEM
  FIND_PACKAGE_ARGS 2.4 GLOBAL)
FetchContent_MakeAvailable(doctest)
add_library(third_doctest INTERFACE)
target_link_libraries(third_doctest INTERFACE doctest::doctest)
