# GLFW 3.3.8, Zlib. The window, its OpenGL 3.3 context, keyboard, mouse, clipboard, dropped files.
FetchContent_Declare(glfw3
  GIT_REPOSITORY https://github.com/glfw/glfw.git
  GIT_TAG 3.3.8
  SYSTEM
  FIND_PACKAGE_ARGS 3.3 GLOBAL)
set(GLFW_BUILD_EXAMPLES OFF)
set(GLFW_BUILD_TESTS OFF)
set(GLFW_BUILD_DOCS OFF)
FetchContent_MakeAvailable(glfw3)
set(OpenGL_GL_PREFERENCE GLVND)
find_package(OpenGL REQUIRED GLOBAL)
