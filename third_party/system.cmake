# What platform calls of its system.
add_library(third_system INTERFACE)
if(WIN32)
  target_link_libraries(third_system INTERFACE shell32 ole32 uuid advapi32 winmm iphlpapi)
elseif(UNIX AND NOT APPLE)
  # libxcb 1.15, MIT. The clipboard of X11 in several formats: a table as HTML, a picture as PNG. GLFW supports text only.
  find_path(XCB_INCLUDE_DIR xcb/xcb.h REQUIRED DOC "Folder of xcb/xcb.h")
  find_library(XCB_LIBRARY xcb REQUIRED DOC "libxcb")
  target_include_directories(third_system SYSTEM INTERFACE "${XCB_INCLUDE_DIR}")
  target_link_libraries(third_system INTERFACE "${XCB_LIBRARY}")
endif()
