# GLFW 3.3.8, Zlib. The window, its OpenGL 3.3 context, keyboard, mouse, clipboard, dropped files.
third_url(https://github.com/glfw/glfw/archive/refs/tags/3.3.8.tar.gz url)
FetchContent_Declare(glfw3
  URL ${url}
  URL_HASH SHA256=f30f42e05f11e5fc62483e513b0488d5bceeab7d9c5da0ffe2252ad81816c713
  FIND_PACKAGE_ARGS 3.3 GLOBAL)
set(GLFW_BUILD_EXAMPLES OFF CACHE INTERNAL "")
set(GLFW_BUILD_TESTS OFF CACHE INTERNAL "")
set(GLFW_BUILD_DOCS OFF CACHE INTERNAL "")
FetchContent_MakeAvailable(glfw3)
third_quiet(glfw)
set(OpenGL_GL_PREFERENCE LEGACY) # libGL only: the library that every Linux has
find_package(OpenGL REQUIRED GLOBAL)
