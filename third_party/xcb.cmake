# libxcb 1.15, MIT. The clipboard of X11 in several formats: a table as HTML, a picture as PNG. GLFW supports text only.
if(UNIX AND NOT APPLE)
  find_path(XCB_INCLUDE_DIR xcb/xcb.h REQUIRED DOC "Folder of xcb/xcb.h")
  find_library(XCB_LIBRARY xcb REQUIRED DOC "libxcb")
  add_library(third_xcb INTERFACE)
  target_include_directories(third_xcb SYSTEM INTERFACE "${XCB_INCLUDE_DIR}")
  target_link_libraries(third_xcb INTERFACE "${XCB_LIBRARY}")
endif()
