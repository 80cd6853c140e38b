# Dear ImGui 1.92.2b, MIT. The interface: 1.92 scales fonts freely, which an infinite canvas needs,
# and Debian 12 packages 1.86. The run scripts download its source (third_party/setup.sh) into the
# cache; without it, CMake fetches the upstream release.
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI AND EXISTS "${third_cache}/imgui-1.92.2b/imgui.h")
  set(FETCHCONTENT_SOURCE_DIR_IMGUI "${third_cache}/imgui-1.92.2b")
endif()
third_url(https://github.com/ocornut/imgui/archive/refs/tags/v1.92.2b.tar.gz url)
FetchContent_Declare(imgui
  URL ${url}
  URL_HASH SHA256=da3d453cce74e0fb3d67f8d798a2a8d04fcaf0b33ce0e0131d0695dfc4f64191)
FetchContent_MakeAvailable(imgui) # has no CMakeLists.txt of its own

add_library(third_imgui STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp"
  "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp"
  "${imgui_SOURCE_DIR}/imgui_widgets.cpp"
  "${imgui_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp")
# Letters and shapes are half of what a test of the interface computes: fast in every build.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT CADRAN_SANITIZE)
  target_compile_options(third_imgui PRIVATE $<$<CONFIG:Debug>:-O2>)
endif()
if(WIN32)
  target_link_libraries(third_imgui PUBLIC imm32)
endif()
target_include_directories(third_imgui SYSTEM PUBLIC
  "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/misc/cpp")
# 32-bit characters, for emoji. Obsolete names are off, so that the compiler finds what an upgrade breaks.
target_compile_definitions(third_imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS)

add_library(third_imgui_backends STATIC
  "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp"
  "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
target_include_directories(third_imgui_backends SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
target_link_libraries(third_imgui_backends PUBLIC
  third_imgui glfw OpenGL::GL ${CMAKE_DL_LIBS})
