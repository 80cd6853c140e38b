# immer 0.8.1, BSL-1.0. The tables of a document: persistent sequences, which share unchanged parts after a write.
# Headers only; Debian 12 has no package: found in the same way as Dear ImGui (imgui.cmake).
if(NOT FETCHCONTENT_SOURCE_DIR_IMMER AND EXISTS "${third_cache}/immer-0.8.1/immer/flex_vector.hpp")
  set(FETCHCONTENT_SOURCE_DIR_IMMER "${third_cache}/immer-0.8.1")
endif()
third_url(https://github.com/arximboldi/immer/archive/refs/tags/v0.8.1.tar.gz url)
FetchContent_Declare(immer
  URL ${url}
  URL_HASH SHA256=de8411c84830864604bb685dc8f2e3c0dbdc40b95b2f6726092f7dcc85e75209
  SOURCE_SUBDIR none) # its own CMakeLists.txt is for its tests
FetchContent_MakeAvailable(immer)

add_library(third_immer INTERFACE)
target_include_directories(third_immer SYSTEM INTERFACE "${immer_SOURCE_DIR}")
